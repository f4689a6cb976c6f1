import { z } from "zod";
import { isReported } from "../neverRan";
import { statements, type Statement } from "../statements";

/** How often a line is said to run: at least once, or exactly that, or more often. */
export const timesSchema = z.enum(["some", "once", "several"]);
export type Times = z.infer<typeof timesSchema>;

/** How a run is said to end; null where a line or type is left open. */
export const forecastEndSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("finishes") }),
  z.object({
    kind: z.literal("raises"),
    line: z.number().int().positive().nullable(),
    type: z.string().nullable(),
  }),
  z.object({ kind: z.literal("endless") }),
]);
export type ForecastEnd = z.infer<typeof forecastEndSchema>;

/**
 * What somebody says a program will do, before it runs: the practical counterpart of what IPA-GNN
 * learns to say (Bieber et al. 2020, arXiv:2010.12621).
 */
export const forecastSchema = z.object({
  /** The lines that run, by the number of their statement's first line; all others never do. */
  lines: z.record(z.string(), timesSchema),
  /** Null where nothing is said of it. */
  end: forecastEndSchema.nullable(),
  /** The repr of what the call hands back; null where nothing is said of it. */
  returned: z.string().nullable(),
});
export type Forecast = z.infer<typeof forecastSchema>;

/** Nothing is said yet. */
export const noForecast: Forecast = { lines: {}, end: null, returned: null };

/** The forecast with another word about one line; null says that it never runs. */
export function withLine(forecast: Forecast, line: number, times: Times | null): Forecast {
  const others = Object.entries(forecast.lines).filter(([key]) => key !== String(line));
  const own = times === null ? [] : [[String(line), times] as const];
  return { ...forecast, lines: Object.fromEntries([...others, ...own]) };
}

/** Runs when the text is read, whether or not what it defines is ever called. */
const definition = /^(@|((async\s+)?def|class)\b[^]*:\s*(#.*)?$)/;

/** The statements of which it can be said whether they run: heads of definitions are left out. */
export function forecastable(program: string): Statement[] {
  return statements(program).filter(
    (statement) => isReported(statement) && !definition.test(statement.text),
  );
}
