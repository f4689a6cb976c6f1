import { timesRun } from "../neverRan";
import { failurePosition } from "../timeline/failure";
import type { Trace } from "../trace";
import { forecastable, type Forecast, type Times } from "./forecast";
import { Reasons, type Reason } from "./reasons";
import { returnedBy, scoreEnd, type EndScore, type RealEnd } from "./realEnd";

/**
 * How a line's forecast came out: `agreed` ran as said, `quiet` never ran and nobody said so,
 * `missed` ran unforeseen, `falseAlarm` was said to run, `otherTimes` ran, but not as often as said.
 */
export type LineVerdict = "agreed" | "quiet" | "missed" | "falseAlarm" | "otherTimes";

export type LineScore = {
  /** The statement's first and last line. */
  line: number;
  last: number;
  forecast: Times | null;
  /** How often it ran. */
  times: number;
  verdict: LineVerdict;
  /** Why a line that was said to run never did; null for others, and where that is not known. */
  reason: Reason | null;
};

/** The word of a forecast about the returned value; `real` is null where the program returned nothing. */
export type ReturnedScore = { forecast: string; real: string | null; isRight: boolean };

/** Where the run first does what was not forecast. */
export type Departure = {
  /** The step that shows it; null where no step was recorded there. */
  position: number | null;
  why:
    | { kind: "line"; line: number }
    /** Said to run once, and now begins again. */
    | { kind: "again"; line: number }
    | { kind: "end"; real: RealEnd }
    | { kind: "returned"; real: string };
};

export type Score = {
  lines: readonly LineScore[];
  /** How many lines were said to run, how many did, and of how many the truth was said. */
  forecast: number;
  ran: number;
  right: number;
  end: EndScore | null;
  returned: ReturnedScore | null;
  /** Null where the run never left the forecast. */
  departure: Departure | null;
};

function verdictOf(forecast: Times | null, times: number): LineVerdict {
  if (forecast === null) return times > 0 ? "missed" : "quiet";
  if (times === 0) return "falseAlarm";
  if (forecast === "some") return "agreed";
  return (forecast === "once") === (times === 1) ? "agreed" : "otherTimes";
}

/** Compares a forecast with what the program did. `program` is the text that was forecast and run. */
export function score(forecast: Forecast, trace: Trace, program: string): Score {
  const hits = trace.hits.program;
  const reasons = new Reasons(program, hits);
  const lines = forecastable(program).map((statement): LineScore => {
    const said = forecast.lines[String(statement.first)] ?? null;
    const times = timesRun(statement, hits);
    const verdict = verdictOf(said, times);
    const reason = verdict === "falseAlarm" ? reasons.of(statement.first) : null;
    return { line: statement.first, last: statement.last, forecast: said, times, verdict, reason };
  });
  const end = scoreEnd(forecast.end, trace.end);
  const returned = scoreReturned(forecast, trace);
  return {
    lines,
    forecast: lines.filter((one) => one.forecast !== null).length,
    ran: lines.filter(({ times }) => times > 0).length,
    right: lines.filter(({ verdict }) => verdict === "agreed" || verdict === "quiet").length,
    end,
    returned,
    departure: departureOf(trace, { lines, end, returned }),
  };
}

/** Spaces and the kind of quotes do not count. */
function bareRepr(value: string): string {
  return value.replace(/\s+/g, "").replaceAll('"', "'");
}

function scoreReturned(forecast: Forecast, trace: Trace): ReturnedScore | null {
  if (forecast.returned === null) return null;
  const real = returnedBy(trace)?.value ?? null;
  const isRight = real !== null && bareRepr(forecast.returned) === bareRepr(real);
  return { forecast: forecast.returned, real, isRight };
}

type Compared = Pick<Score, "lines" | "end" | "returned">;

function departureOf(trace: Trace, compared: Compared): Departure | null {
  const found = [
    lineDeparture(trace, compared.lines),
    endDeparture(trace, compared.end),
    returnedDeparture(trace, compared.returned),
  ].flatMap((one) => (one === null ? [] : [one]));
  const where = ({ position }: Departure): number => position ?? Infinity;
  return found.reduce<Departure | null>(
    (first, one) => (first === null || where(one) < where(first) ? one : first),
    null,
  );
}

/** The first step on a line that was not to run, or not again. */
function lineDeparture({ steps }: Trace, lines: readonly LineScore[]): Departure | null {
  const byLine = new Map<number, LineScore>();
  for (const one of lines) {
    for (let line = one.line; line <= one.last; line += 1) byLine.set(line, one);
  }
  const seen = new Set<LineScore>();
  for (const [position, step] of steps.entries()) {
    const one = step.place === "program" ? byLine.get(step.line) : undefined;
    if (one?.verdict === "missed") return { position, why: { kind: "line", line: one.line } };
    if (one?.verdict !== "otherTimes" || one.forecast !== "once") continue;
    if (seen.has(one)) return { position, why: { kind: "again", line: one.line } };
    seen.add(one);
  }
  const stepless = lines.find(({ verdict }) => verdict === "missed");
  return stepless === undefined
    ? null
    : { position: null, why: { kind: "line", line: stepless.line } };
}

function endDeparture(trace: Trace, end: EndScore | null): Departure | null {
  if (end?.isRight !== false || end.real === null) return null;
  const last = trace.steps.length - 1;
  const failure = failurePosition({ trace });
  const position = failure ?? (last < 0 ? null : last);
  return { position, why: { kind: "end", real: end.real } };
}

function returnedDeparture(trace: Trace, returned: ReturnedScore | null): Departure | null {
  if (returned === null || returned.isRight || returned.real === null) return null;
  const position = returnedBy(trace)?.position ?? null;
  return { position, why: { kind: "returned", real: returned.real } };
}
