import type { Pointer } from "./api";
import type { Cpython } from "./cpython";
import { Code, type CodeFacts } from "./facts";
import type { Counts } from "./keeping";
import type { Values } from "./values";

/** The code objects of the user's that ran. */
export class Codes {
  /** Texts of the names that they mention, by where they are: these stay. */
  readonly names = new Map<Pointer, string>();
  private readonly known = new Map<Pointer, Code>();

  constructor(
    private readonly python: Cpython,
    private readonly values: Values,
    /** `_learn` of `tracer.py`. */
    private readonly askFacts: Pointer,
  ) {}

  /**
   * A code object that begins to run; null for one that is not the user's.
   * @throws `raised` when the program's time is over.
   */
  of(at: Pointer): Code | null {
    return this.known.get(at) ?? this.learn(at);
  }

  /** How often each line ran. */
  hits(): Counts {
    const counts: Counts = { program: {}, tests: {} };
    for (const { facts, lines } of this.known.values()) {
      const hits = facts.place === 0 ? counts.program : counts.tests;
      for (const { line, hits: count } of lines.filter((line) => line.hits > 0)) {
        hits[line] = (hits[line] ?? 0) + count;
      }
    }
    return counts;
  }

  private learn(at: Pointer): Code | null {
    const described = this.python.call(this.askFacts, 1, at);
    if (described === this.python.none) return null;
    const facts = JSON.parse(this.values.taken(described)) as CodeFacts;
    const code = new Code(facts);
    this.known.set(at, code);
    for (const [name, nameAt] of facts.names) this.names.set(nameAt, name);
    return code;
  }
}
