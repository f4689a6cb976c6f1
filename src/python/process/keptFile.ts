import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(
  dirname(fileURLToPath(import.meta.url)),
  "../../../node_modules/.cache/tracemend",
);

/** Milliseconds for which a file of another key is left: a process may be about to read it. */
const grace = 3_600_000;

/**
 * The path of a file with what `make` gives, which must follow from `inputs` alone: it is made once
 * for the same inputs, and kept below `node_modules`.
 */
export async function keptFile(
  name: string,
  inputs: Readonly<Record<string, string>>,
  make: () => Promise<string | Uint8Array>,
): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(inputs)).digest("hex").slice(0, 16);
  const path = join(folder, `${name}-${hash}`);
  if (existsSync(path)) return path;
  const content = await make();
  try {
    mkdirSync(folder, { recursive: true });
    removeOld(name);
    // Whole or not at all, also when two processes make it at once.
    const unfinished = `${path}.${String(process.pid)}`;
    writeFileSync(unfinished, content);
    renameSync(unfinished, path);
    return path;
  } catch {
    return unkept(name, content);
  }
}

/** Where nothing may be written there: a file that only this user may read, until this process ends. */
function unkept(name: string, content: string | Uint8Array): string {
  const own = mkdtempSync(join(tmpdir(), "tracemend-"));
  process.once("exit", () => {
    rmSync(own, { recursive: true, force: true });
  });
  const path = join(own, name);
  writeFileSync(path, content);
  return path;
}

function removeOld(name: string): void {
  for (const file of readdirSync(folder).filter((one) => one.startsWith(`${name}-`))) {
    const path = join(folder, file);
    if (Date.now() - statSync(path).mtimeMs > grace) rmSync(path, { force: true });
  }
}
