import { buildName } from "./build";

/** The id of the build that this page is of; null under the development server. */
export function ownBuild(): string | null {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="tracemend-build"]');
  return meta?.content ?? null;
}

/**
 * Holds a lock of the build's name for as long as the page lives. The service worker sees by it which
 * older builds must be kept for pages still open.
 */
export function holdBuild(): void {
  const id = ownBuild();
  if (id === null || !("locks" in navigator)) return;
  const name = buildName(new URL("./", document.baseURI).href, id);
  const forever = new Promise<never>(() => undefined);
  // A page that is refused locks has no service worker either.
  navigator.locks.request(name, { mode: "shared" }, () => forever).catch(() => undefined);
}
