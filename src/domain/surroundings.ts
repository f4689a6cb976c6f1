import { z } from "zod";

/** Bounds of what a problem may carry besides its texts. */
export const surroundingsBounds = {
  /** Bytes of all files together; the draft is kept where a browser keeps about 5 MB. */
  bytes: 1_000_000,
  files: 30,
  nameLength: 100,
  folders: 4,
  /** Characters of the Input box. */
  stdin: 200_000,
} as const;

/**
 * What is wrong with a file's name, or null. A name is relative to where the program runs; none may
 * lead out of there.
 */
export function nameFault(name: string): string | null {
  const parts = name.split("/");
  if (name.length > surroundingsBounds.nameLength) {
    return `A name has at most ${surroundingsBounds.nameLength} characters.`;
  }
  if (parts.length > surroundingsBounds.folders + 1) {
    return `A file stands at most ${surroundingsBounds.folders} folders deep.`;
  }
  const isPlain = parts.every((part) => part.trim() !== "" && part !== "." && part !== "..");
  // Control characters, and what means something else in some system's paths.
  return isPlain && !/[\p{Cc}\\:]/u.test(name)
    ? null
    : "A name may hold folders, as in data/scores.csv, but cannot begin at the root or lead out by “..”.";
}

// Regular expressions of our own: those that zod brings weigh as much as all of this.
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const instant =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])(?::[0-5]\d){2}Z$/;

/** A file that the program finds by its relative name, as text or as bytes in base64. */
const surroundingFileSchema = z
  .union([
    z.strictObject({ name: z.string(), text: z.string() }),
    z.strictObject({ name: z.string(), base64: z.string().regex(base64) }),
  ])
  .refine(({ name }) => nameFault(name) === null, "The name of a file cannot be used.");
export type SurroundingFile = z.infer<typeof surroundingFileSchema>;

const utf8 = new TextEncoder();

/** How many bytes the file has. */
export function sizeOf(file: SurroundingFile): number {
  if ("text" in file) return utf8.encode(file.text).length;
  const padding = /=*$/.exec(file.base64)?.[0].length ?? 0;
  return (file.base64.length / 4) * 3 - padding;
}

export const totalSize = (files: readonly SurroundingFile[]): number =>
  files.reduce((sum, file) => sum + sizeOf(file), 0);

/** Whether two names cannot both be: they are the same, or one is a folder of the other. */
export const namesClash = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

function areDistinct(files: readonly SurroundingFile[]): boolean {
  return files.every(({ name }, index) =>
    files.slice(index + 1).every((other) => !namesClash(name, other.name)),
  );
}

/** What a program runs with besides its text. */
export const surroundingsSchema = z.strictObject({
  /** What `input()` reads, unless a test brings standard input of its own. */
  stdin: z.string().max(surroundingsBounds.stdin),
  /** A file whose name ends in `.py` is a module that can be imported. */
  files: z
    .array(surroundingFileSchema)
    .max(surroundingsBounds.files)
    .refine(areDistinct, "Two files have the same name.")
    .refine((files) => totalSize(files) <= surroundingsBounds.bytes, "The files are too large."),
  /** Where random numbers start; null for another place in each run. */
  seed: z.number().int().min(0).max(0xffff_ffff).nullable(),
  /** The moment at which clocks stand, `2025-01-01T12:00:00Z`; null for the real time. */
  clock: z.string().regex(instant).nullable(),
});
export type Surroundings = z.infer<typeof surroundingsSchema>;

export const noSurroundings: Surroundings = { stdin: "", files: [], seed: null, clock: null };

/** Whether the program runs with its text alone. */
export function isNothing({ stdin, files, seed, clock }: Surroundings): boolean {
  return stdin === "" && files.length === 0 && seed === null && clock === null;
}

type Surrounded = { surroundings?: Surroundings | undefined };

export const surroundingsOf = ({ surroundings }: Surrounded): Surroundings =>
  surroundings ?? noSurroundings;

/** For a problem or a source: nothing is said where there is nothing. */
export const withSurroundings = (
  surroundings: Surroundings | undefined,
): { surroundings?: Surroundings } =>
  surroundings === undefined || isNothing(surroundings) ? {} : { surroundings };

/** Whether two sources run with the same. */
export function sameSurroundings(one: Surrounded, other: Surrounded): boolean {
  if (one.surroundings === other.surroundings) return true;
  return JSON.stringify(surroundingsOf(one)) === JSON.stringify(surroundingsOf(other));
}

/** The module that a file is, `tools.shapes` for `tools/shapes.py`; null for another file. */
export function moduleName(fileName: string): string | null {
  if (!fileName.endsWith(".py")) return null;
  const path = fileName.slice(0, -".py".length).replace(/\/__init__$/, "");
  return path.split("/").join(".");
}
