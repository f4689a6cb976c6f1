import { forecastable, type Forecast, type Times } from "../../../domain/forecast/forecast";
import type { LineScore, LineVerdict, Score } from "../../../domain/forecast/score";
import { lineWords, timesWords } from "../../../domain/forecast/words";
import type { MarginMark } from "../editor/margin";

/** How often a line is said to run, in the words of the form. */
export const saidWords: Record<Times, string> = {
  some: "runs",
  once: "runs once",
  several: "runs several times",
};

/** While a forecast is made: an open mark at each line of which something can be said. */
export function openMarks(forecast: Forecast, program: string): MarginMark[] {
  return forecastable(program).map(({ first: line }) => {
    const said = forecast.lines[String(line)];
    return said === undefined
      ? { line, look: "open", hover: `Click if line ${line} runs.`, text: null }
      : { line, look: "said", hover: `You say line ${line} ${saidWords[said]}.`, text: null };
  });
}

/** What is written behind a line; those of which all was as said speak by their mark alone. */
const shortWords: Record<LineVerdict, ((line: LineScore) => string) | null> = {
  agreed: null,
  quiet: null,
  missed: ({ times }) => `ran ${timesWords(times)}, not forecast`,
  falseAlarm: () => "forecast, never ran",
  otherTimes: ({ times, forecast }) =>
    `ran ${timesWords(times)}, forecast ${forecast === "once" ? "once" : "several times"}`,
};

/** Once the program ran: what came of each line's forecast. */
export function scoredMarks({ lines }: Score): MarginMark[] {
  return lines.flatMap((one): MarginMark[] => {
    const { line, verdict } = one;
    if (verdict === "quiet") return [];
    const words = lineWords(one);
    const hover = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
    const text = shortWords[verdict]?.(one) ?? null;
    return [{ line, look: verdict, hover, text }];
  });
}
