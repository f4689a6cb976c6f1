import type { DatabaseStatus } from "./database";

/** What went wrong in storage, in words for the user: what happened, why, and what to do next. */
export type StorageFailure = { what: string; why: string; tryThis: string };

/** Thrown by everything in storage; `message` is the failure as one paragraph. */
export class StorageError extends Error {
  constructor(
    readonly failure: StorageFailure,
    cause: unknown,
  ) {
    super(`${failure.what} ${failure.why} ${failure.tryThis}`, { cause });
    this.name = "StorageError";
  }
}

type Explanation = Omit<StorageFailure, "what">;

const noRoom: Explanation = {
  why: "The browser gives this site no more room.",
  tryThis: "Export the samples you have, delete some or free disk space, and try again.",
};
const notAllowed: Explanation = {
  why: "The browser lets this page keep no data: a private window, or blocked site data.",
  tryThis:
    "Open Tracemend in a normal window, or allow site data for it in the browser's settings.",
};
const letGo: Explanation = {
  why: "A newer Tracemend was opened in another tab, and this tab has let go of the data.",
  tryThis: "Reload this tab.",
};
const brokenStore: Explanation = {
  why: "The browser could not open its database.",
  tryThis: "Reload the page. If that does not help, free disk space and restart the browser.",
};

const waiting: Explanation = {
  why: "Another tab with an older Tracemend holds them.",
  tryThis: "Close or reload the other Tracemend tabs; this one then goes on by itself.",
};

/** What keeps a tab from its data, or null. */
export function explainStatus(status: DatabaseStatus): StorageFailure | null {
  switch (status) {
    case "usable":
      return null;
    case "blocked":
      return { what: "The samples cannot be opened yet.", ...waiting };
    case "outdated":
      return { what: "This tab no longer keeps samples.", ...letGo };
  }
}

/** By the names of IndexedDB's and Dexie's errors, the more telling ones first. */
const explanations: readonly (readonly [string, Explanation])[] = [
  ["QuotaExceededError", noRoom],
  ["MissingAPIError", notAllowed],
  ["SecurityError", notAllowed],
  ["InvalidStateError", notAllowed],
  ["DatabaseClosedError", letGo],
  ["UnknownError", brokenStore],
  ["OpenFailedError", brokenStore],
];

/** The names of an error and of those inside it: Dexie puts the browser's own in `inner`. */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  let current: unknown = error;
  while (current instanceof Error && names.length < 8) {
    names.push(current.name);
    current = "inner" in current ? current.inner : current.cause;
  }
  return names;
}

/** Says what an error of IndexedDB or Dexie means; `what` is a sentence, as "The sample was not kept." */
export function explainStorageError(what: string, error: unknown): StorageFailure {
  const names = namesOf(error);
  const known = explanations.find(([name]) => names.includes(name));
  if (known !== undefined) return { what, ...known[1] };
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    what,
    why: `The browser's database answered "${reason}".`,
    tryThis: "Reload the page and try again.",
  };
}

/** Does something with the database; whatever it throws becomes a `StorageError`. */
export async function guarded<T>(what: string, action: () => PromiseLike<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw new StorageError(explainStorageError(what, error), error);
  }
}
