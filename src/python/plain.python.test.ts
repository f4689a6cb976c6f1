import { beforeAll, expect, it } from "vitest";
import { defaultLimits } from "../domain/limits";
import { NodeInterpreter } from "../testing/nodeInterpreter";
import type { Interpreter } from "./interpreter";
import { plainSchema, type Plain, type Reply } from "./protocol";

/** Runs inside the interpreter, as a program: values that go out and must come back the same. */
const program = `
import collections, datetime, decimal, fractions, itertools, json, math, random
from tracemend.judging.heap import PROGRAM, Heap
from tracemend.judging.plain import Malformed

LEAVES = [
    None, ..., True, False, 0, 1, -1, 2**63, -(10**6000), 0.0, -0.0, 0.1, -2.5e300, 5e-324,
    math.inf, -math.inf, math.nan, 1j, complex(-0.0, math.inf), "", "é😀", "\\ud800", "\\ud83d\\ude00",
    "\\x00\\n\\u2028", b"", bytes(range(256)), bytearray(b"ab"), range(0), range(3, -9, -2),
    range(10**30), decimal.Decimal("-0.10"), decimal.Decimal("NaN"), decimal.Decimal("1E+30"),
    fractions.Fraction(-3, 7), datetime.date(2024, 2, 29), datetime.time(23, 59, 59, 999999, fold=1),
    datetime.datetime(1, 1, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=-3, seconds=7))),
    datetime.timedelta(-1, 5, 7), datetime.timezone.utc,
]
KINDS = [list, tuple, set, frozenset, dict, collections.deque, collections.OrderedDict,
         collections.Counter, collections.defaultdict]

def hashable(rng, depth):
    leaf = rng.choice([v for v in LEAVES if type(v) is not bytearray])
    return (leaf, hashable(rng, depth - 1)) if depth and rng.random() < 0.3 else leaf

def value(rng, depth):
    if not depth or rng.random() < 0.2:
        return rng.choice(LEAVES)
    kind, size = rng.choice(KINDS), rng.randrange(4)
    if kind in (set, frozenset):
        return kind(hashable(rng, depth - 1) for _ in range(size))
    if kind in (list, tuple):
        return kind(value(rng, depth - 1) for _ in range(size))
    if kind is collections.deque:
        return kind((value(rng, depth - 1) for _ in range(size)), rng.choice([None, 5]))
    if kind is collections.Counter:
        return kind({hashable(rng, depth - 1): rng.randrange(9) for _ in range(size)})
    pairs = [(hashable(rng, depth - 1), value(rng, depth - 1)) for _ in range(size)]
    if kind is collections.defaultdict:
        return kind(rng.choice([None, int, list, set, dict]), pairs)
    return kind(pairs)

def make(seed):
    return value(random.Random(seed), 4)

def leaf(index):
    return LEAVES[index]

def count():
    return len(LEAVES)

def exact(v):
    """All that tells two values apart, as a text."""
    kind = type(v)
    name = kind.__name__
    if kind in (list, tuple):
        return f"{name}({', '.join(map(exact, v))})"
    if kind is collections.deque:
        return f"deque({', '.join(map(exact, v))} of {v.maxlen})"
    if kind in (set, frozenset):
        return f"{name}({', '.join(sorted(map(exact, v)))})"
    if issubclass(kind, dict):
        factory = getattr(v, "default_factory", None)
        return f"{name}({factory}, {[(exact(k), exact(x)) for k, x in v.items()]})"
    if kind is int:
        return hex(v)
    if kind is str:
        return ascii(v)
    return f"{name} {v!r}"

def same_leaf(index, v):
    return exact(v) == exact(LEAVES[index])

def same(seed, v):
    return exact(v) == exact(make(seed))

def iterated():
    return (n * n for n in range(3))

def view():
    return {"a": 1}.keys()

def endless():
    return itertools.count()

def refused(message):
    forms, changes = json.loads(message)
    try:
        Heap(PROGRAM, None, lambda *form: NotImplemented).receive(forms, changes)
    except Malformed:
        return True
    return False

class Int(int):
    pass

def deep():
    xs = []
    for _ in range(5000):
        xs = [xs]
    return xs

def huge():
    return [0] * 3_000_000

def subclass():
    return [Int(3)]

def kind():
    return int
`;

