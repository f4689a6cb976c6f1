import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { exampleId, parseExampleFile } from "../domain/exampleFile";
import type { Difficulty, InjectedBug } from "../domain/injection";
import { injectWith } from "../python/injecting";
import type { Interpreter } from "../python/interpreter";
import { sharing } from "./sharedInterpreter";

/** A correct program with tests that it passes. */
export type Correct = { name: string; instruction: string; program: string; tests: string };

/** A bug that was made of one. */
export type MadeBug = InjectedBug & { of: Correct };

const here = dirname(fileURLToPath(import.meta.url));
const own = join(here, "correct");
const examples = join(here, "../features/workbench/problem/examples");

/** What to write for what, so that an example's program passes its tests. */
const mended: Readonly<Record<string, readonly [wrong: string, right: string]>> = {
  "largest-of-a-list": ["best = 0", "best = xs[0]"],
  "odd-numbers-first": ["number % 2 != 0", "number % 2 == 0"],
  "words-of-a-line": [`replace('"', "")`, `replace('"', "").strip()`],
  "neighbours-that-differ": ["len(values) - 2", "len(values) - 1"],
  "fibonacci-numbers": ["append(following)", "append(current)"],
  "longest-run": [
    "longest, current)\n",
    "longest, current)\n        else:\n            current = 0\n",
  ],
  "shopping-basket": [
    "basket=[]):\n",
    "basket=None):\n    if basket is None:\n        basket = []\n",
  ],
  "multiplication-table": ["[[0] * size] * size", "[[0] * size for _ in range(size)]"],
  "snapshots-of-a-queue": ["history.append(line)", "history.append(list(line))"],
  "all-positive": ["        return True\n", ""],
  "leap-year": ["and year % 400", "or year % 400"],
  "power-by-squaring": ["return 0", "return 1"],
  "letter-counts": ["counts[letter] += 1", "counts[letter] = counts.get(letter, 0) + 1"],
  "bank-account": ["history.append(amount)", "history.append(self.balance)"],
  "pages-of-a-list": ["> size", ">= size"],
  "sum-of-digits": ["number // 10", "number //= 10"],
  "average-grade": ["total / len(grades)", "total / len(grades) if grades else 0"],
  countdown: ["range(start, 1, -1)", "range(start, 0, -1)"],
  palindrome: ["[letter for", "[letter.lower() for"],
  "binary-search": ["low < high", "low <= high"],
  flatten: ["flat.append(flatten(", "flat.extend(flatten("],
  "who-likes-what": ["result[fruit] = [person]", "result.setdefault(fruit, []).append(person)"],
};

function read(folder: string): Correct[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".py"))
    .sort()
    .map((file) => {
      const { problem } = parseExampleFile(file, readFileSync(join(folder, file), "utf8"));
      const { instruction, program, tests } = problem;
      return { name: exampleId(file), instruction, program, tests };
    });
}

/** Small correct programs of many kinds: those of `correct/`, then the examples, mended. */
export function readCorrectPrograms(): Correct[] {
  const repaired = read(examples).map((example): Correct => {
    const [wrong, right] = mended[example.name] ?? ["", ""];
    if (wrong === "" || !example.program.includes(wrong)) {
      throw new Error(`The example ${example.name} is mended in correctPrograms.ts no more.`);
    }
    return { ...example, program: example.program.replace(wrong, right) };
  });
  return [...read(own), ...repaired];
}

/**
 * Bugs made of correct programs, `count` at most of each; the same arguments give the same bugs.
 * @throws Error for a program that does not pass its tests.
 */
export async function makeBugs(
  interpreter: Interpreter,
  programs: readonly Correct[],
  wish: { difficulty: Difficulty; count: number; seed?: number },
): Promise<MadeBug[]> {
  const bugs: MadeBug[] = [];
  for (const of of programs) {
    const { program, tests, instruction } = of;
    const task = { program, tests, instruction, seed: 0, ...wish };
    const injection = await injectWith(sharing(interpreter), task);
    if (injection.kind === "refused") throw new Error(`${of.name}: ${injection.why}`);
    bugs.push(...injection.bugs.map((bug) => ({ ...bug, of })));
  }
  return bugs;
}
