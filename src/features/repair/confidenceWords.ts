import type { Confidence } from "../../domain/engine";

/** From 1 to 99, on one line: no model is certain. */
export function percent({ probability }: Confidence): string {
  return `${Math.min(99, Math.max(1, Math.round(probability * 100)))}\u00a0%`;
}

const likely: Record<Confidence["grade"], string> = {
  confident: "probably what you meant",
  possible: "may be what you meant",
  unlikely: "probably not what you meant",
};

/** What passing `tests` tests is worth: `"Passes your 3 tests; probably what you meant (91 %)."` */
export function confidenceWords(confidence: Confidence, tests: number): string {
  const passed = tests === 1 ? "your test" : `your ${tests} tests`;
  return `Passes ${passed}; ${likely[confidence.grade]} (${percent(confidence)}).`;
}
