import { hashedFolder, pagePath } from "./build";

/** Where the answer to a request comes from. */
export type Route =
  /** A file of the worker's own build. */
  | { kind: "own"; path: string }
  /** A file that may be of an older build, whose page is still open. */
  | { kind: "older" };

type Asked = Pick<Request, "method" | "url" | "mode"> & { headers: Pick<Headers, "has"> };

/**
 * Says who answers a request of a page below `scope`, whose build has the files `paths`; null when it
 * is none of our business and must go its way untouched.
 */
export function routeOf(asked: Asked, scope: string, paths: ReadonlySet<string>): Route | null {
  const { origin, pathname: root } = new URL(scope);
  const url = new URL(asked.url);
  if (asked.method !== "GET" || asked.headers.has("range")) return null;
  if (url.origin !== origin || !url.pathname.startsWith(root)) return null;
  const path = url.pathname.slice(root.length);
  const isPage = path === "" || path === pagePath;
  // The app takes no search parameters, but a link to it may carry some.
  if (isPage && asked.mode === "navigate") return { kind: "own", path: pagePath };
  if (url.search !== "") return null;
  if (paths.has(path)) return { kind: "own", path };
  // Its name says its content, so that any build's file of this name is the right one.
  return path.startsWith(hashedFolder) ? { kind: "older" } : null;
}
