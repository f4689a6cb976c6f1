import fc from "fast-check";
import { beforeAll, describe, it } from "vitest";
import { defaultLimits } from "../domain/limits";
import { firstDifference, OracleInterpreter } from "../testing/oracle/oracle";

let python: OracleInterpreter;

beforeAll(async () => {
  python = await OracleInterpreter.start();
});

/** Where the tracer differs from the oracle on the program, or null. */
function difference(program: string): string | null {
  const run = { program, tests: "", test: null, limits: defaultLimits };
  return firstDifference(python.trace(run), python.oracle(run));
}

const text = fc.oneof(
  fc.string({ maxLength: 70, unit: "binary-ascii" }),
  fc.string({ maxLength: 20, unit: "grapheme" }),
  fc.string({ minLength: 100, maxLength: 300, unit: fc.constantFrom("a", "'", '"', "\\", "é") }),
);
const scalar = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -300, max: 300 }).map(String) },
  fc.bigInt().map(String),
  text.map((value) => JSON.stringify(value).replaceAll("\u007f", "\\x7f")),
  fc.double().map((value) => `float("${String(value)}")`),
  fc.constantFrom("True", "False", "None", "b'x'", "1j", "-0.0", "Point(1, 'a')", "Frozen"),
);
const { value } = fc.letrec<{ value: string; key: string }>((tie) => {
  const many = fc.oneof({ weight: 5, arbitrary: fc.constant(5) }, fc.constant(90));
  const items = many.chain((maxLength) => fc.array(tie("value"), { maxLength }));
  const pairs = many.chain((maxLength) =>
    fc.array(fc.tuple(tie("key"), tie("value")), { maxLength }),
  );
  return {
    key: fc.oneof(
      fc.nat().map(String),
      text.map((key) => JSON.stringify(key)),
      fc.constant("(1, 2)"),
    ),
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      scalar,
      items.map((found) => `[${found.join(", ")}]`),
      items.map((found) => `(${found.join(", ")}${found.length === 1 ? "," : ""})`),
      pairs.map((found) => `{${found.map(([key, item]) => `${key}: ${item}`).join(", ")}}`),
      tie("value").map((item) => `Point(2, ${item})`),
    ),
  };
});

const head = `
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

class Frozen:
    __slots__ = ("z",)

`;

describe("values that are read from memory", () => {
  it("are shown as Python shows them, inside of others too", { timeout: 120_000 }, () => {
    const inFunction = fc.array(value, { minLength: 1, maxLength: 3 }).map((values) => {
      const lines = values.map((one, at) => `    v${at} = ${one}\n`).join("");
      return `${head}def f():\n${lines}    return v0\n\nf()\n`;
    });
    fc.assert(
      fc.property(inFunction, (program) => difference(program) === null),
      {
        numRuns: 150,
        examples: longContainers.map((one) => [`${head}def f():\n    v = ${one}\nf()\n`]),
      },
    );
  });

  it("show every change, also through other names", { timeout: 120_000 }, () => {
    const place = fc.nat({ max: 400 });
    const change = fc.oneof(
      fc.tuple(place, value).map(([at, one]) => `v[${at} % len(v)] = ${one}`),
      value.map((one) => `w.append(${one})`),
      place.map((at) => `del v[${at} % len(v)]`),
      fc.tuple(place, value).map(([at, one]) => `d[${at}] = ${one}`),
      fc.tuple(place, value).map(([at, one]) => `p.y = {${at}: ${one}}`),
      fc.constantFrom(
        "d.popitem() if d else None",
        "v *= 2",
        "v.reverse()",
        "w[:] = [p, d]",
        "d.clear()",
        "p.extra = w",
        "Point.__repr__ = lambda self: 'point'",
        "Point.kind = [1]",
        "p.__class__ = type('Other', (), {})",
        "v = [*range(340)]",
      ),
    );
    const program = fc
      .tuple(value, fc.array(change, { maxLength: 12 }))
      .map(
        ([first, changes]) =>
          `${head}def f():\n    v = [${first}]\n    w = v\n    d = {}\n    p = Point(1, d)\n${changes
            .map((line) => `    if v: ${line}\n`)
            .join("")}\nf()\n`,
      );
    fc.assert(
      fc.property(program, (one) => difference(one) === null),
      { numRuns: 150, examples: [[changedClass]] },
    );
  });
});

const longContainers = [
  "[*range(10, 2_000)]",
  "list(map(str, range(400)))",
  "{n: n * n for n in range(300)}",
  "{n: str(n) for n in range(5_000) if n % 3}",
  "{'a key of some length ' + str(n): n for n in range(36)}",
  "('x' * 60, ) * 20",
  "['x' * 70] * 20",
  "[[n, {n: (n,)}] for n in range(60)]",
  "[Point(n, [n]) for n in range(30)]",
];

const changedClass = `${head}def f():
    v = [((([],),),)]
    p = Point(1, {})
    p.extra = v
    Point.__repr__ = lambda self: "point"

f()
`;
