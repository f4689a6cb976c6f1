import { downloadBytes, keyOf, type Build, type BuildFile } from "../build";
import type { Failure } from "../messages";

/** What filling needs of a `Cache`. */
export type BuildCache = {
  match(key: string): Promise<Response | undefined>;
  put(key: string, response: Response): Promise<void>;
  keys(): Promise<readonly { url: string }[]>;
};

/** What filling needs of the worker's scope. */
export type FillSetting = {
  build: Build;
  /** The build's own cache. */
  name: string;
  /** Caches of other builds, whose files are copied where they are the same. */
  others: readonly string[];
  /** The address that paths are relative to. */
  scope: string;
  caches: Pick<CacheStorage, "match"> & { open(name: string): Promise<BuildCache> };
  fetch: typeof fetch;
  onProgress?: (done: number, total: number) => void;
};

/** Why a build could not be stored whole. */
export class FillError extends Error {
  constructor(
    readonly failure: Failure,
    message: string,
  ) {
    super(message);
  }
}

/** On each stored response: what its content was checked to be. */
const hashHeader = "x-tracemend-sha256";

/** Downloads at a time. */
const lanes = 4;

/**
 * Puts every file of the build into its cache: what is there stays, what another build has is copied,
 * the rest is downloaded. Only content with the expected hash is stored, so that an attempt which was
 * cut short is taken up where it ended.
 * @throws FillError when the build cannot be stored whole.
 */
export async function fill(setting: FillSetting): Promise<void> {
  const { build, onProgress } = setting;
  const total = downloadBytes(build);
  // The small ones first: a build that lacks one is given up before much was downloaded.
  const waiting = [...build.files].sort((one, other) => one.bytes - other.bytes);
  const cache = await orFail(setting.caches.open(setting.name));
  let done = 0;
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      try {
        await obtain(file, cache, setting);
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
      done += file.bytes;
      onProgress?.(done, total);
    }
  };
  const results = await Promise.allSettled(Array.from({ length: lanes }, work));
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}

/** How many of the build's files its cache lacks. */
export async function missing(
  setting: Pick<FillSetting, "build" | "name" | "scope" | "caches">,
): Promise<number> {
  const cache = await setting.caches.open(setting.name);
  const keys = new Set((await cache.keys()).map(({ url }) => url));
  return setting.build.files.filter(({ path }) => !keys.has(keyOf(path, setting.scope))).length;
}

async function obtain(file: BuildFile, cache: BuildCache, setting: FillSetting): Promise<void> {
  const key = keyOf(file.path, setting.scope);
  const isRight = (response: Response | undefined): response is Response =>
    response?.headers.get(hashHeader) === file.sha256;
  if (isRight(await orFail(cache.match(key)))) return;
  for (const cacheName of setting.others) {
    const held = await orFail(setting.caches.match(key, { cacheName }));
    if (isRight(held)) {
      await orFail(cache.put(key, held));
      return;
    }
  }
  await orFail(cache.put(key, await download(key, file, setting.fetch)));
}

/** The file from the server, its content checked. */
async function download(key: string, file: BuildFile, get: typeof fetch): Promise<Response> {
  // The page has just loaded most files, so that the browser's own cache has them; where that one
  // holds something else, the server is asked.
  const modes: readonly RequestCache[] = ["default", "reload"];
  let found = "";
  for (const mode of modes) {
    const response = await orFail(get(key, { cache: mode, priority: "low" }), "network");
    if (!response.ok) {
      found = `the server answered ${response.status}`;
      continue;
    }
    const bytes = await orFail(response.arrayBuffer(), "network");
    if ((await sha256(bytes)) === file.sha256) return stored(response, bytes, file);
    found = "its content is another";
  }
  throw new FillError("incomplete", `${file.path}: ${found}`);
}

/** The response as it is kept: with the server's headers, but plain, whole and not redirected. */
function stored(response: Response, bytes: ArrayBuffer, file: BuildFile): Response {
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  headers.set(hashHeader, file.sha256);
  const body =
    file.unpacked === undefined
      ? bytes
      : new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(body, { headers });
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Gives what `work` gives, its failure as a FillError. */
async function orFail<T>(work: Promise<T>, failure: Failure = "storage"): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const full = error instanceof DOMException && error.name === "QuotaExceededError";
    throw new FillError(full ? "space" : failure, String(error));
  }
}
