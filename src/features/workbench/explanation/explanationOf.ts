import type { Explanation } from "../../../domain/explanation";
import type { Shown } from "../run/shown";

/** Why a run ended with an error, in plain words; null where a passed test expects just that. */
export function explanationOf({
  trace,
  outcome,
}: Pick<Shown, "trace" | "outcome">): Explanation | null {
  if (outcome?.status === "passed" || !("explanation" in trace.end)) return null;
  return trace.end.explanation ?? null;
}
