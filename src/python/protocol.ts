import { z } from "zod";
import { confidenceSchema } from "../domain/engine";
import { contrastSchema, hardCodingsSchema } from "../domain/fixChecks";
import { difficultySchema, injectionSchema } from "../domain/injection";
import { limitsSchema } from "../domain/limits";
import { discoverySchema, testOutcomeSchema } from "../domain/test";
import { countsSchema, runEndSchema, traceSchema } from "../domain/trace";
import { surroundingsSchema } from "../domain/surroundings";
import { isShallow, shortened } from "./edge";
import type { PackedSteps } from "./packedSteps";

/**
 * The wire between the app and an interpreter. Requests and replies are JSON text, so that a reply
 * is one string however large, and is parsed by a schema at this edge: whatever runs in an
 * interpreter is untrusted.
 */

/**
 * A value in canonical form, as `py/tracemend/judging/plain.py` writes it: a tag and its content, for
 * example `["int", "c"]`, or `["at", 3]` for a container, which `heap.py` numbers. TypeScript only
 * carries it.
 */
export const plainSchema = z
  .tuple([z.string(), z.unknown()])
  .refine(isShallow, "a value is nested too deeply");
export type Plain = z.infer<typeof plainSchema>;

/** Containers of both interpreters that are new or changed: their numbers and what they hold. */
const heapSchema = z.array(z.tuple([z.number().int().nonnegative(), plainSchema]));

const operands = {
  args: z.array(plainSchema),
  kwargs: z.array(z.tuple([z.string(), plainSchema])),
  heap: heapSchema.optional(),
  /** Numbers of containers that the test no longer refers to. */
  forget: z.array(z.number().int().nonnegative()).optional(),
};

/** What the judge wants the program's interpreter to do next for one test. */
export const askSchema = z.discriminatedUnion("kind", [
  /** Call a function by its name. */
  z.object({ kind: z.literal("call"), function: z.string(), ...operands }),
  /** One of `py/tracemend/judging/operations.py`, on live objects of the program too. */
  z.object({ kind: z.literal("operate"), operation: z.string(), ...operands }),
  z.object({ kind: z.literal("run"), stdin: z.string() }),
]);
export type Ask = z.infer<typeof askSchema>;

/** What the program's interpreter answers. */
export const replySchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("value"),
    value: plainSchema,
    heap: heapSchema.optional(),
    output: z.string(),
  }),
  /** The result is too large or too deep to be carried; `repr` is bounded. */
  z.object({
    kind: z.literal("live"),
    type: z.string(),
    repr: z.string(),
    reason: z.string(),
    output: z.string(),
  }),
  z.object({
    kind: z.literal("raised"),
    type: z.string(),
    /** The class names of the exception's bases that are built in, nearest first. */
    bases: z.array(z.string()),
    message: z.string(),
    line: z.number().int().positive().nullable(),
    output: z.string(),
    /** The exception itself, its class and its arguments, for a test that looks at them. */
    error: plainSchema.optional(),
    class: plainSchema.optional(),
    attributes: plainSchema.optional(),
    args: z.array(plainSchema).optional(),
    heap: heapSchema.optional(),
  }),
  z.object({
    kind: z.literal("ended"),
    /** `raised`: the program did while it was executed, before the call; no test may catch that. */
    status: z.enum([
      "raised",
      "syntaxError",
      "timedOut",
      "outputLimit",
      "memoryLimit",
      "crashed",
      "stopped",
    ]),
    message: z.string(),
    output: z.string(),
  }),
  z.object({ kind: z.literal("ran"), output: z.string() }),
]);
export type Reply = z.infer<typeof replySchema>;

/** The judge's answer for one test: settled, or what it must know next. */
export const rulingSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("settled"), outcome: testOutcomeSchema }),
  /** `program`: its text as the program's interpreter may have it, when it holds the test itself. */
  z.object({ kind: z.literal("asks"), ask: askSchema, program: z.string().optional() }),
  /** Only running the test shows that it needs the program's own objects: judge it together. */
  z.object({ kind: z.literal("declined"), reason: z.string() }),
]);
export type Ruling = z.infer<typeof rulingSchema>;

/** Written by hand: a schema for each of the parts takes several times as long. */
const packedStepsSchema = z.custom<PackedSteps>(Array.isArray);

/** A call that steps refer to: its number, function, depth, and its caller's number or null. */
const wireCallSchema = z.tuple([
  z.number().int().nonnegative(),
  z.string(),
  z.number().int().nonnegative(),
  z.number().int().nonnegative().nullable(),
]);

/**
 * A trace is sent in pieces while the program runs, so that a run that is ended by force leaves what
 * it did until then. Calls come with or before the first step that refers to them.
 */
