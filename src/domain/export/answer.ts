import type { Sample } from "../sample";

/** The fence must be longer than every run of backticks inside, or the program would end early. */
function fenceMark(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const longest = runs.reduce((length, run) => Math.max(length, run.length), 0);
  return "`".repeat(Math.max(3, longest + 1));
}

/** What a model should answer for a sample: the rationale, then the whole fixed program in one fence. */
export function answerText(sample: Pick<Sample, "rationale" | "fix">): string {
  const fence = fenceMark(sample.fix);
  const program = sample.fix.endsWith("\n") ? sample.fix : `${sample.fix}\n`;
  const code = `${fence}python\n${program}${fence}`;
  const rationale = sample.rationale.trim();
  return rationale === "" ? code : `${rationale}\n\n${code}`;
}
