import { useMemo, type ReactNode } from "react";
import { useStore } from "zustand";
import type { Problem } from "../../domain/problem";
import type { Sample } from "../../domain/sample";
import type { SampleStorage, UnreadableRow } from "../../storage/samples";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Notice } from "../../ui/Notice";
import { Region } from "../../ui/Region";
import { Spinner } from "../../ui/Spinner";
import { samplesWords } from "./describeSample";
import type { RepairViews } from "./repairViews";
import { filterSamples, noFilter } from "./sampleFilter";
import { SampleDetail } from "./SampleDetail";
import { SampleList } from "./SampleList";
import type { SamplesModel } from "./samplesModel";
import { SamplesToolbar } from "./SamplesToolbar";
import { useSamples } from "./useSamples";

export type SamplesPageProps = {
  storage: SampleStorage;
  /** Lives longer than the page, so that filter and undo are there on the way back. */
  model: SamplesModel;
  views: RepairViews;
  /** Opens a sample's problem in the workbench. */
  onOpen: (problem: Problem) => void;
};

/** The accepted samples: find, read, delete, export. */
export function SamplesPage({ storage, model, views, onOpen }: SamplesPageProps) {
  const { state, retry } = useSamples(storage);
  switch (state.kind) {
    case "loading":
      return (
        <Page>
          <p role="status" className="flex items-center gap-2 text-muted">
            <Spinner /> Reading the samples…
          </p>
        </Page>
      );
    case "failed":
      return (
        <Page>
          <Notice {...state.failure} action={<Button onClick={retry}>Try again</Button>} />
        </Page>
      );
    case "ready":
      return (
        <Page>
          <Kept model={model} views={views} onOpen={onOpen} {...state.listing} />
        </Page>
      );
  }
}

function Page({ children }: { children: ReactNode }) {
  return <div className="mx-auto flex w-full max-w-7xl flex-col gap-3 p-3">{children}</div>;
}

type KeptProps = {
  model: SamplesModel;
  samples: readonly Sample[];
  unreadable: readonly UnreadableRow[];
} & Pick<SamplesPageProps, "views" | "onOpen">;

function Kept({ model, samples, unreadable, views, onOpen }: KeptProps) {
  const { filter, opened, failure } = useStore(model.store);
  const shown = useMemo(() => filterSamples(samples, filter), [samples, filter]);
  const detail = samples.find(({ id }) => id === opened) ?? null;
  return (
    <>
      {failure !== null && (
        <Notice
          {...failure}
          action={<Button onClick={() => model.dismissFailure()}>Dismiss</Button>}
        />
      )}
      {unreadable.length > 0 && <UnreadableNotice rows={unreadable} />}
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <Region title="Samples" className={detail === null ? "lg:col-span-2" : "max-lg:hidden"}>
          <div className="flex flex-col gap-3">
            <SamplesToolbar model={model} shown={shown} total={samples.length} />
            {samples.length === 0 && <NoSamples />}
            {samples.length > 0 && shown.length === 0 && <NothingFound model={model} />}
            {shown.length > 0 && <SampleList model={model} samples={shown} />}
          </div>
        </Region>
        {detail !== null && (
          <SampleDetail
            key={detail.id}
            model={model}
            sample={detail}
            views={views}
            onOpen={onOpen}
          />
        )}
      </div>
    </>
  );
}

function NoSamples() {
  return (
    <EmptyState
      title="No samples yet"
      action={
        <a href="#/" className="font-medium text-accent underline">
          Go to the workbench
        </a>
      }
    >
      In the workbench, run a program that fails a test, choose “Find a fix”, and accept a fix that
      passes. It is kept here, in this browser only, ready to export as training data.
    </EmptyState>
  );
}

function NothingFound({ model }: { model: SamplesModel }) {
  return (
    <EmptyState
      title="No sample fits the filter"
      action={<Button onClick={() => model.setFilter(noFilter)}>Clear filter</Button>}
    >
      The text is looked for in titles, instructions, programs, tests, rationales and fixes.
    </EmptyState>
  );
}

function UnreadableNotice({ rows }: { rows: readonly UnreadableRow[] }) {
  return (
    <Notice
      tone="warning"
      what={`${samplesWords(rows.length)} could not be read.`}
      why="Another version of Tracemend wrote them, or they are damaged."
      tryThis="They are kept as they are. Reload the page to get the newest Tracemend, which may read more."
      action={
        <details>
          <summary>What is wrong</summary>
          <ul className="flex flex-col gap-1 text-xs">
            {rows.map(({ key, why }, index) => (
              <li key={index} className="whitespace-pre-wrap">
                {key}: {why}
              </li>
            ))}
          </ul>
        </details>
      }
    />
  );
}
