import { fenceMark } from "../fenceMark";
import type { Sample } from "../sample";

/** What a model should answer for a sample: the rationale, then the whole fixed program in one fence. */
export function answerText(sample: Pick<Sample, "rationale" | "fix">): string {
  const fence = fenceMark(sample.fix);
  const program = sample.fix.endsWith("\n") ? sample.fix : `${sample.fix}\n`;
  const code = `${fence}python\n${program}${fence}`;
  const rationale = sample.rationale.trim();
  return rationale === "" ? code : `${rationale}\n\n${code}`;
}
