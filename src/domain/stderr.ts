import type { Place, Trace } from "./trace";

/** A piece of what was printed. */
export type OutputPart = { text: string; isError: boolean };

type Printed = Pick<Trace, "output" | "stderr">;

/** What was printed between two positions, in the pieces that went to one stream. */
export function outputParts(
  { output, stderr = [] }: Printed,
  from = 0,
  to = output.length,
): OutputPart[] {
  const parts: OutputPart[] = [];
  let at = from;
  const add = (end: number, isError: boolean): void => {
    const text = output.slice(at, Math.min(end, to));
    if (text !== "") parts.push({ text, isError });
    at = Math.max(at, Math.min(end, to));
  };
  for (const [start, end] of stderr) {
    add(start, false);
    add(end, true);
  }
  add(to, false);
  return parts;
}

/** What Python, or the program by the `warnings` module, warned of. */
export type PythonWarning = { place: Place; line: number; category: string; message: string };

// As `warnings.formatwarning` writes it.
const warning = /^<(program|tests)>:(\d+): (\w*Warning): (.*)$/gm;

/** The warnings about lines of the two texts, in their order, each once. */
export function warningsIn(printed: Printed): PythonWarning[] {
  const found = new Map<string, PythonWarning>();
  for (const { text, isError } of outputParts(printed)) {
    if (!isError) continue;
    for (const [whole, place, line, category = "", message = ""] of text.matchAll(warning)) {
      const where = place === "tests" ? "tests" : "program";
      found.set(whole, { place: where, line: Number(line), category, message });
    }
  }
  return [...found.values()];
}
