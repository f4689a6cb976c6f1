import type { Frame, Step, Trace } from "../domain/trace";
import { StepPacker, type PackedSteps } from "../python/packedSteps";
import type { TraceEvent } from "../python/protocol";

type WireCall = TraceEvent["calls"][number];

/**
 * The events in which an interpreter sends `trace`, `size` steps in each: those without a gap before
 * them first, the later ones with the totals at the end.
 */
export function traceEvents(trace: Trace, size = 100): TraceEvent[] {
  const events: TraceEvent[] = [];
  const gap = trace.steps.findIndex(({ ordinal }, index) => ordinal !== index);
  const early = gap === -1 ? trace.steps : trace.steps.slice(0, gap);
  const late = gap === -1 ? [] : trace.steps.slice(gap);
  let sent = 0;
  for (let first = 0; first < early.length; first += size) {
    const steps = early.slice(first, first + size);
    const printed = first + size < early.length ? (steps.at(-1)?.printed ?? 0) : undefined;
    const output = trace.output.slice(sent, printed);
    sent += output.length;
    events.push({
      kind: "steps",
      first,
      steps: packed(steps, trace),
      calls: wireCalls(steps),
      output,
    });
  }
  if (early.length === 0) {
    events.push({ kind: "steps", first: 0, steps: [], calls: [], output: trace.output });
  }
  const { stepCount, counts, hits } = trace;
  events.push({
    kind: "totals",
    stepCount,
    counts,
    hits,
    ordinals: late.map(({ ordinal }) => ordinal),
    late: packed(late, trace),
    calls: wireCalls(late),
  });
  return events;
}

/** The wire counts code points of the output, a trace the places of a JavaScript string. */
function packed(steps: readonly Step[], { output }: Trace): PackedSteps {
  const packer = new StepPacker();
  for (const { place, line, frame, iteration, printed, changes } of steps) {
    packer.add({
      place: place === "program" ? 0 : 1,
      line,
      call: frame.call,
      iteration: iteration ?? 0,
      printed: Array.from(output.slice(0, printed)).length,
      changes: changes.flatMap(({ name, value }) => [name, value]),
    });
  }
  return packer.take();
}

function wireCalls(steps: readonly Step[]): WireCall[] {
  const frames = new Map<number, Frame>(steps.map(({ frame }) => [frame.call, frame]));
  return [...frames.values()].map((frame) => [
    frame.call,
    frame.function,
    frame.depth,
    frame.caller,
  ]);
}