export const traceEventSchema = z.discriminatedUnion("kind", [
  /** The steps from ordinal `first` on, and what was printed since the last such event. */
  z.object({
    kind: z.literal("steps"),
    first: z.number().int().nonnegative(),
    steps: packedStepsSchema,
    calls: z.array(wireCallSchema),
    output: z.string(),
  }),
  /** The counts so far, and the steps kept of those past the limit; each replaces the one before. */
  z.object({
    kind: z.literal("totals"),
    stepCount: z.number().int().nonnegative(),
    counts: countsSchema,
    hits: countsSchema,
    /** Ordinals of the late steps, and these. */
    ordinals: z.array(z.number().int().nonnegative()),
    late: packedStepsSchema,
    calls: z.array(wireCallSchema),
  }),
]);
export type TraceEvent = z.infer<typeof traceEventSchema>;

/** An edit of the program's text, as `py/tracemend/search/edits.py` writes it; only carried here. */
const editSchema = z.looseObject({ family: z.string() }).refine(isShallow, "an edit is nested");

/** What the search engine says while it tries candidates. */
export const searchEventSchema = z.discriminatedUnion("kind", [
  /**
   * About to try candidate `index`, sent so often that silence is a hang; when asked to be `careful`
   * before each, so that the one that hangs can be skipped. `total` is null when all single edits
   * were tried, `tried` counts those of this share.
   */
  z.object({
    kind: z.literal("trying"),
    index: z.number().int(),
    tried: z.number().int().nonnegative(),
    total: z.number().int().nullable(),
    best: z
      .object({ passed: z.number().int().nonnegative(), of: z.number().int().positive() })
      .nullable(),
  }),
  /** How suspicious lines of the program are, from 0 to 1. */
  z.object({
    kind: z.literal("suspicion"),
    lines: z.array(z.tuple([z.number().int().positive(), z.number().min(0).max(1)])),
  }),
  /** A candidate passed all tests. */
  z.object({
    kind: z.literal("plausible"),
    index: z.number().int(),
    fix: z.string(),
    edits: z.array(editSchema),
    /** How likely it was before it was tried; higher is likelier. */
    score: z.number(),
  }),
]);
export type SearchEvent = z.infer<typeof searchEventSchema>;

/** The inputs on which a reference has an answer, on how many of them a program has the same. */
const agreementSchema = z.object({
  inputs: z.number().int().nonnegative(),
  agreed: z.number().int().nonnegative(),
  /** Inputs left out because the data set's own right program answers otherwise than the reference. */
  contested: z.number().int().nonnegative(),
  /** Whether it is right on those too. */
  strict: z.boolean(),
  /** The first input with another answer. */
  first: z.object({ call: z.string(), expected: z.string(), actual: z.string() }).nullable(),
});
export type Agreement = z.infer<typeof agreementSchema>;

const source = { program: z.string(), tests: z.string() };

/** What the search engine is given, whatever it is asked. */
const searched = {
  ...source,
  instruction: z.string(),
  /** Ids of the failing tests, and of all. */
  failing: z.array(z.string()),
  all: z.array(z.string()),
  trace: traceSchema,
  /** Seconds for one test of one candidate. */
  seconds: z.number().positive(),
};

/**
 * Every method of an interpreter: what it takes and gives. `discover` and `judge` are asked of the
 * judge's interpreter, which never executes the program; the others of the program's.
 */
