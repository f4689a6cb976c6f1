import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { memorySnapshot } from "../python/process/memorySnapshot";
import { readPythonFiles } from "../python/process/pythonFiles";

declare module "vitest" {
  interface ProvidedContext {
    /** The file that holds the memory of an interpreter with our package imported. */
    memorySnapshot: string;
  }
}

/** Boots one interpreter for all test files: each restores its memory, as the app does. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "tracemend-snapshot-"));
  const file = join(folder, "memory");
  writeFileSync(file, await memorySnapshot(readPythonFiles()));
  project.provide("memorySnapshot", file);
  return () => {
    rmSync(folder, { recursive: true });
  };
}
