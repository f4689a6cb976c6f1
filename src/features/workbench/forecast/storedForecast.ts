import { z } from "zod";
import { forecastSchema } from "../../../domain/forecast/forecast";
import type { TextStorage } from "../problem/draft";

export const forecastKey = "tracemend.forecast";

const storedSchema = z.object({
  version: z.literal(1),
  /** What was forecast; the forecast is of nothing else. */
  source: z.object({ program: z.string(), tests: z.string() }),
  /** Whether the program has run since. */
  isMade: z.boolean(),
  /** Null until the tests are known. */
  testId: z.string().nullable(),
  forecast: forecastSchema,
});
export type StoredForecast = Omit<z.infer<typeof storedSchema>, "version">;

/** The forecast that was kept, or null. One that cannot be read is of no use to anybody. */
export function readForecast(storage: TextStorage): StoredForecast | null {
  try {
    const text = storage.getItem(forecastKey);
    return text === null ? null : storedSchema.nullable().parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Keeps a forecast, or none. A browser that refuses loses it on a reload; the draft tells of that. */
export function writeForecast(storage: TextStorage, forecast: StoredForecast | null): void {
  try {
    const stored = forecast === null ? null : { version: 1, ...forecast };
    storage.setItem(forecastKey, JSON.stringify(stored));
  } catch {
    return;
  }
}
