import { encodeShareLink, NotShareable, type SharedProblem, type ShareFailure } from "./shareLink";

/** Some chat and mail apps cut links longer than this. */
export const safeLinkCharacters = 8_000;

/** What came of copying a link. */
export type CopyOutcome =
  | { kind: "copied"; link: string }
  /** The browser does not let the page write to the clipboard: the user must copy it. */
  | { kind: "manual"; link: string }
  | ({ kind: "failed" } & ShareFailure);

export type CopyPlace = {
  /** The page's address, with or without a fragment. */
  baseUrl: string;
  /** Undefined where the page is not served by HTTPS. */
  clipboard: Pick<Clipboard, "writeText"> | undefined;
};

/** Puts a link to the problem on the clipboard, or gives it for the user to copy. */
export async function copyShareLink(
  problem: SharedProblem,
  place: CopyPlace,
): Promise<CopyOutcome> {
  let link: string;
  try {
    link = await encodeShareLink(problem, place.baseUrl);
  } catch (error) {
    if (error instanceof NotShareable) return { kind: "failed", ...error.failure };
    throw error;
  }
  if (place.clipboard === undefined) return { kind: "manual", link };
  try {
    await place.clipboard.writeText(link);
    return { kind: "copied", link };
  } catch {
    return { kind: "manual", link };
  }
}

/** What to know about a link's length, or null when it is short enough for every app. */
export function lengthAdvice(link: string): string | null {
  if (link.length <= safeLinkCharacters) return null;
  return `It is ${link.length.toLocaleString("en")} characters long; some apps cut links that long.`;
}
