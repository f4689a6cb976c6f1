/**
 * One file of a build: its address relative to the page, its SHA-256 in hex, and its size. A gzipped
 * file is kept unpacked, so that it is unpacked once and not at each visit: `unpacked` is its size then.
 */
export type BuildFile = { path: string; sha256: string; bytes: number; unpacked?: number };

/** Everything that one build consists of; `id` differs whenever any file does. */
export type Build = { id: string; files: readonly BuildFile[] };

/** The page itself, under whose address the app is opened. */
export const pagePath = "index.html";

/** Where every file lies whose name changes with its content. */
export const hashedFolder = "assets/";

/**
 * What a build's cache is named, and the lock that each page of that build holds while it lives.
 * Several copies of the app may share an origin, each below a path of its own.
 */
export function buildName(scope: string, id: string): string {
  return `${namePrefix(scope)}${id}`;
}

export function namePrefix(scope: string): string {
  return `tracemend:${new URL(scope).pathname}:`;
}

/** The address that a file is kept under: the page's is that of the app. */
export function keyOf(path: string, scope: string): string {
  return path === pagePath ? scope : new URL(path, scope).href;
}

export function downloadBytes({ files }: Build): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

export function keptBytes({ files }: Build): number {
  return files.reduce((sum, { bytes, unpacked = bytes }) => sum + unpacked, 0);
}

/** Which of the caches of an app nobody needs: not the own one, and not those of pages still open. */
export function staleNames(
  names: readonly string[],
  scope: string,
  own: string,
  inUse: ReadonlySet<string>,
): string[] {
  const prefix = namePrefix(scope);
  return names.filter((name) => name.startsWith(prefix) && name !== own && !inUse.has(name));
}
