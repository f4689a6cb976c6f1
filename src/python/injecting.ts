import type { Difficulty, Injection } from "../domain/injection";
import { InterpreterEnded, type InterpreterSource } from "./interpreter";
import type { Args } from "./protocol";
import type { Source } from "./source";

/** What is asked for: the same program, tests and seed give the same bugs. */
export type InjectionTask = Source & {
  instruction: string;
  difficulty: Difficulty;
  seed: number;
  count: number;
};

export type InjectionOptions = {
  signal?: AbortSignal;
  /** Called with the number of candidates tried so far. */
  onTried?: (tried: number) => void;
};

export type InjectionLimits = {
  /** Seconds for one test of one candidate. */
  testSeconds: number;
  /** Seconds without a sign of life after which a candidate is left out and its interpreter ended. */
  hangSeconds: number;
  /** Seconds for one interpreter's share. */
  seconds: number;
  /** Interpreters that may hang or die before it is given up. */
  hangs: number;
};

const defaultLimits: InjectionLimits = { testSeconds: 1, hangSeconds: 15, seconds: 120, hangs: 5 };

const givenUp: Injection = {
  kind: "refused",
  why: "too many of its variants hang Python, or crash it",
};

/**
 * Bugs made of a correct program, in interpreters of `source`. A candidate that hangs or kills its
 * interpreter is left out, and the others are made in another one.
 * @throws InterpreterEnded when `signal` was aborted.
 */
export async function injectWith(
  source: InterpreterSource,
  task: InjectionTask,
  options: InjectionOptions & { limits?: Partial<InjectionLimits> } = {},
): Promise<Injection> {
  const limits = { ...defaultLimits, ...options.limits };
  const { program, tests, instruction, difficulty, seed, count } = task;
  const texts = { program, tests, instruction, difficulty, seed, count };
  const skip: number[] = [];
  while (skip.length <= limits.hangs) {
    const args = { ...texts, seconds: limits.testSeconds, skip: [...skip] };
    const outcome = await injectOnce(source, args, limits, options);
    if (typeof outcome !== "number") return outcome;
    if (outcome < 0) return givenUp;
    skip.push(outcome);
  }
  return givenUp;
}

/** The bugs, or the number of the candidate that the interpreter did not survive. */
async function injectOnce(
  source: InterpreterSource,
  args: Args<"inject">,
  limits: InjectionLimits,
  { signal, onTried }: InjectionOptions,
): Promise<Injection | number> {
  const interpreter = await source.fresh(signal);
  let trying = -1;
  try {
    return await interpreter.call("inject", args, {
      seconds: limits.seconds,
      silenceSeconds: limits.hangSeconds,
      ...(signal && { signal }),
      onEvent: ({ index }) => {
        trying = index;
        onTried?.(index + 1);
      },
    });
  } catch (error) {
    if (!(error instanceof InterpreterEnded) || signal?.aborted) throw error;
    return trying;
  } finally {
    interpreter.end();
  }
}
