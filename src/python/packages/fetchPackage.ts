import type { PackageFile } from "./lock";
import { PackageProblem, type PackageFailure } from "./packageProblem";

/** Bytes of one file so far; `total` is null where the server does not say. */
export type Progress = (received: number, total: number | null) => void;

const insecure: PackageFailure = {
  what: "Packages cannot be fetched on this page.",
  why: "The browser checks hashes only on pages that come by https:// or from this machine.",
  tryThis: "Open Tracemend by an https:// address, or run it on this machine.",
};

/** More than any package of the distribution has. */
const mostBytes = 100_000_000;

/**
 * Fetches a package's file from below `baseUrl` and checks that it is the one of the lock file.
 * @throws PackageProblem when it cannot be had or is another; an AbortError after `signal` aborts.
 */
export async function fetchPackage(
  baseUrl: string,
  file: PackageFile,
  { signal, onProgress }: { signal: AbortSignal; onProgress: Progress },
): Promise<Uint8Array<ArrayBuffer>> {
  const address = addressOf(baseUrl, file);
  if (!("subtle" in crypto)) throw new PackageProblem(insecure);
  let response: Response;
  try {
    // No cookies, no address of this page: who serves packages learns nothing else.
    const options = { signal, credentials: "omit", referrerPolicy: "no-referrer" } as const;
    response = await fetch(address, options);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new PackageProblem(unreachable(file, address));
  }
  if (!response.ok) throw new PackageProblem(refused(file, address, response.status));
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await read(response, onProgress);
  } catch (error) {
    if (signal.aborted || error instanceof PackageProblem) throw error;
    throw new PackageProblem(unreachable(file, address));
  }
  await check(file, bytes, address);
  return bytes;
}

function addressOf(baseUrl: string, { fileName }: PackageFile): URL {
  const base = baseUrl.trim();
  const isWeb = URL.canParse(base) && /^https?:$/.test(new URL(base).protocol);
  if (isWeb) return new URL(fileName, base.endsWith("/") ? base : `${base}/`);
  throw new PackageProblem({
    what: "Packages cannot be fetched: their address cannot be used.",
    why: `“${base}” does not begin with http:// or https://.`,
    tryThis: "Correct “Package address” in the settings.",
  });
}

async function read(response: Response, onProgress: Progress): Promise<Uint8Array<ArrayBuffer>> {
  const length = Number(response.headers.get("Content-Length") ?? "");
  const total = length > 0 ? length : null;
  const parts: Uint8Array[] = [];
  let received = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (piece?.value === undefined) break;
    parts.push(piece.value);
    received += piece.value.length;
    if (received > mostBytes) {
      await reader?.cancel();
      throw new PackageProblem({
        what: "A package was not taken.",
        why: "The server sends more than any package has.",
        tryThis: "Check “Package address” in the settings.",
      });
    }
    onProgress(received, total);
  }
  const bytes = new Uint8Array(received);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

async function check(file: PackageFile, bytes: Uint8Array<ArrayBuffer>, address: URL) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hash === file.sha256) return;
  const isPage = /^\s*<(?:!doctype|html)/i.test(new TextDecoder().decode(bytes.subarray(0, 100)));
  throw new PackageProblem(
    isPage
      ? {
          what: `${file.name} could not be fetched: ${address.host} sent a web page instead.`,
          why: "So answer addresses at which nothing is, and networks that want a log-in.",
          tryThis:
            "Check “Package address” in the settings, and whether this network asks to log in.",
        }
      : {
          what: `${file.name} was not taken: it is not the file it should be.`,
          why: `Its SHA-256 is not that of Pyodide’s own ${file.fileName}. It was damaged, changed, or is of another release.`,
          tryThis: "Fetch again. If it stays so, check “Package address” in the settings.",
        },
  );
}

function unreachable(file: PackageFile, address: URL): PackageFailure {
  const isOffline = typeof navigator !== "undefined" && !navigator.onLine;
  return {
    what: `${file.name} could not be fetched from ${address.host}.`,
    why: isOffline
      ? "This browser is offline."
      : "The server cannot be reached, broke off, or does not allow this page to read (CORS).",
    tryThis: isOffline
      ? "Connect and fetch once: after that the package is kept here and works offline."
      : "Check the connection and “Package address” in the settings, then fetch again.",
  };
}

function refused(file: PackageFile, address: URL, status: number): PackageFailure {
  return {
    what: `${file.name} could not be fetched: ${address.host} answered ${status}.`,
    why:
      status === 404
        ? `There is no ${file.fileName} at this address.`
        : "The server refuses, or has a problem of its own.",
    tryThis:
      status === 404
        ? "“Package address” in the settings must be that of this very Pyodide release."
        : "Wait a little, then fetch again.",
  };
}
