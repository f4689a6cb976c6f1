import type { PackageFile } from "./lock";

/** A package's file with its content. */
export type Wheel = PackageFile & { bytes: Uint8Array<ArrayBuffer> };

const cacheName = "tracemend-packages";
/** Never fetched: a key in the cache. */
const keyOf = ({ sha256 }: PackageFile) => `https://packages.invalid/${sha256}`;

/** Packages that were fetched and checked: in memory, and on disk as far as the browser allows. */
export class PackageStore {
  private readonly held = new Map<string, Uint8Array<ArrayBuffer>>();

  async get(file: PackageFile): Promise<Wheel | null> {
    const bytes = this.held.get(file.sha256) ?? (await readKept(file));
    if (bytes === null) return null;
    this.held.set(file.sha256, bytes);
    return { ...file, bytes };
  }

  /** Gives whether it will be here after this tab is closed. */
  async put({ bytes, ...file }: Wheel): Promise<boolean> {
    this.held.set(file.sha256, bytes);
    try {
      const cache = await caches.open(cacheName);
      await cache.put(keyOf(file), new Response(bytes));
      return true;
    } catch {
      // A full disk, or a page that may store nothing.
      return false;
    }
  }
}

async function readKept(file: PackageFile): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const cache = await caches.open(cacheName);
    const response = await cache.match(keyOf(file));
    return response ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
