import type { BenchedBug } from "./benchBug";

/** Sums over a data set's tasks. */
export type BenchTotals = {
  tasks: number;
  plausible: number;
  /** Tasks whose patches could be judged on hidden inputs, or that have such inputs and no patch. */
  hidden: number;
  /** First patches that are right on the inputs on which the data set's own program is. */
  firstRight: number;
  /** The same on all inputs, as the reference that was mended since answers them. */
  firstStrict: number;
  anyOfThreeRight: number;
  /** Of the first three patches of each task those graded confident that hidden inputs judged. */
  confident: number;
  confidentRight: number;
  candidates: number;
  seconds: number;
  candidatesPerSecond: number;
};

export type BenchReport = {
  dataset: string;
  budget: number;
  tasks: BenchedBug[];
  totals: BenchTotals;
};

/** How many patches of a task count. */
const counted = 3;

/** Those of a task's patches that count: the ones that users are shown. */
export const firstPatches = <P>({ patches }: { patches: readonly P[] }): P[] =>
  patches.slice(0, counted);

/** `hasHidden` tells of which tasks there are hidden inputs. */
export function totalsOf(
  tasks: readonly BenchedBug[],
  hasHidden: (id: string) => boolean,
): BenchTotals {
  const count = (holds: (task: BenchedBug) => boolean) => tasks.filter(holds).length;
  const sum = (figure: (task: BenchedBug) => number) =>
    tasks.reduce((total, task) => total + figure(task), 0);
  const confident = tasks
    .flatMap((task) => firstPatches(task))
    .filter(({ grade, hidden }) => grade === "confident" && hidden !== null);
  const [candidates, seconds] = [sum((task) => task.candidates), sum((task) => task.seconds)];
  return {
    tasks: tasks.length,
    plausible: count(({ plausible }) => plausible),
    hidden: count(({ id }) => hasHidden(id)),
    firstRight: count(({ patches }) => patches[0]?.hidden?.right === true),
    firstStrict: count(({ patches }) => patches[0]?.hidden?.strict === true),
    anyOfThreeRight: count((task) => firstPatches(task).some(({ hidden }) => hidden?.right)),
    confident: confident.length,
    confidentRight: confident.filter(({ hidden }) => hidden?.right).length,
    candidates,
    seconds,
    candidatesPerSecond: seconds > 0 ? candidates / seconds : 0,
  };
}

/** One line of a task, for people. */
export function taskWords({ id, patches, seconds, candidates, note }: BenchedBug): string {
  const marks = patches.map(({ hidden, grade }) =>
    [
      hidden === null ? "plausible" : hidden.right ? "right" : "wrong",
      ...(grade ? [grade] : []),
    ].join("/"),
  );
  const told = marks.length === 0 ? "nothing" : marks.join(" ");
  return `${id}: ${told}; ${candidates} tried in ${seconds.toFixed(1)} s. ${note}`;
}

/** The sums, for people. */
export function totalsWords(totals: BenchTotals): string {
  const { tasks, plausible, hidden, firstRight, firstStrict, anyOfThreeRight } = totals;
  const { confident, confidentRight, seconds, candidatesPerSecond } = totals;
  return [
    `${tasks} tasks: ${plausible} plausible`,
    ...(hidden === 0
      ? []
      : [
          `of ${hidden} with hidden inputs: first patch right ${firstRight} (${firstStrict} by the mended reference), one of three right ${anyOfThreeRight}`,
          `patches shown as confident ${confident}, of them right ${confidentRight}`,
        ]),
    `${Math.round(candidatesPerSecond)} candidates a second, ${seconds.toFixed(0)} s`,
  ].join("; ");
}
