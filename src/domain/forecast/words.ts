import type { ForecastEnd, Times } from "./forecast";
import type { Reason } from "./reasons";
import type { EndScore, RealEnd } from "./realEnd";
import type { Departure, LineScore, ReturnedScore, Score } from "./score";

const count = new Intl.NumberFormat("en");

function lineCount(lines: number): string {
  return lines === 1 ? "1 line" : `${count.format(lines)} lines`;
}

/** `once`, `3 times`. */
export function timesWords(times: number): string {
  return times === 1 ? "once" : `${count.format(times)} times`;
}

const saidTimes: Record<Times, string> = { some: "to run", once: "once", several: "several times" };

/** Names of lines in backticks stand for code. */
function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case "condition":
      return `because \`${reason.condition}\` on line ${reason.line} was never ${reason.was === "false" ? "true" : "false"}`;
    case "noItems":
      return `because \`${reason.condition}\` on line ${reason.line} had nothing to go through`;
    case "notCalled":
      return `because \`${reason.name}\` was never called`;
    case "noException":
      return `because nothing that it catches was raised`;
    case "noMatch":
      return `because line ${reason.line} never matched`;
    case "left":
      return `because the run never went on from line ${reason.line} to it`;
  }
}

/** What came of the forecast of one line, as a sentence without its full stop. */
export function lineWords({ line, forecast, times, verdict, reason }: LineScore): string {
  switch (verdict) {
    case "agreed":
      return `line ${line} ran ${timesWords(times)}, as you said`;
    case "quiet":
      return `line ${line} never ran, as you said`;
    case "missed":
      return `line ${line} ran ${timesWords(times)}, and you did not expect it`;
    case "falseAlarm":
      return `line ${line} never ran${reason === null ? "" : ` ${reasonWords(reason)}`}`;
    case "otherTimes":
      return `line ${line} ran ${timesWords(times)}; you said ${saidTimes[forecast ?? "some"]}`;
  }
}

/** `You forecast 7 lines, 6 ran; line 5 never ran because …`: with what is most telling, if any. */
export function summaryWords({ lines, forecast, ran }: Score): string {
  const telling =
    lines.find(({ verdict }) => verdict === "falseAlarm") ??
    lines.find(({ verdict }) => verdict === "missed") ??
    lines.find(({ verdict }) => verdict === "otherTimes");
  const counts = `You forecast ${lineCount(forecast)}, ${count.format(ran)} ran`;
  return telling === undefined ? `${counts}.` : `${counts}; ${lineWords(telling)}.`;
}

/** `7 of 8 lines as you said`: how good the forecast was. */
export function accuracyWords({ lines, right }: Score): string {
  const all = `${count.format(right)} of ${lineCount(lines.length)} as you said`;
  return right === lines.length && right > 0 ? `${all}: every one` : all;
}

/** How a program ended, as `it finished`. */
function realEndWords(end: RealEnd): string {
  switch (end.kind) {
    case "finishes":
      return "it finished";
    case "raises":
      return `it raised ${end.type}${end.line === null ? " outside its own lines" : ` at line ${end.line}`}`;
    case "endless":
      return "it did not end by itself";
  }
}

function forecastEndWords(end: ForecastEnd): string {
  switch (end.kind) {
    case "finishes":
      return "that it finishes";
    case "raises":
      return `that it raises ${end.type ?? "an exception"}${end.line === null ? "" : ` at line ${end.line}`}`;
    case "endless":
      return "that it does not end";
  }
}

/** What was said of the end, and how it was. */
export function endScoreWords({ forecast, real, isRight }: EndScore): string {
  const said = `You said ${forecastEndWords(forecast)}`;
  if (real === null || isRight === null) return `${said}; how it ends was not seen.`;
  return `${said}${isRight ? ", and" : ", but"} ${realEndWords(real)}.`;
}

/** What was said of the returned value, and what it was. */
export function returnedWords({ forecast, real, isRight }: ReturnedScore): string {
  const said = `You said that it returns ${forecast}`;
  if (real === null) return `${said}; the program returned nothing to the test.`;
  return isRight ? `${said}, and it did.` : `${said}, but it returned ${real}.`;
}

/** Whether and where the run first did what was not forecast, as a sentence. */
export function departureWords({ departure, lines }: Pick<Score, "departure" | "lines">): string {
  if (departure !== null) return leftWords(departure);
  const isShort = lines.some(({ verdict }) => verdict === "falseAlarm" || verdict === "otherTimes");
  return isShort
    ? "The run kept to your forecast, but not all of it came."
    : "The run never left your forecast.";
}

function leftWords({ why }: Departure): string {
  switch (why.kind) {
    case "line":
      return `The run left your forecast at line ${why.line}, which you did not expect.`;
    case "again":
      return `The run left your forecast where line ${why.line} ran again: you said once.`;
    case "end":
      return `The run left your forecast at its end: ${realEndWords(why.real)}.`;
    case "returned":
      return `The run left your forecast at what it returned: ${why.real}.`;
  }
}
