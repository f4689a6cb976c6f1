import type { Annotation } from "../program/annotations";
import type { editor } from "./monaco";

/** A count in at most four characters, as `12k`. */
export function shortCount(count: number): string {
  if (count < 1_000) return String(count);
  const [unit, size] = count < 1_000_000 ? ["k", 1_000] : ["M", 1_000_000];
  const scaled = count / size;
  return `${scaled < 10 ? Math.floor(scaled * 10) / 10 : Math.floor(scaled)}${unit}`;
}

/** Writes beside each line's number how often it ran. */
export function showHits(
  code: editor.IStandaloneCodeEditor,
  annotations: readonly Annotation[],
): void {
  const counts = new Map(
    annotations.flatMap(({ line, hits }) => (hits === null ? [] : [[line, shortCount(hits)]])),
  );
  if (counts.size === 0) {
    code.updateOptions({ lineNumbers: "on", lineNumbersMinChars: 3 });
    return;
  }
  const widest = Math.max(...[...counts.values()].map(({ length }) => length));
  code.updateOptions({
    // Monaco puts the text into the page as it is, as HTML; there is nothing but digits in it.
    lineNumbers: (line) => {
      const count = counts.get(line);
      return count === undefined ? String(line) : `<i class="hits">${count}×</i>${line}`;
    },
    lineNumbersMinChars: widest + 5,
  });
}
