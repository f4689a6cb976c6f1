import type { EngineFailure, RepairRequest } from "../../domain/engine";
import { hasHoles } from "../../domain/holes";

/** Named in every sample that the search made. */
export const searchVersion = "search 2";

/** What a reading of the search's progress is a reading of. */
export const progressNote = "edits, pairs of edits and new expressions";

/** Why there is nothing to search, or null. */
export function obstacle({ problem, outcomes, trace }: RepairRequest): EngineFailure | null {
  if (outcomes.length === 0) {
    return {
      what: "There is no test to repair the program against.",
      why: "The search keeps an edit only if all tests pass with it.",
      tryThis: "Add a test that shows what should happen, run it, and search again.",
    };
  }
  const isUnreadable = trace.end.kind === "syntaxError" || outcomes.some(isSyntaxError);
  if (isUnreadable && !hasHoles(problem.program)) {
    return {
      what: "The program cannot be searched yet.",
      why: "It has a syntax error, and the search edits programs that Python can read.",
      tryThis: "Correct the marked line, or choose the endpoint engine, then try again.",
    };
  }
  if (outcomes.every(({ status }) => status === "passed")) {
    return {
      what: "There is nothing to repair.",
      why: "The program passes all its tests.",
      tryThis: "Add a test that shows what goes wrong, run it, and search again.",
    };
  }
  return null;
}

const isSyntaxError = ({ status }: { status: string }) => status === "syntaxError";

/** When every interpreter hung or died; `begun`: not before a candidate was tried. */
export function unreachable(begun: boolean): EngineFailure {
  return {
    what: begun ? "The search was given up." : "The search could not begin.",
    why: begun
      ? "Too many variants of this program hang or crash Python itself."
      : "The program hangs or crashes Python itself, so that its tests could not be watched.",
    tryThis: "Use smaller inputs in the tests, or choose the endpoint engine.",
  };
}

const count = new Intl.NumberFormat("en");

/** How the search ended, in words. */
export function closingNote(tried: number, patches: number): string {
  const candidates = tried === 1 ? "1 candidate" : `${count.format(tried)} candidates`;
  if (patches === 0) {
    return `Tried ${candidates}; none passes all tests. Keep looking with a larger budget, mark the place with ??, or choose the endpoint engine.`;
  }
  return `Tried ${candidates}; ${patches === 1 ? "1 passes" : `${count.format(patches)} pass`} all tests.`;
}
