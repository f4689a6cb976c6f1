/** A string, a comment, or a hole; strings that are never closed end with their line or the text. */
const tokens =
  /"""(?:\\[^]|[^\\])*?(?:"""|$)|'''(?:\\[^]|[^\\])*?(?:'''|$)|"(?:\\[^]|[^"\\\r\n])*"?|'(?:\\[^]|[^'\\\r\n])*'?|#[^\r\n]*|(?<!\?)\?\?(?!\?)/g;

/**
 * Where a program has holes, as offsets of UTF-16 code units: each `??` outside of strings and
 * comments marks something that is to be found.
 */
export function holesIn(program: string): number[] {
  if (!program.includes("??")) return [];
  return [...program.matchAll(tokens)]
    .filter(([token]) => token === "??")
    .map(({ index }) => index);
}

/** Whether something in a program is to be found. */
export const hasHoles = (program: string): boolean => holesIn(program).length > 0;
