import { ArrowLeft, SquarePen, Trash2 } from "lucide-react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import type { Problem } from "../../domain/problem";
import type { Sample } from "../../domain/sample";
import { Button } from "../../ui/Button";
import { Region } from "../../ui/Region";
import { dateWords, engineTitles, sampleTitle } from "./describeSample";
import { deleteWithUndo } from "./deleteWithUndo";
import type { RepairViews } from "./repairViews";
import { openButtonId } from "./SampleList";
import type { SamplesModel } from "./samplesModel";

type SampleDetailProps = {
  model: SamplesModel;
  sample: Sample;
  views: RepairViews;
  onOpen: (problem: Problem) => void;
};

/** One sample in full. It takes the focus when it opens, and gives it back to its row. */
export function SampleDetail({ model, sample, views, onOpen }: SampleDetailProps) {
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.focus();
  }, []);
  const close = (): void => {
    model.open(null);
    // The list is hidden beside an open sample on a narrow screen: only after the next frame is its
    // row there to be focused.
    requestAnimationFrame(() => document.getElementById(openButtonId(sample.id))?.focus());
  };
  return (
    <div ref={top} tabIndex={-1} className="min-w-0 outline-none">
      <Region
        title={sampleTitle(sample)}
        actions={
          <>
            <Button size="small" icon={<ArrowLeft />} onClick={close}>
              Back to the list
            </Button>
            <Button size="small" icon={<SquarePen />} onClick={() => onOpen(sample.problem)}>
              Open in the workbench
            </Button>
            <Button
              size="small"
              variant="danger"
              icon={<Trash2 />}
              onClick={() => void deleteWithUndo(model, [sample.id])}
            >
              Delete this sample
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <Content sample={sample} views={views} />
        </div>
      </Region>
    </div>
  );
}

function Content({ sample, views }: { sample: Sample; views: RepairViews }) {
  const { problem, rationale, fix, verdict, prompt } = sample;
  return (
    <>
      <Part title="Instruction">
        <p className="whitespace-pre-wrap wrap-anywhere">{problem.instruction || "None given."}</p>
      </Part>
      <Part title="Rationale">
        <views.Rationale text={rationale} />
      </Part>
      <Part title="Fix">
        <views.Diff label="Fix against the program" before={problem.program} after={fix} />
      </Part>
      <Part title="Verdict">
        <views.Verdict verdict={verdict} />
      </Part>
      <Part title="Prompt">
        {prompt.map((message, index) => (
          <details key={index}>
            <summary className="py-1">
              {message.role}, {message.content.length.toLocaleString("en")} characters
            </summary>
            <Listing label={`Prompt, ${message.role}`} text={message.content} />
          </details>
        ))}
      </Part>
      <Part title="Origin">
        <Origin sample={sample} />
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="min-w-0">
      <h3 id={id} className="mb-1 text-xs font-semibold text-muted">
        {title}
      </h3>
      {children}
    </div>
  );
}

function Listing({ label, text }: { label: string; text: string }) {
  return (
    <pre
      aria-label={label}
      className="rounded-md border border-line bg-raised p-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere"
    >
      {text}
    </pre>
  );
}

function Origin({ sample }: { sample: Sample }) {
  const { engine, trace, versions, problem } = sample;
  const { source, reference } = problem.provenance;
  const facts = [
    ["Accepted", dateWords(sample.acceptedAt)],
    ["Engine", [engineTitles[engine.name], engine.detail].filter((text) => text !== "").join(", ")],
    ["Problem", [source, reference].filter((text) => text !== "").join(", ")],
    ["Trace", `${trace.steps.length.toLocaleString("en")} steps`],
    ["Tracemend", versions.tracemend],
    ["Python", `${versions.python} (Pyodide ${versions.pyodide})`],
    ["Sample", sample.id],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
