import type { Test } from "../test";
import type { Trace } from "../trace";
import { renderCwm } from "./cwm";
import { renderDocument, type TracedSource } from "./inline";
import { renderLdb } from "./ldb";
import { renderNone } from "./none";
import { renderScratchpad } from "./scratchpad";
import { renderSemcoder } from "./semcoder";

/** One way of writing a trace down. */
export type Form = {
  title: string;
  /** Where the form comes from. */
  citation: string;
  /** `test`: the traced test, or null for the program alone. */
  render(
    source: TracedSource,
    test: Pick<Test, "place" | "line" | "endLine"> | null,
    trace: Trace,
  ): string;
};

/**
 * Every form of a trace. Those at the line ends (and none) hold the program; a CWM trace begins with
 * it; a scratchpad and LDB's blocks quote only the lines that ran.
 */
export const forms = {
  none: {
    title: "No trace",
    citation: "The plain program, as the paper's baseline without traces (arXiv:2404.14662)",
    render: renderNone,
  },
  inline: {
    title: "Inline",
    citation: "NExT, Ni et al. 2024, arXiv:2404.14662",
    render: (source, test, trace) => renderDocument(source, test, trace),
  },
  scratchpad: {
    title: "Scratchpad",
    citation: "Nye et al. 2021, arXiv:2112.00114",
    render: (source, _test, trace) => renderScratchpad(source, trace),
  },
  ldb: {
    title: "LDB blocks",
    citation: "Zhong et al. 2024, arXiv:2402.16906",
    render: (source, _test, trace) => renderLdb(source, trace),
  },
  semcoder: {
    title: "SemCoder",
    citation: "Ding et al. 2024, arXiv:2406.01006",
    render: renderSemcoder,
  },
  cwm: {
    title: "CWM",
    citation: "FAIR CodeGen team 2025, arXiv:2510.02387",
    render: renderCwm,
  },
} as const satisfies Record<string, Form>;

export type FormId = keyof typeof forms;
