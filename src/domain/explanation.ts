import { z } from "zod";

/**
 * A part of one of the two texts: from a character up to and without another. Lines count from 1,
 * columns from 0, in characters (code points).
 */
const spanSchema = z.object({
  place: z.enum(["program", "tests"]),
  line: z.number().int().positive(),
  column: z.number().int().nonnegative(),
  endLine: z.number().int().positive(),
  endColumn: z.number().int().nonnegative(),
});
export type Span = z.infer<typeof spanSchema>;

/** An exception or syntax error in plain words. In all texts, what stands between backticks is code. */
export const explanationSchema = z.object({
  /** What is wrong, in a few words. */
  title: z.string(),
  /** What Python means by this kind of error. */
  means: z.string().nullable(),
  /** What happened here, with names and values; empty where the title says it all. */
  happened: z.string(),
  /** What to do next. */
  hint: z.string().nullable(),
  /** What failed; null where only the line is known. */
  at: spanSchema.nullable(),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** A piece of an explanation's text. */
export type Piece = { kind: "words" | "code"; text: string };

/** As many backticks as open it close code; blanks beside them keep backticks of the code apart. */
const codeSpan = /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/gs;

/** The pieces of an explanation's text, in order. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const add = (kind: Piece["kind"], piece: string): void => {
    if (piece !== "") pieces.push({ kind, text: piece });
  };
  for (const match of text.matchAll(codeSpan)) {
    const [whole, fence = "", inner = ""] = match;
    add("words", text.slice(from, match.index));
    const isPadded = fence.length > 1 && /^ .* $/s.test(inner);
    add("code", isPadded ? inner.slice(1, -1) : inner);
    from = match.index + whole.length;
  }
  add("words", text.slice(from));
  return pieces;
}

/** The same text without the marks around its code, for where nothing can be set as code. */
export function plainWords(text: string): string {
  return piecesOf(text)
    .map((piece) => piece.text)
    .join("");
}
