import { timesRun } from "../neverRan";
import { blocksOf, continuesOther, keywordOf, type Block } from "./blocks";

/** Why a line never ran, as far as the lines around it tell. Lines are 1-based. */
export type Reason =
  | { kind: "condition"; line: number; condition: string; was: "true" | "false" }
  | { kind: "noItems"; line: number; condition: string }
  | { kind: "notCalled"; line: number; name: string }
  | { kind: "noException" }
  | { kind: "noMatch"; line: number }
  /** The run left at this line, or did not get past it. */
  | { kind: "left"; line: number };

type Hits = Readonly<Record<string, number>>;

/** Why lines of a program never ran, from the times each line ran. */
export class Reasons {
  private readonly blocks: readonly Block[];

  constructor(
    program: string,
    private readonly hits: Hits,
  ) {
    this.blocks = blocksOf(program);
  }

  /** Null when it ran, and when nothing around it says why not. */
  of(line: number): Reason | null {
    const found = this.blocks.find(({ first, last }) => first <= line && line <= last);
    if (found === undefined || this.ran(found)) return null;
    let block = found;
    while (block.parent !== null && !this.ran(block.parent)) block = block.parent;
    const before = this.earlierThatRan(block);
    if (before === null) return block.parent === null ? null : this.ofBody(block.parent);
    if (keywordOf(block) === "except") return { kind: "noException" };
    const branches = continuesOther(block) && /^(el)?if$/.test(keywordOf(before));
    if (!branches) return { kind: "left", line: this.lastRan(before) };
    return { kind: "condition", line: before.first, condition: conditionOf(before), was: "true" };
  }

  /** A head that Python does not tell of ran when something under it did. */
  private ran(block: Block): boolean {
    return timesRun(block, this.hits) > 0 || block.children.some((child) => this.ran(child));
  }

  private earlierThatRan(block: Block): Block | null {
    let before = block.previous;
    while (before !== null && !this.ran(before)) before = before.previous;
    return before;
  }

  /** Why nothing of what is under a head that ran itself did. */
  private ofBody(head: Block): Reason | null {
    const line = head.first;
    switch (keywordOf(head)) {
      case "if":
      case "elif":
      case "while":
        return { kind: "condition", line, condition: conditionOf(head), was: "false" };
      case "for":
        return { kind: "noItems", line, condition: conditionOf(head) };
      case "def":
        return { kind: "notCalled", line, name: nameOf(head) };
      case "except":
      case "case":
        return { kind: "noMatch", line };
      default:
        return { kind: "left", line };
    }
  }

  /** The last of the lines of a statement that ran. */
  private lastRan(block: Block): number {
    const inside = block.children.findLast((child) => this.ran(child));
    return inside === undefined ? block.first : this.lastRan(inside);
  }
}

const longest = 60;

/** What a head tests or goes through: its text without its keyword and colon, on one line. */
function conditionOf({ text }: Block): string {
  const bare = text
    .replace(/:\s*(#.*)?$/, "")
    .replace(/^(async\s+)?[a-z]+\b\s*/, "")
    .replace(/\s+/g, " ");
  return bare.length <= longest ? bare : `${bare.slice(0, longest - 1)}…`;
}

function nameOf({ text }: Block): string {
  return /def\s+(\w+)/.exec(text)?.[1] ?? "";
}
