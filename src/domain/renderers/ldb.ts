import type { Trace } from "../trace";
import { onOneLine, sourceLines, type TracedSource } from "./inline";
import { tracedStates, type Binding, type TracedState } from "./tracedStates";

/** Of a longer trace, this many blocks are kept at either end. */
const keptBlocks = 5;

/** `afterGap`: whether steps before it were not kept. */
type Block = { first: TracedState; last: TracedState; afterGap: boolean };

const controlHeader =
  /^\s*(?:async\s+(?:for|with)|for|while|if|elif|else|with|try|except|finally|match|case)\b/;
const indentationOf = (line: string): string => /^\s*/.exec(line)?.[0] ?? "";

/**
 * Whether control surely ran straight on from one step to the next: in one frame, further down, at
 * one indentation, with nothing between that branches.
 */
function runsOn(from: TracedState, to: TracedState, lines: readonly string[]): boolean {
  if (from.step.frame.call !== to.step.frame.call || from.step.place !== to.step.place)
    return false;
  if (from.step.line >= to.step.line || from.marks.length > 0) return false;
  const indentation = indentationOf(from.line);
  return lines
    .slice(from.step.line - 1, to.step.line)
    .every(
      (line) =>
        line.trim() === "" || (indentationOf(line) === indentation && !controlHeader.test(line)),
    );
}

function blocksOf(trace: Trace, source: TracedSource): Block[] {
  const lines = { program: sourceLines(source.program), tests: sourceLines(source.tests) };
  const blocks: Block[] = [];
  let afterGap = false;
  for (const state of tracedStates(trace, source)) {
    afterGap ||= state.left > 0;
    if (state.entersCall) continue;
    const current = afterGap ? undefined : blocks.at(-1);
    if (current && runsOn(current.last, state, lines[state.step.place])) current.last = state;
    else blocks.push({ first: state, last: state, afterGap });
    afterGap = false;
  }
  return blocks;
}

function renderBlock({ first, last }: Block, index: number, lines: readonly string[]): string[] {
  const indentation = indentationOf(first.line);
  const comment = (bindings: readonly Binding[]) =>
    `${indentation}# ${bindings.map(([name, value]) => `${name}=${onOneLine(value)}`).join("   ")}`;
  const marks = last.marks.map(([name, value]): Binding => [
    name === "__return__" ? "_ret" : name,
    value,
  ]);
  return [
    `[BLOCK-${index}]`,
    comment(first.before).trimEnd(),
    ...lines.slice(first.step.line - 1, last.step.line),
    comment([...last.after, ...marks]).trimEnd(),
  ];
}

/**
 * The blocks of LDB (Zhong et al. 2024, arXiv:2402.16906): straight pieces of code between their
 * frame's variables before and after them; the first five and the last five. A returned value is
 * `_ret`, as there. Where a trace cannot show that control ran straight on, a block ends, so that
 * blocks may be shorter than the program's basic blocks, never longer. `...` stands for blocks left
 * out here and for steps that the trace did not keep; blocks are numbered as far as it has them.
 */
export function renderLdb(source: TracedSource, trace: Trace): string {
  const lines = { program: sourceLines(source.program), tests: sourceLines(source.tests) };
  const blocks = blocksOf(trace, source);
  const pieces: string[] = [];
  let isGap = false;
  blocks.forEach((block, index) => {
    const inMiddle = index >= keptBlocks && index < blocks.length - keptBlocks;
    isGap ||= inMiddle || block.afterGap;
    if (inMiddle) return;
    if (isGap) pieces.push("...");
    isGap = false;
    pieces.push(...renderBlock(block, index, lines[block.first.step.place]));
  });
  return pieces.map((line) => `${line}\n`).join("");
}