export const methods = {
  /** What every later run in this interpreter is surrounded by; the first call, or none. */
  prepare: {
    args: z.object({
      surroundings: surroundingsSchema,
      /** Where each of the call's `bytes`, the packages' files, belongs. */
      wheels: z.array(z.enum(["site", "dynlib"])).optional(),
    }),
    result: z.object({}),
    event: z.never(),
  },
  /** Take the Tests box apart. Executes nothing. */
  discover: {
    args: z.object(source),
    result: discoverySchema,
    event: z.never(),
  },
  /**
   * Run one test (or the program alone, `test: null`) under the tracer. The last events before the
   * result complete the trace.
   */
  trace: {
    args: z.object({ ...source, test: z.string().nullable(), limits: limitsSchema }),
    result: z.object({
      end: runEndSchema,
      /** The parts of the output that went to standard error, in code points. */
      stderr: z.array(z.tuple([z.number().int(), z.number().int()])).default([]),
    }),
    event: traceEventSchema,
  },
  /** Replay the given tests against stubs, with the replies so far for each. */
  judge: {
    args: z.object({
      ...source,
      cases: z.array(z.object({ test: z.string(), replies: z.array(replySchema) })),
      seconds: z.number().positive(),
    }),
    result: z.array(z.object({ test: z.string(), ruling: rulingSchema })),
    event: z.never(),
  },
  /**
   * Answer one ask. Calls with the same `session` share one namespace, in which the program was
   * executed once. The tests' text never comes here.
   */
  answer: {
    args: z.object({
      program: z.string(),
      session: z.string(),
      ask: askSchema,
      limits: limitsSchema,
    }),
    result: replySchema,
    event: z.never(),
  },
  /** Run one test in the program's own interpreter. */
  together: {
    args: z.object({ ...source, test: z.string(), limits: limitsSchema }),
    result: testOutcomeSchema,
    event: z.never(),
  },
  /** What a fix seems to have by heart of its tests. Executes nothing. */
  inspect: {
    args: z.object({ ...source, fix: z.string(), instruction: z.string() }),
    result: hardCodingsSchema,
    event: z.never(),
  },
  /** Calls like the given ones with changed arguments of the same types; executes nothing. */
  vary: {
    args: z.object({ asks: z.array(askSchema), seed: z.number().int(), count: z.number().int() }),
    result: z.array(askSchema),
    event: z.never(),
  },
  /** Where two programs answered the same calls differently; `again` is the first one's once more. */
  contrast: {
    args: z.object({
      calls: z.array(
        z.object({ ask: askSchema, before: replySchema, again: replySchema, after: replySchema }),
      ),
    }),
    result: contrastSchema,
    event: z.never(),
  },
  /**
   * On how many hidden inputs programs answer as a reference does, for measuring repairs. All run in the
   * same interpreter: no verdict is made of it.
   */
  agree: {
    args: z.object({
      programs: z.array(z.string()),
      /** A row of EvalPlus (arXiv:2305.01210) as text: JSON knows more numbers in Python than here. */
      row: z.string(),
      /** The right program of the bug's own data set, or null. */
      own: z.string().nullable(),
      /** For each program; up to three times as many where the reference is slow. */
      seconds: z.number().positive(),
    }),
    result: z.array(agreementSchema),
    event: z.never(),
  },
  /** Try edits of the program against the tests, the most promising first. */
  search: {
    args: z.object({
      ...searched,
      /** Continue at this candidate: the earlier ones were tried in an interpreter that died. */
      from: z.number().int().nonnegative(),
      /** Candidates that are known to hang. */
      skip: z.array(z.number().int()),
      careful: z.boolean(),
      /** Which of how many parts of the candidates. */
      share: z.tuple([z.number().int().nonnegative(), z.number().int().positive()]),
      /** Candidates to try at most. */
      most: z.number().int().positive(),
    }),
    result: z.object({ tried: z.number().int(), total: z.number().int() }),
    event: searchEventSchema,
  },
  /** Order patches that pass all tests, by what they do on other inputs too. */
  rank: {
    args: z.object({
      ...searched,
      patches: z.array(
        z.object({
          fix: z.string(),
          edits: z.array(editSchema),
          score: z.number(),
          /** How many candidates came before it. */
          index: z.number().int().nonnegative(),
        }),
      ),
      /** Whether to call the patches with inputs that no test has. */
      varied: z.boolean(),
    }),
    result: z.object({
      patches: z.array(
        z.object({ fix: z.string(), rationale: z.string(), confidence: confidenceSchema }),
      ),
      disagreements: z.array(
        z.object({
          call: z.string(),
          answers: z.array(z.object({ fix: z.string(), answer: z.string() })),
        }),
      ),
    }),
    event: z.object({ kind: z.literal("alive") }),
  },
  /** Make buggy programs of a correct one that passes its tests. */
  inject: {
    args: z.object({
      ...source,
      instruction: z.string(),
      difficulty: difficultySchema,
      seed: z.number().int().nonnegative(),
      count: z.number().int().positive(),
      /** Seconds for one test of one candidate. */
      seconds: z.number().positive(),
      /** Numbers of candidates that ended an interpreter before. */
      skip: z.array(z.number().int().nonnegative()),
    }),
    result: injectionSchema,
    /** About to try a candidate; -1 before the first one. */
    event: z.object({ kind: z.literal("trying"), index: z.number().int() }),
  },
} as const;

export type Method = keyof typeof methods;
export type Args<M extends Method> = z.infer<(typeof methods)[M]["args"]>;
export type Result<M extends Method> = z.infer<(typeof methods)[M]["result"]>;
export type EventOf<M extends Method> = z.infer<(typeof methods)[M]["event"]>;

/** App to interpreter, over its MessagePort. */
export type InterpreterRequest = {
  id: number;
  method: Method;
  json: string;
  /** What the call brings beside its arguments. */
  bytes: readonly Uint8Array[];
};

/** Interpreter to app. `failed` means that our own machinery broke, never that the program did. */
export const interpreterMessageSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("ready"),
    pyodide: z.string(),
    python: z.string(),
    milliseconds: z.number(),
  }),
  z.object({ type: z.literal("event"), id: z.number(), json: z.string() }),
  z.object({ type: z.literal("result"), id: z.number(), json: z.string() }),
  z.object({
    type: z.literal("failed"),
    id: z.number().nullable(),
    message: z.string().transform(shortened),
  }),
]);
export type InterpreterMessage = z.infer<typeof interpreterMessageSchema>;
