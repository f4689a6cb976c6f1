import { markNames } from "../../domain/renderers/tracedStates";
import { shownPosition, type Reading } from "../../domain/timeline/reading";
import type { Variable } from "../../domain/timeline/traceIndex";

/** The variable whose changes are stepped through: the chosen one, else what the step changed first. */
export function watchedVariable(reading: Reading & { watched: Variable | null }): Variable | null {
  const { index, watched } = reading;
  if (watched !== null || index === null) return watched;
  const step = index.step(shownPosition(reading));
  if (step === null) return null;
  const isVariable = (name: string): boolean => !markNames.has(name);
  const changed = step.changes.map(({ name }) => name).find(isVariable);
  const name = changed ?? [...index.changesInCall(step.frame.call).keys()].findLast(isVariable);
  return name === undefined ? null : { function: step.frame.function, name };
}
