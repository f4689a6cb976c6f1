import type { Trace } from "../trace";
import { onOneLine, type TracedSource } from "./inline";
import { stateText, tracedStates } from "./tracedStates";

/**
 * The scratchpad of Nye et al. 2021 (arXiv:2112.00114): from `state: {}` on, each line that ran and
 * the whole state of its frame after it. Lines that changed nothing are not in a trace, so not here.
 * What a line returned, yielded or raised is shown in its own state only. A line `...` stands for
 * steps that the trace did not keep; a state after them has what was set since.
 */
export function renderScratchpad(source: TracedSource, trace: Trace): string {
  const pieces = ["state: {}"];
  for (const { line, left, after, marks } of tracedStates(trace, source)) {
    if (left > 0) pieces.push("...");
    pieces.push(`line: ${line.trimEnd()}`, `state: ${onOneLine(stateText([...after, ...marks]))}`);
  }
  return `${pieces.join("\n")}\n`;
}
