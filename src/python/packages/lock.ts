import { z } from "zod";

const entrySchema = z.object({
  name: z.string(),
  version: z.string(),
  /** Relative to the address that packages are fetched from. */
  file_name: z.string().regex(/^[\w.+-]+\.(?:whl|zip)$/),
  /** Of the file's bytes, as hexadecimal digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** `site` for packages, `dynlib` for libraries that they need. */
  install_dir: z.string(),
  imports: z.array(z.string()),
  depends: z.array(z.string()),
});

/** Pyodide's list of its packages, as the page's own build holds it: what a hash is checked against. */
export const lockSchema = z.object({ packages: z.record(z.string(), entrySchema) });
export type Lock = z.infer<typeof lockSchema>;

/** A package's file: where it is, and what it must be. */
export type PackageFile = {
  name: string;
  version: string;
  fileName: string;
  sha256: string;
  folder: "site" | "dynlib";
};

/** As PyPA's "name normalization" writes a name. */
const keyOf = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, "-");

/** The files that give these modules, those first that others depend on. Unknown modules give none. */
export function filesFor(lock: Lock, modules: readonly string[]): PackageFile[] {
  const providers = Object.entries(lock.packages).filter(([key]) => !key.endsWith("-tests"));
  const found = new Map<string, PackageFile>();
  const visited = new Set<string>();
  const add = (key: string): void => {
    const entry = Object.hasOwn(lock.packages, key) ? lock.packages[key] : undefined;
    if (entry === undefined || visited.has(key)) return;
    visited.add(key);
    for (const needed of entry.depends) add(keyOf(needed));
    found.set(key, {
      name: entry.name,
      version: entry.version,
      fileName: entry.file_name,
      sha256: entry.sha256,
      folder: entry.install_dir === "dynlib" ? "dynlib" : "site",
    });
  };
  for (const module of modules) {
    const provider = providers.find(([, { imports }]) =>
      imports.some((name) => name.split(".")[0] === module),
    );
    if (provider) add(provider[0]);
  }
  return [...found.values()];
}
