import { timesRun } from "../neverRan";
import { failurePosition } from "../timeline/failure";
import type { Trace } from "../trace";
import { realPath, type RealPath } from "./realPath";
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
  /** The step that shows it, or the last one before it; null where there is none. */
  position: number | null;
  /** Whether it made no step of its own, so that `position` is just before it. */
  isBefore: boolean;
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
  path: RealPath;
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
  const path = realPath(trace, program);
  const end = scoreEnd(forecast.end, trace.end);
  const returned = scoreReturned(forecast, trace);
  return {
    lines,
    forecast: lines.filter((one) => one.forecast !== null).length,
    ran: lines.filter(({ times }) => times > 0).length,
    right: lines.filter(({ verdict }) => verdict === "agreed" || verdict === "quiet").length,
    end,
    returned,
    path,
    departure: departureOf(trace, { lines, path, end, returned }),
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

type Compared = Pick<Score, "lines" | "path" | "end" | "returned">;

function departureOf(trace: Trace, compared: Compared): Departure | null {
  const found = [
    lineDeparture(compared),
    endDeparture(trace, compared.end),
    returnedDeparture(trace, compared.returned),
  ].flatMap((one) => (one === null ? [] : [one]));
  const where = ({ position, isBefore }: Departure): number =>
    position === null ? Infinity : position + (isBefore ? 0.5 : 0);
  return found.reduce<Departure | null>(
    (first, one) => (first === null || where(one) < where(first) ? one : first),
    null,
  );
}

/** The first run of a line that was not to run, or not again. */
function lineDeparture({ lines, path }: Compared): Departure | null {
  const byLine = new Map(lines.map((one) => [one.line, one]));
  const seen = new Set<number>();
  let latest: number | null = null;
  for (const { line, position } of path.visits) {
    latest = position ?? latest;
    const one = byLine.get(line);
    const where = { position: latest, isBefore: position === null };
    if (one?.verdict === "missed") return { ...where, why: { kind: "line", line } };
    const isAgain = one?.verdict === "otherTimes" && one.forecast === "once" && seen.has(line);
    if (isAgain) return { ...where, why: { kind: "again", line } };
    seen.add(line);
  }
  const lost = lines.find(({ verdict }) => verdict === "missed");
  if (lost === undefined) return null;
  return { position: null, isBefore: true, why: { kind: "line", line: lost.line } };
}

function endDeparture(trace: Trace, end: EndScore | null): Departure | null {
  if (end?.isRight !== false || end.real === null) return null;
  const last = trace.steps.length - 1;
  const failure = failurePosition({ trace });
  const position = failure ?? (last < 0 ? null : last);
  return { position, isBefore: false, why: { kind: "end", real: end.real } };
}

function returnedDeparture(trace: Trace, returned: ReturnedScore | null): Departure | null {
  if (returned === null || returned.isRight || returned.real === null) return null;
  const position = returnedBy(trace)?.position ?? null;
  return { position, isBefore: false, why: { kind: "returned", real: returned.real } };
}
