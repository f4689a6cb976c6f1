import type { EngineName } from "../../domain/engine";
import type { Sample } from "../../domain/sample";
import { sampleTitle } from "./describeSample";

export type SampleFilter = { text: string; engine: EngineName | "all" };

export const noFilter: SampleFilter = { text: "", engine: "all" };

function searchedText(sample: Sample): string {
  const { problem, rationale, fix, engine } = sample;
  const parts = [sampleTitle(sample), problem.instruction, problem.program, problem.tests];
  return [...parts, rationale, fix, engine.detail].join("\n").toLowerCase();
}

/** The samples of that engine that hold every word of the text, in their order. */
export function filterSamples(samples: readonly Sample[], filter: SampleFilter): Sample[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return samples.filter((sample) => {
    if (filter.engine !== "all" && sample.engine.name !== filter.engine) return false;
    if (words.length === 0) return true;
    const text = searchedText(sample);
    return words.every((word) => text.includes(word));
  });
}

/**
 * The selected ones among the samples that are shown: a sample that the filter hides is neither
 * deleted nor exported.
 */
export function selectedAmong(shown: readonly Sample[], selected: ReadonlySet<string>): Sample[] {
  return shown.filter(({ id }) => selected.has(id));
}
