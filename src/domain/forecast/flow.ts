import { isReported } from "../neverRan";
import { blocksOf, continuesOther, keywordOf, type Block } from "./blocks";

/** Where control may go: a statement that Python tells of, or null where the call ends. */
type Target = Block | null;

/** Where a way begins: after a statement, or with the call for null; and how that was left. */
export type From = { block: Block | null; by: "ending" | "raising" | "entering" };

const jumps = /\b(break|continue|return|raise)\b/;
const loops = new Set(["for", "while"]);
const scopes = new Set(["def", "class"]);

/**
 * Which statements may run after which within one call, as the text has it. There may be ways here
 * that no run takes, never the other way round, so what lies on all of them did run.
 */
export class Flow {
  readonly blocks: readonly Block[];
  private readonly byLine = new Map<number, Block>();
  private readonly known = new Map<string, readonly Block[]>();

  constructor(program: string) {
    this.blocks = blocksOf(program);
    for (const block of this.blocks) {
      for (let line = block.first; line <= block.last; line += 1) this.byLine.set(line, block);
    }
  }

  /** The statement that a line belongs to. */
  at(line: number): Block | null {
    return this.byLine.get(line) ?? null;
  }

  /** Where the call begins that runs `block`. */
  private entry(block: Block): readonly Target[] {
    let scope = block.parent;
    while (scope !== null && !scopes.has(keywordOf(scope))) scope = scope.parent;
    return this.into(scope === null ? (this.blocks[0] ?? null) : (scope.children[0] ?? null));
  }

  /**
   * What every way from one place to a statement runs in between, in that order: only statements that
   * `mayRun` accepts are on the ways. It must be the same at each call.
   */
  between(from: From, to: Block, mayRun: (block: Block) => boolean): readonly Block[] {
    const key = `${from.block?.first ?? 0} ${to.first} ${from.by}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const starts = this.starts(from, to);
    const distances = this.distances(starts, to, mayRun, null);
    const found = [...distances]
      .filter(([block]) => block !== to)
      .sort(([, one], [, other]) => one - other)
      .map(([block]) => block)
      .filter((block) => !this.distances(starts, to, mayRun, block).has(to));
    const forced = distances.has(to) ? found : [];
    this.known.set(key, forced);
    return forced;
  }

  /** How many statements away those are that can be come to without `avoided`, as far as `to`. */
  private distances(
    starts: readonly Target[],
    to: Block,
    mayRun: (block: Block) => boolean,
    avoided: Block | null,
  ): Map<Block, number> {
    const found = new Map<Block, number>();
    let edge = starts;
    for (let distance = 0; edge.length > 0; distance += 1) {
      const next: Target[] = [];
      for (const block of edge) {
        if (block === null || block === avoided || found.has(block)) continue;
        if (block !== to && !mayRun(block)) continue;
        found.set(block, distance);
        if (block !== to) next.push(...this.after(block));
      }
      edge = next;
    }
    return found;
  }

  private starts({ block, by }: From, to: Block): readonly Target[] {
    if (block === null) return this.entry(to);
    const [first] = block.children;
    if (by === "entering" && first !== undefined) return this.into(first);
    if (by === "raising") return [...this.after(block), ...this.escapes(block), null];
    return this.after(block);
  }

  /** Where control may go after a statement, or after the head of a compound one. */
  private after(block: Block): Target[] {
    const [first] = block.children;
    const ways = [...this.onwards(block)];
    if (first !== undefined && !scopes.has(keywordOf(block))) ways.push(...this.into(first));
    if (first === undefined && loops.has(keywordOf(block))) ways.push(block);
    if (jumps.test(block.text) && first === undefined) ways.push(...this.jumped(block));
    return ways;
  }

  /** Where control goes on when a simple statement is over, or when a head does not enter its body. */
  private onwards(block: Block): Target[] {
    switch (keywordOf(block)) {
      case "break":
      case "continue":
      case "return":
      case "raise":
        return [];
      case "if":
      case "elif":
      case "for":
      case "while":
      case "except": {
        const { next } = block;
        return next !== null && continuesOther(next) ? this.into(next) : this.beyond(block);
      }
      case "with":
        return [...this.beyond(block), ...this.jumped(block)];
      case "match":
        return [];
      case "case":
        return [...this.into(block.next), ...(block.parent ? this.beyond(block.parent) : [])];
      default:
        return this.beyond(block);
    }
  }

  /** What a statement begins with: for a head that Python does not tell of, what is under it. */
  private into(block: Block | null): Target[] {
    if (block === null) return [];
    if (isReported(block)) return [block];
    const [first] = block.children;
    return first === undefined ? [block, ...this.beyond(block)] : this.into(first);
  }

  /** What follows when a statement with all that belongs to it is over. */
  private beyond(block: Block): Target[] {
    let { next } = block;
    while (next !== null && continuesOther(next)) next = next.next;
    return next === null ? this.endOfBody(block.parent) : this.into(next);
  }

  /** What follows the last statement under a head. */
  private endOfBody(head: Block | null): Target[] {
    if (head === null) return [null];
    switch (keywordOf(head)) {
      case "def":
      case "class":
        return [null];
      case "for":
      case "while":
        return [head];
      case "with":
        // Its head runs again when it is left.
        return [head, ...this.beyond(head)];
      case "case":
        return head.parent === null ? [null] : this.beyond(head.parent);
      case "try":
        return [...this.later(head, "else"), ...this.later(head, "finally"), ...this.beyond(head)];
      case "finally":
        return [...this.beyond(head), ...this.jumped(head)];
      default:
        return [...this.later(head, "finally"), ...this.beyond(head)];
    }
  }

  /** The part of this keyword among those that go on with a head. */
  private later(head: Block, keyword: string): Target[] {
    for (let { next } = head; next !== null && continuesOther(next); { next } = next) {
      if (keywordOf(next) === keyword) return this.into(next);
    }
    return [];
  }

  /** Where `break`, `continue`, `return` or `raise` under a head may lead. */
  private jumped(block: Block): Target[] {
    const ways: Target[] = [null, ...this.escapes(block)];
    for (let { parent } = block; parent !== null; { parent } = parent) {
      if (scopes.has(keywordOf(parent))) break;
      if (!loops.has(keywordOf(parent))) continue;
      ways.push(parent, ...this.beyond(parent));
      break;
    }
    return ways;
  }

  /** What is run on the way out of the blocks around a statement. */
  private escapes(block: Block): Target[] {
    const ways: Target[] = [];
    for (let { parent } = block; parent !== null; { parent } = parent) {
      const keyword = keywordOf(parent);
      if (scopes.has(keyword)) break;
      if (keyword === "with") ways.push(parent);
      if (keyword === "try") ways.push(...this.later(parent, "except"));
      ways.push(...this.later(parent, "finally"));
    }
    return ways;
  }
}
