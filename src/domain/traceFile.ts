import { z } from "zod";
import { jsonFault } from "./jsonFault";
import { testSchema } from "./test";
import { traceSchema, type Frame, type Trace } from "./trace";

const format = "tracemend-trace";
const version = 2;

/** A trace with what its lines count in, as it is exported; `docs/trace-format.md` describes it. */
export const traceFileSchema = z.object({
  format: z.literal(format),
  version: z.literal(version),
  program: z.string(),
  tests: z.string(),
  /** The traced test; null for the program alone. */
  test: testSchema.nullable(),
  trace: traceSchema,
});
export type TraceFile = z.infer<typeof traceFileSchema>;

/** Why a file was not opened: what happened, why, and what to do next. */
export type TraceFileFailure = { what: string; why: string; tryThis: string };

export type ReadTraceFile =
  { kind: "read"; file: TraceFile } | { kind: "refused"; failure: TraceFileFailure };

/** The text of a trace file: JSON on one line. */
export function writeTraceFile(content: Omit<TraceFile, "format" | "version">): string {
  const { program, tests, test, trace } = content;
  const file: TraceFile = { format, version, program, tests, test, trace };
  return `${JSON.stringify(file)}\n`;
}

/** Reads a trace file, which may come from anywhere. */
export function readTraceFile(text: string): ReadTraceFile {
  const json = text.replace(/^\ufeff/, "");
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refused(notJson(json));
  }
  const failure = otherFormat(value);
  if (failure !== null) return refused(failure);
  const parsed = traceFileSchema.safeParse(value);
  if (!parsed.success) return refused(damaged(issueInWords(parsed.error)));
  const fault = faultOf(parsed.data.trace);
  if (fault !== null) return refused(damaged(fault));
  return { kind: "read", file: { ...parsed.data, trace: sharingFrames(parsed.data.trace) } };
}

const refused = (failure: TraceFileFailure): ReadTraceFile => ({ kind: "refused", failure });

const exportAnew =
  "Export the trace again: Export trace in the workbench, or --form json on the command line.";

function notJson(text: string): TraceFileFailure {
  const at = jsonFault(text) ?? text.length;
  const before = text.slice(0, at).split("\n");
  const where = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  const isEmpty = text.trim() === "";
  return {
    what: "This file is no trace.",
    why: isEmpty
      ? "It is empty."
      : at >= text.length
        ? `It ends at ${where}, before its JSON does.`
        : `It is not JSON: ${where} cannot be read.`,
    tryThis: isEmpty || at < text.length ? "Choose a trace that was exported." : exportAnew,
  };
}

const headSchema = z.object({ format: z.string(), version: z.number() });
/** What the command line printed as JSON before there were trace files. */
const bareTraceSchema = z.object({ version: z.literal(1), steps: z.array(z.unknown()) });

function otherFormat(value: unknown): TraceFileFailure | null {
  const head = headSchema.safeParse(value);
  const isOld = head.success && head.data.format === format && head.data.version < version;
  if (isOld || bareTraceSchema.safeParse(value).success) {
    return {
      what: "This trace is of version 1, which cannot be opened.",
      why: "It has no program beside it, nor what was printed when.",
      tryThis: exportAnew,
    };
  }
  if (!head.success || head.data.format !== format) {
    return {
      what: "This file is no trace.",
      why: `It is JSON, but does not say "format": "${format}".`,
      tryThis: "Choose a trace that was exported.",
    };
  }
  if (head.data.version === version) return null;
  return {
    what: `This trace is of version ${head.data.version}, and this Tracemend reads version ${version}.`,
    why: "A newer Tracemend wrote it.",
    tryThis: "Reload the page to get the newest Tracemend, then open the file again.",
  };
}

function damaged(why: string): TraceFileFailure {
  return { what: "This trace cannot be opened: its content is damaged.", why, tryThis: exportAnew };
}

/** The first thing that does not fit: `trace.steps[3].line: …`. */
function issueInWords({ issues }: z.ZodError): string {
  const [issue] = issues;
  if (issue === undefined) return "It does not fit the schema.";
  const path = issue.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`));
  return `${path.join("").replace(/^\./, "")}: ${issue.message}.`;
}

/** What does not fit together in a trace whose parts do fit the schema; null when all does. */
function faultOf({ steps, stepCount }: Trace): string | null {
  const frames = new Map<number, Frame>();
  let next = 0;
  for (const [index, { ordinal, frame }] of steps.entries()) {
    const path = `trace.steps[${index}]`;
    if (ordinal < next) return `${path}.ordinal: ${ordinal} comes where ${next} could.`;
    next = ordinal + 1;
    const { call, caller } = frame;
    if (caller !== null && caller >= call) {
      return `${path}.frame.caller: call ${caller} began after call ${call}, which it made.`;
    }
    const known = frames.get(call) ?? frame;
    frames.set(call, known);
    const isSame =
      known.function === frame.function &&
      known.depth === frame.depth &&
      known.caller === frame.caller;
    if (!isSame) return `${path}.frame: call ${call} is another one in an earlier step.`;
  }
  return stepCount < next ? `trace.stepCount: ${stepCount} is less than ${next} steps.` : null;
}

/** The same trace with one frame object for all steps of a call: a file repeats it. */
function sharingFrames(trace: Trace): Trace {
  const frames = new Map<number, Frame>();
  const steps = trace.steps.map((step) => {
    const frame = frames.get(step.frame.call) ?? step.frame;
    frames.set(frame.call, frame);
    return { ...step, frame };
  });
  return { ...trace, steps };
}
