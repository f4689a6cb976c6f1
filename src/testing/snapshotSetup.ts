import type { TestProject } from "vitest/node";
import { memorySnapshotFile } from "../python/process/memorySnapshot";

declare module "vitest" {
  interface ProvidedContext {
    /** The file that holds the memory of an interpreter with our package imported. */
    memorySnapshot: string;
  }
}

/** One boot for all test files: each restores its memory, as the app does. */
export async function setup(project: TestProject): Promise<void> {
  project.provide("memorySnapshot", await memorySnapshotFile());
}
