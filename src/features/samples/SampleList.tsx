import clsx from "clsx";
import { useId } from "react";
import { useStore } from "zustand";
import type { Sample } from "../../domain/sample";
import { isPlausible } from "../../domain/verdict";
import { Badge } from "../../ui/Badge";
import { dateWords, engineTitles, fixSize, sampleTitle, verdictWords } from "./describeSample";
import type { SamplesModel } from "./samplesModel";

type SampleListProps = { model: SamplesModel; samples: readonly Sample[] };

export function SampleList({ model, samples }: SampleListProps) {
  const { selected, opened } = useStore(model.store);
  return (
    <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
      {samples.map((sample) => (
        <Row
          key={sample.id}
          model={model}
          sample={sample}
          isSelected={selected.has(sample.id)}
          isOpened={opened === sample.id}
        />
      ))}
    </ul>
  );
}

/** Where the focus returns to when a sample's detail is closed. */
export function openButtonId(sampleId: string): string {
  return `open-sample-${sampleId}`;
}

type RowProps = { model: SamplesModel; sample: Sample; isSelected: boolean; isOpened: boolean };

function Row({ model, sample, isSelected, isOpened }: RowProps) {
  const titleId = useId();
  const title = sampleTitle(sample);
  return (
    <li className={clsx("flex gap-2 px-2 py-2", isOpened && "bg-accent-soft")}>
      <label className="flex size-7 shrink-0 items-center justify-center">
        <span className="sr-only">Select {title}</span>
        <input
          type="checkbox"
          className="size-4 accent-(--accent)"
          checked={isSelected}
          onChange={(event) => model.select([sample.id], event.currentTarget.checked)}
        />
      </label>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <button
          type="button"
          id={openButtonId(sample.id)}
          aria-describedby={titleId}
          aria-expanded={isOpened}
          className="min-h-7 text-left font-medium text-accent wrap-anywhere hover:underline"
          onClick={() => model.open(isOpened ? null : sample.id)}
        >
          {title}
        </button>
        <p id={titleId} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
          <Badge>{engineTitles[sample.engine.name]}</Badge>
          <Badge tone={isPlausible(sample.verdict) ? "pass" : "warn"}>
            {verdictWords(sample.verdict)}
          </Badge>
          <FixSizeText sample={sample} />
          <time dateTime={sample.acceptedAt}>{dateWords(sample.acceptedAt)}</time>
        </p>
      </div>
    </li>
  );
}

function FixSizeText({ sample }: { sample: Sample }) {
  const { added, removed } = fixSize(sample);
  return (
    <span className="font-mono">
      <span className="sr-only">
        Lines of the fix: {added} added, {removed} removed.
      </span>
      <span aria-hidden="true">
        +{added} −{removed}
      </span>
    </span>
  );
}
