import { z } from "zod";
import type { Problem } from "../../domain/problem";
import { surroundingsSchema, withSurroundings } from "../../domain/surroundings";
import { fromBase64Url, toBase64Url } from "./base64url";
import { deflate, inflate, TooLong } from "./deflate";

/** What a link carries. */
export type SharedProblem = Pick<
  Problem,
  "title" | "instruction" | "program" | "tests" | "heldOut" | "surroundings" | "reference"
>;

/** Why something about a link did not work: what happened, why, and what to do next. */
export type ShareFailure = { what: string; why: string; tryThis: string };

/** What a page's fragment holds. */
export type DecodedShare =
  | { kind: "problem"; problem: SharedProblem }
  | ({ kind: "broken" } & ShareFailure)
  /** It is no share link. */
  | { kind: "none" };

/** Thrown by `encodeShareLink` when the problem does not fit into a link. */
export class NotShareable extends Error {
  constructor(readonly failure: ShareFailure) {
    super(`${failure.what} ${failure.why} ${failure.tryThis}`);
    this.name = "NotShareable";
  }
}

/**
 * The number before the dot; a change of what follows it needs a new one. 2 has surroundings and held-out
 * tests, 3 the reference solution of an exercise. Each is written only where it is needed: 1 is read by every
 * Tracemend.
 */
const formatVersion = 3;

/** UTF-8 bytes of the JSON: bounds what a small link can unpack to. */
export const maximumTextBytes = 1_000_000;
/** Deflate makes nothing much longer, so a longer payload is none of ours. */
const maximumPayloadCharacters = 2 * maximumTextBytes;

const contentSchema = z.strictObject({
  t: z.string(),
  i: z.string(),
  p: z.string(),
  s: z.string(),
  h: z.string().optional(),
  e: surroundingsSchema.optional(),
  r: z.string().min(1).optional(),
});

const damaged: ShareFailure = {
  what: "This link is damaged.",
  why: "A part of it is missing or was changed on its way; some apps cut long links.",
  tryThis: "Ask for the link again as a whole, or for the program and its tests as text.",
};
const tooLong: ShareFailure = {
  what: "This link holds too much.",
  why: "It unpacks to more than 1 MB of text.",
  tryThis: "Ask for the program and its tests as files, and paste them into the workbench.",
};
const noProblem: ShareFailure = {
  what: "This link holds no problem.",
  why: "It unpacks, but not to an instruction, a program and tests.",
  tryThis: "Ask for a new link, made with the Share button.",
};
const notShareable: ShareFailure = {
  what: "The problem is too long for a link.",
  why: "Instruction, program and tests are more than 1 MB together.",
  tryThis: "Send them as files, or shorten the tests.",
};

const filesTooLong: ShareFailure = {
  what: "The problem is too long for a link.",
  why: "Its texts, input and files are more than 1 MB together.",
  tryThis: "Remove the largest files, and send those apart.",
};

function newer(version: string): ShareFailure {
  return {
    what: "This link was made by a newer Tracemend.",
    why: `It is in format ${version}, and this page reads format ${formatVersion}.`,
    tryThis: "Reload the page to get the newest Tracemend, and open the link again.",
  };
}

/**
 * A link to the page at `baseUrl` that holds the problem in its fragment, `#/p/1.PAYLOAD`; see
 * `docs/formats.md`. No server ever sees a fragment.
 * @throws NotShareable when the text is longer than `maximumTextBytes`.
 */
export async function encodeShareLink(problem: SharedProblem, baseUrl: string): Promise<string> {
  const { title, instruction, program, tests, heldOut, surroundings, reference } = problem;
  const content: z.infer<typeof contentSchema> = {
    t: title,
    i: instruction,
    p: program,
    s: tests,
    ...(heldOut !== "" && { h: heldOut }),
    ...(surroundings !== undefined && { e: surroundings }),
    ...(reference !== undefined && { r: reference }),
  };
  const json = JSON.stringify(content);
  if (new TextEncoder().encode(json).length > maximumTextBytes) {
    throw new NotShareable(surroundings === undefined ? notShareable : filesTooLong);
  }
  const payload = toBase64Url(await deflate(json));
  return `${baseUrl.replace(/#.*$/s, "")}#/p/${versionFor(problem)}.${payload}`;
}

/** The least version that has what the problem needs. */
function versionFor({ surroundings, heldOut, reference }: SharedProblem): number {
  if (reference !== undefined) return 3;
  return surroundings === undefined && heldOut === "" ? 1 : 2;
}

/** Reads a page's fragment, with or without its `#`. Never rejects: a link is anyone's text. */
export async function decodeShareFragment(fragment: string): Promise<DecodedShare> {
  const route = /^#?\/p(?:\/(.*))?$/s.exec(fragment);
  if (route === null) return { kind: "none" };
  const [, version, payload] = /^(\d{1,6})\.([\w-]+)$/.exec(route[1] ?? "") ?? [];
  if (version === undefined || payload === undefined) return { kind: "broken", ...damaged };
  if (Number(version) > formatVersion) return { kind: "broken", ...newer(version) };
  if (!["1", "2", "3"].includes(version)) return { kind: "broken", ...damaged };
  if (payload.length > maximumPayloadCharacters) return { kind: "broken", ...tooLong };
  return decodePayload(payload);
}

async function decodePayload(payload: string): Promise<DecodedShare> {
  let json: unknown;
  try {
    json = JSON.parse(await inflate(fromBase64Url(payload), maximumTextBytes));
  } catch (error) {
    return { kind: "broken", ...(error instanceof TooLong ? tooLong : damaged) };
  }
  const content = contentSchema.safeParse(json);
  if (!content.success) return { kind: "broken", ...noProblem };
  const { t, i, p, s, h = "", e, r } = content.data;
  const texts = { title: t, instruction: i, program: p, tests: s, heldOut: h };
  const extras = { ...withSurroundings(e), ...(r !== undefined && { reference: r }) };
  return { kind: "problem", problem: { ...texts, ...extras } };
}
