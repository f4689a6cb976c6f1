import { moduleName, surroundingsOf, type Surroundings } from "../../../domain/surroundings";
import type { Shown } from "../run/shown";
import type { Message } from "../explanation/endWords";

const linesOf = (text: string): number =>
  text === "" ? 0 : text.replace(/\n$/, "").split("\n").length;

const counted = (count: number, one: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString("en")} ${one}s`;

/** What a program runs with, in a few words: `2 lines of input · 1 file · seed 7`. */
export function summary({ stdin, files, seed, clock }: Surroundings): string {
  const lines = linesOf(stdin);
  const parts = [
    ...(lines > 0 ? [`${counted(lines, "line")} of input`] : []),
    ...(files.length > 0 ? [counted(files.length, "file")] : []),
    ...(seed === null ? [] : [`seed ${seed}`]),
    ...(clock === null ? [] : ["clock stands still"]),
  ];
  return parts.length === 0 ? "None" : parts.join(" · ");
}

/** How a program gets at a file. */
export function accessWords(fileName: string): string {
  const module = moduleName(fileName);
  return module === null ? `open("${fileName}")` : `import ${module}`;
}

/** What is said where a program asked for more input than it was given; null where it did not. */
export function outOfInputWords({ source, test, trace }: Shown): Message | null {
  const { end } = trace;
  if (end.kind !== "raised" || end.type !== "EOFError" || !/^EOF when/.test(end.message)) {
    return null;
  }
  const where = end.at === null ? "" : `, at line ${end.at.line} of the ${end.at.place}`;
  const what = `The program asked for more input than there is${where}.`;
  if (test?.kind === "stdio") {
    return {
      tone: "info",
      what,
      why: "It read all of this test’s input and asked for another line.",
      tryThis: "Look at how often the program reads, or give the test more input.",
    };
  }
  const lines = linesOf(surroundingsOf(source).stdin);
  const held = lines === 0 ? "is empty" : `holds ${counted(lines, "line")}`;
  return {
    tone: "info",
    what,
    why: `It asked for line ${lines + 1}, but the Input box ${held}.`,
    tryThis: "Write what it shall read into “Input & files”, a line for each input().",
  };
}
