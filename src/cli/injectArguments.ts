import { difficulties, type Difficulty } from "../domain/injection";
import { BadUsage } from "./badUsage";
import { seedOf, wholeNumber } from "./options";
import { parseOptions } from "./parseOptions";

type Wish = { kind: "inject"; difficulty: Difficulty; seed: number; count: number };

/** Bugs of one program, printed; or of a data set's right programs, as rows. */
export type InjectCommand =
  | (Wish & { of: "program"; program: string; tests: string; json: boolean })
  /** `out`: a file; null for standard output. `limit`: rows that are read; null for all. */
  | (Wish & { of: "dataset"; dataset: string; out: string | null; limit: number | null });

export const injectUsage = `npm run -s tracemend -- inject PROGRAM.py --tests TESTS.py [--difficulty ${difficulties.join("|")}]
         [--count N] [--seed N] [--json]
       npm run -s tracemend -- inject --dataset DATASET.jsonl [--out FILE] [--limit N]
         [--difficulty ${difficulties.join("|")}] [--count N] [--seed N]`;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const options = {
  ...{ tests: text, difficulty: text, count: text, seed: text, json: flag },
  ...{ dataset: text, out: text, limit: text },
} as const;

/** @throws BadUsage */
export function injectCommand(args: string[]): InjectCommand {
  const { values, positionals } = parseOptions(args, options);
  const wish: Wish = {
    kind: "inject",
    difficulty: difficultyOf(values.difficulty ?? "easy"),
    seed: seedOf(values.seed ?? "0"),
    count: wholeNumber("--count", values.count ?? "1"),
  };
  const { dataset, out = null, limit, tests, json = false } = values;
  if (dataset !== undefined) {
    if (positionals.length > 0 || tests !== undefined || json) {
      throw new BadUsage("--dataset goes with no program, --tests or --json: it writes rows.");
    }
    const rows = limit === undefined ? null : wholeNumber("--limit", limit);
    return { ...wish, of: "dataset", dataset, out, limit: rows };
  }
  const [program, ...more] = positionals;
  if (program === undefined) throw new BadUsage("No program and no --dataset was given.");
  if (more.length > 0) {
    throw new BadUsage(`There can be only one program, not ${more.join(" ")} too.`);
  }
  if (tests === undefined) throw new BadUsage("No tests were given: --tests TESTS.py is missing.");
  if (out !== null || limit !== undefined) {
    throw new BadUsage("--out and --limit belong to --dataset.");
  }
  return { ...wish, of: "program", program, tests, json };
}

function difficultyOf(name: string): Difficulty {
  const difficulty = difficulties.find((one) => one === name);
  if (difficulty === undefined) throw new BadUsage(`There is no difficulty "${name}".`);
  return difficulty;
}
