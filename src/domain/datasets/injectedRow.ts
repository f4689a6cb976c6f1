import type { InjectedBug } from "../injection";
import type { CorrectProgram } from "./correctProgram";

/**
 * A bug that was made of a right program, as a row in the manner of MBPP-R (NExT, arXiv:2404.14662):
 * `bugSchema` reads it. Every row has the same keys with values of the same types.
 */
export type InjectedRow = {
  id: string;
  task_id: string;
  text: string;
  buggy_program: string;
  test_setup_code: string;
  test_list: string[];
  entry_point: string;
  /** Held out, as `why` is: neither belongs into a prompt. */
  reference: string;
  model: string;
  source: string;
  hidden_usable: boolean;
  difficulty: string;
  family: string;
  lines: number[];
  /** Tests that fail and that pass, as `t1`, `t2`, … in the order of the tests. */
  failing: string[];
  passing: string[];
  hangs: boolean;
  why: string;
  seed: number;
};

/** Where a row comes from: the data set's name, the seed, and the bug's number among the task's. */
export type RowOrigin = { source: string; seed: number; number: number };

export function injectedRow(
  correct: CorrectProgram,
  bug: InjectedBug,
  { source, seed, number }: RowOrigin,
): InjectedRow {
  const { difficulty, family, lines, failing, passing, hangs, why } = bug;
  const [setup, list] = splitAsserts(correct.tests);
  return {
    id: `${correct.task}-${difficulty}-${String(seed)}-${String(number)}`,
    task_id: correct.task,
    text: correct.instruction,
    buggy_program: bug.program,
    test_setup_code: setup,
    test_list: list,
    entry_point: correct.entry,
    reference: correct.program,
    model: "tracemend inject",
    source,
    hidden_usable: correct.hasHidden,
    ...{ difficulty, family, lines, failing, passing, hangs, why, seed },
  };
}

/** What stands before the asserts, and these; tests that are no list of asserts stay one piece. */
function splitAsserts(tests: string): [setup: string, list: string[]] {
  const lines = tests.trimEnd().split("\n");
  const first = lines.findIndex((line) => line.startsWith("assert "));
  const list = first < 0 ? [] : lines.slice(first).filter((line) => line.trim() !== "");
  if (list.length === 0 || !list.every((line) => line.startsWith("assert "))) {
    return ["", [tests.trimEnd()]];
  }
  return [lines.slice(0, first).join("\n").trim(), list];
}