let interpreter: Interpreter;

beforeAll(async () => {
  interpreter = await NodeInterpreter.start();
});

function call(name: string, ...args: Plain[]): Promise<Reply> {
  return interpreter.call(
    "answer",
    {
      program,
      session: "s",
      ask: { kind: "call", function: name, args, kwargs: [] },
      limits: defaultLimits,
    },
    { seconds: 10 },
  );
}

/** The result with its containers written where they stand. */
async function value(name: string, ...args: Plain[]): Promise<Plain> {
  const reply = await call(name, ...args);
  if (reply.kind !== "value") throw new Error(JSON.stringify(reply));
  const contents = new Map<unknown, Plain>(reply.heap);
  const inline = (form: unknown): unknown => {
    if (!Array.isArray(form)) return form;
    const parts: unknown[] = form;
    const content = parts[0] === "at" ? contents.get(parts[1]) : undefined;
    return (content ?? parts).map(inline);
  };
  return plainSchema.parse(inline(reply.value));
}

const int = (number: number): Plain => ["int", number.toString(16)];

it("brings every kind of leaf there and back", async () => {
  const [, size] = await value("count");
  for (let index = 0; index < parseInt(String(size), 16); index += 1) {
    const there = await value("leaf", int(index));
    expect([index, await value("same_leaf", int(index), there)]).toEqual([index, ["bool", true]]);
  }
});

it("brings nested values there and back", async () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const there = await value("make", int(seed));
    expect([seed, await value("same", int(seed), there)]).toEqual([seed, ["bool", true]]);
  }
});

it("carries a view with its dictionary", async () => {
  expect(await value("view")).toEqual(["keys", ["dict", [[["str", "a"], int(1)]]]]);
});

it.each(["iterated", "endless"])("refers to what %s returns", async (name) => {
  expect(await value(name)).toMatchObject(["live", { number: expect.any(Number) as unknown }]);
});

it("refers to objects inside of containers, and to a builtin class by its name", async () => {
  const live = ["live", expect.objectContaining({ type: "Int", base: true }) as unknown];
  expect(await value("subclass")).toEqual(["list", [live]]);
  expect(await value("kind")).toEqual(["class", "int"]);
});

it.each([
  ["deep", "list", "nested more than 100 levels deep"],
  ["huge", "list", "too large"],
])("does not carry what %s returns", async (name, type, reason) => {
  expect(await call(name)).toMatchObject({
    kind: "live",
    type,
    reason: expect.stringContaining(reason) as unknown,
  });
});

it.each([
  "3",
  "[]",
  '["int"]',
  '["int", 3]',
  '["int", "zz"]',
  '["nothing", 1]',
  '[["int"], "1"]',
  '["list", "ab"]',
  '["list", [3]]',
  '["dict", [[["list", []], ["int", "1"]]]]',
  '["dict", [[["int", "1"]]]]',
  '["set", [["list", []]]]',
  '["keys", ["list", []]]',
  '["range", ["1", "2", "0"]]',
  '["fraction", ["1", "0"]]',
  '["decimal", "x"]',
  '["datetime", ["x", 0, null]]',
  '["timedelta", [1]]',
  '["points", [1114112]]',
  '["points", ["a"]]',
  '["defaultdict", ["eval", []]]',
  '["bool", 1]',
  '["none", 1]',
  '["str", 1]',
  '["bytes", "0"]',
  '["at", 0]',
  '["at", "0"]',
])("refuses the forged form %j", async (form) => {
  expect(await value("refused", ["str", `[[${form}], []]`])).toEqual(["bool", true]);
});

it.each([
  ["a tuple that holds itself", '[[0, ["tuple", [["at", 0]]]]]'],
  ["a number that is none", '[["0", ["list", []]]]'],
  ["no content", "[[0]]"],
  ["a dictionary in itself", '[[0, ["dict", [[["at", 0], ["none", null]]]]]]'],
])("refuses the forged containers: %s", async (_, changes) => {
  expect(await value("refused", ["str", `[[["at", 0]], ${changes}]`])).toEqual(["bool", true]);
});
