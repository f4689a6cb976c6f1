import type { Pointer } from "./api";

/** What can change when a line has run; `codes.py` describes it. */
export type LineFacts = {
  line: number;
  /** Variables that the line stores to, in their order, and which of them are no states. */
  stores: string[];
  silent: string[];
  /** Those that an operation like `+=` may have changed in place. */
  updated: string[];
  /** Whether it changes nothing but these, as long as no other code of the user's runs. */
  pure: boolean;
  /** On the header of a loop: the first and last line of its body. */
  body: [number, number] | null;
  /** Names that the line binds to what is no state; null for any name. */
  defines: string[] | null;
};

type Pairs = [number, number][];

/** The facts of a code object of the user's, as `codes.py` describes them. */
export type CodeFacts = {
  code: Pointer;
  name: string;
  place: 0 | 1;
  isFunction: boolean;
  isModule: boolean;
  isExpression: boolean;
  isAsyncGenerator: boolean;
  /** Python's own code, of which nothing is recorded. */
  isHidden: boolean;
  /** Whether a variable may change without a store on the line that runs. */
  isWatched: boolean;
  defLine: number;
  parameters: string[];
  /** The frame's own variables and where their names are, and which of them may be in cells. */
  slots: [string, Pointer][];
  cells: number[];
  /** Of a module or class body: those that belong to comprehensions. */
  hidden: number[];
  /** Globals that a function uses and that may change, and all names that the code mentions. */
  globals: [string, Pointer][];
  names: [string, Pointer][];
  lines: LineFacts[];
  /** First offset and end of each piece of code, and its line. */
  lineTable: [number, number, number | null][];
  /** Offsets of instructions: in a loop's header once it took an item; and of certain kinds. */
  pastFor: number[];
  yields: number[];
  raises: number[];
  iterates: number[];
  /** See `loops.py`. */
  loops: { heads: Pairs; starts: Pairs; whiles: [number, number[], number[]][] } | null;
};

/** A line of a code object, with how often it ran. */
export class Line {
  readonly line: number;
  readonly pure: boolean;
  readonly first: number;
  readonly last: number;
  /** The places of its stores among the variables, and which are silent or updated in place. */
  readonly stores: readonly number[];
  readonly isSilent: readonly boolean[];
  readonly isUpdated: readonly boolean[];
  hits = 0;
  private readonly defined: ReadonlySet<string> | null;

  constructor(facts: LineFacts, indexOf: (name: string) => number) {
    this.line = facts.line;
    this.pure = facts.pure;
    // Without a body no line is between them.
    [this.first, this.last] = facts.body ?? [1, 0];
    this.stores = facts.stores.map(indexOf);
    this.isSilent = facts.stores.map((name) => facts.silent.includes(name));
    this.isUpdated = facts.stores.map((name) => facts.updated.includes(name));
    this.defined = facts.defines && new Set(facts.defines);
  }

  get isHeader(): boolean {
    return this.last > 0;
  }

  isBody(line: number): boolean {
    return this.first <= line && line <= this.last;
  }

  defines(name: string): boolean {
    return this.defined?.has(name) ?? true;
  }
}

/** Before the first line nothing can change. */
const nothing: LineFacts = {
  line: 0,
  stores: [],
  silent: [],
  updated: [],
  pure: true,
  body: null,
  defines: [],
};

/** A code object of the user's, as the recorder uses it. */
export class Code {
  /** Names of the variables: the frame's own, then the globals that a function uses. */
  readonly names: readonly string[];
  readonly namesAt: readonly Pointer[];
  readonly isOwn: readonly boolean[];
  readonly isCell: readonly boolean[];
  readonly slotCount: number;
  /** The lines by their numbers. */
  readonly lines: Line[] = [];
  readonly before: Line;
  readonly parameters: ReadonlySet<string>;
  readonly pastFor: ReadonlySet<number>;
  readonly yields: ReadonlySet<number>;
  readonly raises: ReadonlySet<number>;
  readonly iterates: ReadonlySet<number>;
  readonly loops: Loops | null;
  private lineTable: (number | null)[] | null = null;

  constructor(readonly facts: CodeFacts) {
    const slots = facts.isFunction ? [...facts.slots, ...facts.globals] : facts.slots;
    this.names = slots.map(([name]) => name);
    this.namesAt = slots.map(([, at]) => at);
    this.isOwn = this.names.map(isOwnName);
    this.slotCount = facts.slots.length;
    const cells = new Set(facts.cells);
    this.isCell = facts.slots.map((_, at) => cells.has(at));
    const index = new Map(this.names.map((name, at) => [name, at]));
    const indexInNames = new Map(facts.names.map(([name], at) => [name, at]));
    const indexOf = (name: string) =>
      (facts.isFunction ? index.get(name) : indexInNames.get(name)) ?? -1;
    for (const line of facts.lines) this.lines[line.line] = new Line(line, indexOf);
    this.before = new Line({ ...nothing, line: facts.defLine }, indexOf);
    this.parameters = new Set(facts.parameters);
    this.pastFor = new Set(facts.pastFor);
    this.yields = new Set(facts.yields);
    this.raises = new Set(facts.raises);
    this.iterates = new Set(facts.iterates);
    this.loops = facts.loops && new Loops(facts.loops);
  }

  lineAt(offset: number): number | null {
    this.lineTable ??= this.facts.lineTable.flatMap(([first, end, line]) =>
      Array.from({ length: (end - first) / 2 }, () => line),
    );
    return this.lineTable[offset / 2] ?? null;
  }
}

/** The loops whose iterations only jumps and branches tell: `loops.py`. */
class Loops {
  readonly heads: ReadonlyMap<number, number>;
  readonly starts: ReadonlyMap<number, number>;
  private readonly whiles: ReadonlyMap<number, [Set<number>, Set<number>]>;

  constructor({ heads, starts, whiles }: NonNullable<CodeFacts["loops"]>) {
    this.heads = new Map(heads);
    this.starts = new Map(starts);
    this.whiles = new Map(
      whiles.map(([at, test, body]) => [at, [new Set(test), new Set(body)]] as const),
    );
  }

  /** Whether this branch begins an iteration; null when it leads on within the header. */
  enters(at: number, destination: number): boolean | null {
    const parts = this.whiles.get(at);
    // Behind a `FOR_ITER` and its cache.
    if (parts === undefined) return destination === at + 4;
    const [test, body] = parts;
    return test.has(destination) ? null : body.has(destination);
  }
}

/** Whether a name is Python's own, and no state of the program. */
export function isOwnName(name: string): boolean {
  return name.startsWith(".") || (name.startsWith("__") && name.endsWith("__"));
}
