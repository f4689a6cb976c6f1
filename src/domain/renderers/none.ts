import type { Test } from "../test";
import { withComments, type TracedSource } from "./inline";

/** The program without its trace, then the test's own lines: what a trace is compared against. */
export function renderNone(
  source: TracedSource,
  test: Pick<Test, "place" | "line" | "endLine"> | null,
): string {
  return withComments(source, test, []);
}
