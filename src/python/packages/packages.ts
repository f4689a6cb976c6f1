import lockUrl from "pyodide/pyodide-lock.json?url";
import { foreignImports } from "../../domain/imports";
import type { Source } from "../runtime";
import { fetchPackage, type Progress } from "./fetchPackage";
import { noteAcquired } from "./acquired";
import { filesFor, lockSchema, type Lock, type PackageFile } from "./lock";
import { PackageStore, type Wheel } from "./packageStore";

/** What a problem imports from the Pyodide distribution: what is here, and what must be fetched. */
export type Needs = { held: readonly Wheel[]; missing: readonly PackageFile[] };

const store = new PackageStore();
let lock: Promise<Lock> | null = null;

function readLock(): Promise<Lock> {
  lock ??= fetch(new URL(lockUrl, document.baseURI))
    .then((response) => response.json())
    .then((json) => lockSchema.parse(json));
  // The next one who asks tries again.
  lock.catch(() => {
    lock = null;
  });
  return lock;
}

/** What `source` needs. @throws Error when this page's own list of packages cannot be read. */
export async function needsOf(source: Source): Promise<Needs> {
  const modules = foreignImports(source);
  if (modules.length === 0) return { held: [], missing: [] };
  const held: Wheel[] = [];
  const missing: PackageFile[] = [];
  for (const file of filesFor(await readLock(), modules)) {
    const wheel = await store.get(file);
    if (wheel === null) missing.push(file);
    else held.push(wheel);
  }
  return { held, missing };
}

/**
 * Fetches one package and keeps it; gives whether it outlives this tab.
 * @throws PackageProblem, or an AbortError after `signal` aborts.
 */
export async function acquire(
  baseUrl: string,
  file: PackageFile,
  options: { signal: AbortSignal; onProgress: Progress },
): Promise<boolean> {
  const isKept = await store.put({
    ...file,
    bytes: await fetchPackage(baseUrl, file, options),
  });
  noteAcquired();
  return isKept;
}
