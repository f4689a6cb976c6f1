import fc from "fast-check";
import { countsOf, type Frame, type Step, type Trace } from "../domain/trace";
import { traceOfSteps } from "./traces";

/** A statement of a generated program. `choices` say what its test gave, run for run. */
type Node =
  | { kind: "set" | "print" | "call" | "break" | "continue" | "return" }
  | { kind: "if"; body: Node[]; other: Node[] | null }
  | { kind: "for" | "while"; body: Node[] }
  | { kind: "try"; body: Node[]; last: Node[] };

const simple = fc.record({
  kind: fc.constantFrom("set" as const, "set" as const, "print" as const, "call" as const),
});
/** Outside of a loop, where Python does not compile the first two, they leave the call here. */
const jump = fc.record({
  kind: fc.constantFrom("break" as const, "continue" as const, "return" as const),
});

const { body: bodies } = fc.letrec<{ body: Node[]; node: Node }>((tie) => ({
  body: fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
  node: fc.oneof(
    { maxDepth: 3 },
    { arbitrary: simple, weight: 4 },
    { arbitrary: jump, weight: 1 },
    {
      arbitrary: fc.record({
        kind: fc.constant("if" as const),
        body: tie("body"),
        other: fc.option(tie("body")),
      }),
      weight: 2,
    },
    {
      arbitrary: fc.record({
        kind: fc.constantFrom("for" as const, "while" as const),
        body: tie("body"),
      }),
      weight: 2,
    },
    {
      arbitrary: fc.record({
        kind: fc.constant("try" as const),
        body: tie("body"),
        last: tie("body"),
      }),
      weight: 1,
    },
  ),
}));

/** A program with what a run of it did: its trace, and its lines in the order in which they ran. */
export type Simulated = { program: string; trace: Trace; path: readonly number[] };

/** Runs of generated programs, as the recorder would trace them. */
export const simulatedRun: fc.Arbitrary<Simulated> = fc
  .tuple(bodies, bodies, fc.infiniteStream(fc.boolean()))
  .map(([main, helper, choices]) => new Simulation(main, helper, choices).run());

/** Where control goes after a statement. */
type Way = "on" | "break" | "continue" | "return";

/** Enough for any generated loop to be cut short. */
const mostLines = 120;

class Simulation {
  private readonly text: string[] = [];
  private readonly lineOf = new Map<Node, number>();
  private readonly path: number[] = [];
  private readonly steps: Step[] = [];
  private readonly hits: Record<string, number> = {};
  private calls = 0;
  /** How long the path was when the last step was made. */
  private lengthAtStep = 0;

  constructor(
    private readonly main: Node[],
    private readonly helper: Node[],
    private readonly choices: Iterator<boolean>,
  ) {}

  run(): Simulated {
    this.text.push("def helper(n):");
    this.write(this.helper, 1);
    this.text.push("def main(n):");
    const head = this.text.length;
    this.write(this.main, 1);
    this.call("main", head, this.main, null);
    const trace = traceOfSteps(this.steps);
    const hits = { program: this.hits, tests: {} };
    const counts = countsOf(this.steps);
    return {
      program: this.text.join("\n"),
      trace: { ...trace, counts, hits },
      path: this.path,
    };
  }

  private write(nodes: readonly Node[], depth: number): void {
    const put = (text: string, node: Node | null = null): void => {
      this.text.push("    ".repeat(depth) + text);
      if (node !== null) this.lineOf.set(node, this.text.length);
    };
    for (const node of nodes) {
      switch (node.kind) {
        case "set":
          put("x = x + 1", node);
          break;
        case "print":
          put("print(x)", node);
          break;
        case "call":
          put("helper(x)", node);
          break;
        case "if":
          put("if x:", node);
          this.write(node.body, depth + 1);
          if (node.other === null) break;
          put("else:");
          this.write(node.other, depth + 1);
          break;
        case "for":
        case "while":
          put(node.kind === "for" ? "for i in xs:" : "while x:", node);
          this.write(node.body, depth + 1);
          break;
        case "try":
          put("try:");
          this.write(node.body, depth + 1);
          put("finally:");
          this.write(node.last, depth + 1);
          break;
        case "break":
        case "continue":
        case "return":
          put(node.kind, node);
      }
    }
  }

  private call(name: string, head: number, body: Node[], caller: Frame | null): void {
    const frame: Frame = {
      call: this.calls,
      function: name,
      depth: (caller?.depth ?? 0) + 1,
      caller: caller?.call ?? null,
    };
    this.calls += 1;
    this.path.push(head);
    this.step(frame, head, "n");
    const began = this.path.length;
    this.runAll(body, frame);
    // The last line that ran hands back.
    const line = this.path.slice(began).findLast((one) => this.isOf(one, name)) ?? head;
    this.step(frame, line, "__return__");
  }

  private isOf(line: number, name: string): boolean {
    return (
      this.text
        .slice(0, line)
        .findLast((text) => text.startsWith("def "))
        ?.includes(name) ?? false
    );
  }

  private runAll(nodes: readonly Node[], frame: Frame): Way {
    for (const node of nodes) {
      const way = this.runOne(node, frame);
      if (way !== "on") return way;
    }
    return "on";
  }

  private runOne(node: Node, frame: Frame): Way {
    if (node.kind === "try") {
      const way = this.runAll(node.body, frame);
      const last = this.runAll(node.last, frame);
      return last === "on" ? way : last;
    }
    const line = this.lineOf.get(node) ?? 0;
    this.visit(line);
    switch (node.kind) {
      case "set":
        if (this.choose()) this.step(frame, line, "x");
        return "on";
      case "print":
        return "on";
      case "call":
        if (frame.function === "main") this.call("helper", 1, this.helper, frame);
        return "on";
      case "if":
        return this.runAll(this.choose() ? node.body : (node.other ?? []), frame);
      case "for":
      case "while":
        return this.loop(node.kind, node.body, line, frame);
      case "break":
      case "continue":
      case "return":
        return node.kind;
    }
  }

  private loop(kind: "for" | "while", body: Node[], line: number, frame: Frame): Way {
    for (let iteration = 1; this.choose(); iteration += 1) {
      if (kind === "for") this.step(frame, line, "i", iteration);
      const way = this.runAll(body, frame);
      if (way === "return") return way;
      if (way === "break") break;
      this.visit(line);
    }
    return "on";
  }

  private choose(): boolean {
    return this.path.length < mostLines && this.choices.next().value === true;
  }

  private visit(line: number): void {
    this.path.push(line);
    this.hits[String(line)] = (this.hits[String(line)] ?? 0) + 1;
  }

  private step(frame: Frame, line: number, name: string, iteration?: number): void {
    const ordinal = this.steps.length;
    const changes = [{ name, value: String(ordinal) }];
    const last = this.steps.at(-1);
    if (last?.line === line && last.frame === frame && this.lengthAtStep === this.path.length) {
      last.changes.push(...changes);
      return;
    }
    this.lengthAtStep = this.path.length;
    this.steps.push({
      ...{ ordinal, place: "program", line, frame, changes, printed: 0 },
      ...(iteration !== undefined && { iteration }),
    });
  }
}
