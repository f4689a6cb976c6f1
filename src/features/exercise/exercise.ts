import { createStore, type StoreApi } from "zustand/vanilla";
import type { Difficulty, InjectedBug } from "../../domain/injection";
import type { Problem } from "../../domain/problem";
import { sameSurroundings, withSurroundings } from "../../domain/surroundings";
import type { Runtime } from "../../python/runtime";

/** What went wrong: what happened, why, and what to do next. */
export type ExerciseFailure = { what: string; why: string; tryThis: string };

export type Making =
  | { kind: "idle" }
  /** `tried`: variants of the program so far. */
  | { kind: "working"; tried: number }
  | { kind: "failed"; failure: ExerciseFailure };

/** The exercise that was made last. */
export type Session = {
  /** The problem as it was, with the correct program. */
  original: Problem;
  difficulty: Difficulty;
  seed: number;
  /** The id of the problem that holds the bug, and the bug. */
  exerciseId: string;
  bug: InjectedBug;
  /** Further bugs of the same seed. */
  waiting: readonly InjectedBug[];
};

export type ExerciseState = { making: Making; session: Session | null };

type ExerciseSetting = {
  runtime: Pick<Runtime, "inject">;
  open: (problem: Problem) => void;
  newId: () => string;
};

/** Bugs that are made at a time; the others wait for "Another one". */
const batch = 4;
/** Seeds that are tried before a program is said to have no other bug. */
const seedsTried = 2;

/** Makes exercises of problems whose program is correct. One at a time. */
export class Exercise {
  readonly store: StoreApi<ExerciseState> = createStore<ExerciseState>(() => ({
    making: { kind: "idle" },
    session: null,
  }));
  private work = new AbortController();

  constructor(private readonly setting: ExerciseSetting) {}

  /** Opens an exercise made of `original`; gives whether there is one. */
  readonly make = (original: Problem, difficulty: Difficulty): Promise<boolean> =>
    this.search(original, difficulty, 0, []);

  /**
   * Opens another exercise of the same level; gives whether there is one. `original` is the problem
   * as it is by now: its tests may have been changed since the last exercise was made.
   */
  readonly another = async (original: Problem): Promise<boolean> => {
    const { session } = this.store.getState();
    if (session === null) return false;
    const { difficulty, seed, waiting, bug } = session;
    if (!sameTexts(original, session.original)) return this.make(original, difficulty);
    const [next, ...rest] = waiting;
    if (next === undefined) {
      return this.search(session.original, difficulty, seed + 1, [bug.program]);
    }
    this.open({ ...session, waiting: rest, bug: next });
    return true;
  };

  /** Opens the problem that the last exercise was made of. */
  readonly undo = (): void => {
    const { session } = this.store.getState();
    if (session === null) return;
    this.stop();
    this.store.setState({ session: null });
    this.setting.open(session.original);
  };

  /** Gives up what is being made; what went wrong before is forgotten. */
  readonly stop = (): void => {
    this.work.abort();
    this.store.setState({ making: { kind: "idle" } });
  };

  private async search(
    original: Problem,
    difficulty: Difficulty,
    seed: number,
    known: readonly string[],
  ): Promise<boolean> {
    this.work.abort();
    this.work = new AbortController();
    const { signal } = this.work;
    this.store.setState({ making: { kind: "working", tried: 0 } });
    try {
      let refusal: string | null = null;
      for (let next = seed; next < seed + seedsTried && refusal === null; next += 1) {
        const injection = await this.inject(original, difficulty, next, signal);
        if (signal.aborted) return false;
        if (injection.kind === "refused") refusal = injection.why;
        else {
          const [bug, ...waiting] = injection.bugs.filter(
            ({ program }) => !known.includes(program),
          );
          if (bug === undefined) continue;
          this.open({ original, difficulty, seed: next, waiting, bug });
          return true;
        }
      }
      this.fail(refusal === null ? noBug(difficulty, known.length > 0) : refused(refusal));
    } catch (error) {
      if (!signal.aborted) this.fail(broken(error));
    }
    return false;
  }

  private inject(original: Problem, difficulty: Difficulty, seed: number, signal: AbortSignal) {
    const { program, tests, instruction, surroundings } = original;
    const source = { program, tests, ...withSurroundings(surroundings) };
    return this.setting.runtime.inject(
      { ...source, instruction, difficulty, seed, count: batch },
      {
        signal,
        onTried: (tried) => {
          if (!signal.aborted) this.store.setState({ making: { kind: "working", tried } });
        },
      },
    );
  }

  private open(session: Omit<Session, "exerciseId">): void {
    const exerciseId = this.setting.newId();
    this.store.setState({ making: { kind: "idle" }, session: { ...session, exerciseId } });
    this.setting.open(exerciseOf(session.original, session.bug, exerciseId));
  }

  private fail(failure: ExerciseFailure): void {
    this.store.setState({ making: { kind: "failed", failure } });
  }
}

const titleMark = " (exercise)";

/** The problem with a bug in its program, and the correct program as its hidden solution. */
function exerciseOf(original: Problem, bug: InjectedBug, id: string): Problem {
  return {
    ...original,
    id,
    title: `${original.title}${titleMark}`,
    program: bug.program,
    provenance: { source: "user", reference: original.provenance.reference },
    reference: original.program,
  };
}

/** The problem that an exercise was made of, with its tests as they are by now; itself for another. */
export function originalOf(exercise: Problem): Problem {
  const { reference, ...rest } = exercise;
  if (reference === undefined) return exercise;
  const { title } = exercise;
  const plain = title.endsWith(titleMark) ? title.slice(0, -titleMark.length) : title;
  return { ...rest, title: plain, program: reference };
}

function sameTexts(one: Problem, other: Problem): boolean {
  const fields = ["instruction", "program", "tests", "heldOut"] as const;
  return fields.every((field) => one[field] === other[field]) && sameSurroundings(one, other);
}

function noBug(difficulty: Difficulty, wantsAnother: boolean): ExerciseFailure {
  return {
    what: wantsAnother ? "There is no other bug of this level." : "There is no bug of this level.",
    why: `Of all variants of the program that were tried, ${wantsAnother ? "no other" : "none"} is ${difficulty} to find by these tests.`,
    tryThis: "Choose another level, or add tests: more of them show more bugs.",
  };
}

function refused(why: string): ExerciseFailure {
  return {
    what: "No exercise can be made of this program.",
    why: `${why.charAt(0).toUpperCase()}${why.slice(1)}.`,
    tryThis: "Start from a program that passes its tests; run it to see.",
  };
}

function broken(error: unknown): ExerciseFailure {
  return {
    what: "Tracemend itself broke while it made the exercise.",
    why: error instanceof Error ? error.message : String(error),
    tryThis: "Try again. If it happens again, reload the page; your work is kept.",
  };
}
