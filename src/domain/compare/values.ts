import type { Step } from "../trace";

type Difference = { name: string; before: string | null; after: string | null };

/**
 * The first name that two steps set differently; null where there is none. What a line raised or
 * returned comes before its variables, a value on both sides before one on a single side.
 */
export function firstDifference(
  before: Step["changes"],
  after: Step["changes"],
): Difference | null {
  if (areSame(before, after)) return null;
  const valueIn = (changes: Step["changes"], name: string) =>
    changes.find((change) => change.name === name)?.value ?? null;
  const names = new Set([...before, ...after].map(({ name }) => name));
  const different = [...names]
    .map((name) => ({ name, before: valueIn(before, name), after: valueIn(after, name) }))
    .filter((pair) => pair.before !== pair.after);
  const rank = ({ name, ...pair }: Difference) => {
    if (name === "__exception__") return 0;
    return pair.before === null || pair.after === null ? 2 : 1;
  };
  const place = ({ name }: Difference) => Math.min(indexOf(before, name), indexOf(after, name));
  different.sort(
    (one, other) =>
      rank(one) - rank(other) || place(one) - place(other) || (one.name < other.name ? -1 : 1),
  );
  return different[0] ?? null;
}

/** The common case, without any allocation. */
function areSame(before: Step["changes"], after: Step["changes"]): boolean {
  return (
    before.length === after.length &&
    before.every(({ name, value }, index) => {
      const other = after[index];
      return other !== undefined && other.name === name && other.value === value;
    })
  );
}

function indexOf(changes: Step["changes"], name: string): number {
  const index = changes.findIndex((change) => change.name === name);
  return index < 0 ? Infinity : index;
}
