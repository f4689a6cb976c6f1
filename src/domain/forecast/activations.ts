/** One run of a statement. */
export type Visit = {
  /** Its first line. */
  line: number;
  /** Of the step that shows it; null where it made none. */
  position: number | null;
};

/** What a call ran from when it was called, or went on, to when it handed back. */
export type Activation = { name: string; items: (Visit | Activation)[] };

/** The visits in an activation and in all that it called, in their order. */
export function flattened(root: Activation): Visit[] {
  const visits: Visit[] = [];
  // Not recursive: calls can be deeper than this machine's own stack.
  const open = [root.items[Symbol.iterator]()];
  for (let items = open.at(-1); items !== undefined; items = open.at(-1)) {
    const next = items.next();
    if (next.done === true) open.pop();
    else if ("items" in next.value) open.push(next.value.items[Symbol.iterator]());
    else visits.push(next.value);
  }
  return visits;
}

function mentions(text: string, name: string): number {
  return name === ""
    ? 0
    : [...text.matchAll(new RegExp(`\\b${name.replace(/\W/g, "")}\\b`, "g"))].length;
}

/**
 * Statements in their order with the calls that were made between the first and the end of the last:
 * each behind the statement whose text names it. `isSure` unless another one could have made it.
 */
export function calledBetween(
  visits: readonly Visit[],
  texts: readonly string[],
  made: readonly Activation[],
): { items: (Visit | Activation)[]; isSure: boolean } {
  const behind = visits.map((): Activation[] => []);
  let at = 0;
  let isSure = true;
  for (const activation of made) {
    const naming = texts.map((text) => mentions(text, activation.name));
    const isFull = (behind[at]?.length ?? 0) >= (naming[at] ?? 0);
    const next = naming.findIndex((times, index) => times > 0 && index >= (isFull ? at + 1 : at));
    if (next >= 0) at = next;
    else if ((naming[at] ?? 0) === 0) at = visits.length - 1;
    behind[at]?.push(activation);
    isSure &&= visits.length === 1 || naming.filter((times) => times > 0).length === 1;
  }
  return { items: visits.flatMap((visit, index) => [visit, ...(behind[index] ?? [])]), isSure };
}
