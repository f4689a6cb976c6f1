import { statements, type Statement } from "../statements";

/** A statement with where it stands among the others. */
export type Block = Statement & {
  /** The head that it is under. */
  parent: Block | null;
  /** What stands before it under the same head. */
  previous: Block | null;
  next: Block | null;
  children: Block[];
};

/** The statements of a program in their order, linked as their indentation says. */
export function blocksOf(program: string): Block[] {
  const open: Block[] = [];
  const tops: Block[] = [];
  return statements(program).map((statement) => {
    while ((open.at(-1)?.indent ?? -1) >= statement.indent) open.pop();
    const parent = open.at(-1) ?? null;
    const siblings = parent?.children ?? tops;
    const previous = siblings.at(-1) ?? null;
    const block: Block = { ...statement, parent, previous, next: null, children: [] };
    if (previous !== null) previous.next = block;
    siblings.push(block);
    open.push(block);
    return block;
  });
}

/** The word that a statement begins with, as `if` or `return`; `async` is passed over. */
export function keywordOf({ text }: Pick<Statement, "text">): string {
  return /^(?:async\s+)?([a-z]+)\b/.exec(text)?.[1] ?? "";
}

const continuing = new Set(["elif", "else", "except", "finally"]);

/** Whether a head goes on with the statement before it, as `else` does. */
export function continuesOther(block: Block): boolean {
  return continuing.has(keywordOf(block));
}
