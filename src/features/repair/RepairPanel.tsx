import { Sparkles, Square } from "lucide-react";
import { useId, useRef } from "react";
import { toast } from "sonner";
import { useStore } from "zustand";
import type { EngineName, RepairTask } from "../../domain/engine";
import { hasHoles } from "../../domain/holes";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Notice } from "../../ui/Notice";
import { Region } from "../../ui/Region";
import type { Acceptance } from "./acceptance";
import { EngineChoice } from "./EngineChoice";
import type { RenderComparison } from "./FixComparison";
import { FixView } from "./FixView";
import { Rationale } from "./Rationale";
import { RefutedView } from "./RefutedView";
import type { Repair } from "./repair";
import { findingsOf, shownFix, type ProvenFix, type RepairLifecycle } from "./repairState";
import { Section } from "./Section";
import { WorkInProgress } from "./WorkInProgress";

/** What could be repaired now, or in words why nothing can. */
export type RepairSubject =
  { kind: "ready"; request: RepairTask } | { kind: "unavailable"; reason: string };

export type RepairPanelProps = {
  repair: Repair;
  subject: RepairSubject;
  /** What the editor holds. */
  program: string;
  engine: EngineName;
  /** The endpoint's model; empty when none is named yet. */
  model: string;
  onChooseEngine: (engine: EngineName) => void;
  onOpenSettings: () => void;
  onAccept: (subject: RepairTask, fix: ProvenFix) => Promise<Acceptance>;
  /** Puts a program into the editor, in a way that can be undone. */
  onApply: (program: string) => void;
  /** The address of the Samples page. */
  samplesHref: string;
  /** Shows the buggy run and the fixed one beside each other. */
  renderComparison: RenderComparison;
};

/** “Find a fix”: choose an engine, watch it work, and judge what it proved. */
export function RepairPanel(props: RepairPanelProps) {
  const lifecycle = useStore(props.repair.store, (state) => state.lifecycle);
  const body = useRef<HTMLDivElement>(null);
  const working = lifecycle.kind === "working";
  const inside = {
    ...props,
    /** A button that goes away or is disabled by its own click leaves the focus to the panel. */
    keepFocus: () => {
      body.current?.focus();
    },
  };
  return (
    <Region
      title="Repair"
      actions={
        <EngineChoice
          engine={props.engine}
          model={props.model}
          onChoose={props.onChooseEngine}
          onSetUp={props.onOpenSettings}
          disabled={working}
        />
      }
    >
      <div ref={body} tabIndex={-1} className="flex flex-col gap-3 outline-none">
        <Controls {...inside} lifecycle={lifecycle} />
        <p aria-live="polite" className="sr-only">
          {statusWords(lifecycle)}
        </p>
        {working && <WorkInProgress working={lifecycle} />}
        <Outcome {...inside} lifecycle={lifecycle} />
        <Unfinished lifecycle={lifecycle} />
        <Findings {...inside} />
      </div>
    </Region>
  );
}

type InsideProps = RepairPanelProps & { keepFocus: () => void };

function Controls(props: InsideProps & { lifecycle: RepairLifecycle }) {
  const reasonId = useId();
  const { repair, lifecycle, keepFocus } = props;
  const working = lifecycle.kind === "working";
  const reason = working ? null : unavailable(props);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        variant={findingsOf(lifecycle).fixes.length > 0 ? "secondary" : "primary"}
        icon={<Sparkles />}
        disabled={working || reason !== null}
        {...(reason === null ? {} : { "aria-describedby": reasonId })}
        onClick={() => {
          start(props);
          keepFocus();
        }}
      >
        {hasHoles(props.program) ? "Fill the holes" : "Find a fix"}
      </Button>
      {working && (
        <Button
          icon={<Square />}
          onClick={() => {
            repair.stop();
            keepFocus();
          }}
        >
          Stop
        </Button>
      )}
      {reason !== null && (
        <span id={reasonId} className="text-muted">
          {reason}
        </span>
      )}
    </div>
  );
}

function start({ repair, subject, engine }: RepairPanelProps): void {
  if (subject.kind === "ready") void repair.find(engine, subject.request);
}

function unavailable({ subject, engine, model }: RepairPanelProps): string | null {
  if (subject.kind === "unavailable") return subject.reason;
  if (engine === "endpoint" && model === "")
    return "Name the endpoint’s model under “Set up…” first.";
  return null;
}

/** Said once when it changes, unlike the progress beside it. */
function statusWords(lifecycle: RepairLifecycle): string {
  const found = findingsOf(lifecycle).fixes.length;
  const fixes =
    found === 0 ? "No fix found" : `${String(found)} ${found === 1 ? "fix" : "fixes"} found`;
  switch (lifecycle.kind) {
    case "idle":
      return "";
    case "working":
      return found === 0 ? "Looking for a fix…" : `${fixes} so far`;
    case "done":
      return fixes;
    case "stopped":
      return `Stopped. ${fixes}`;
    case "failed":
      return "";
  }
}

/** How the run ended, where its fixes do not say it all. */
function Outcome(props: InsideProps & { lifecycle: RepairLifecycle }) {
  const { lifecycle, subject, keepFocus, onOpenSettings } = props;
  const { fixes, refuted, refutedCount } = findingsOf(lifecycle);
  switch (lifecycle.kind) {
    case "idle":
      return (
        <EmptyState title="No repair yet">
          A fix appears here with its rationale, as a diff, and proven against your tests in a fresh
          interpreter.
        </EmptyState>
      );
    case "working":
      return null;
    case "failed":
      return (
        <Notice
          {...lifecycle.failure}
          action={
            <>
              <Button
                size="small"
                disabled={subject.kind !== "ready"}
                onClick={() => {
                  start(props);
                  keepFocus();
                }}
              >
                Try again
              </Button>
              {lifecycle.engine === "endpoint" && (
                <Button size="small" onClick={onOpenSettings}>
                  Open settings
                </Button>
              )}
            </>
          }
        />
      );
    case "stopped":
    case "done": {
      if (fixes.length > 0) return <p className="text-muted">{lifecycle.note}</p>;
      if (refuted.length > 0) return null;
      const tried =
        refutedCount > 0 ? ` ${String(refutedCount)} looked right and failed their proof.` : "";
      return lifecycle.kind === "stopped" ? (
        <Notice
          tone="info"
          what="Stopped before a fix was found."
          why={`${lifecycle.note}${tried}`}
        />
      ) : (
        <Notice
          tone="info"
          what="No fix was found."
          why={`${lifecycle.note}${tried}`}
          tryThis="Look at the trace yourself, split the test into smaller ones, or ask an endpoint."
        />
      );
    }
  }
}

/** What a model had written when it broke off. */
function Unfinished({ lifecycle }: { lifecycle: RepairLifecycle }) {
  if (lifecycle.kind !== "failed" && lifecycle.kind !== "stopped") return null;
  if (lifecycle.rationale === "" || findingsOf(lifecycle).fixes.length > 0) return null;
  return (
    <Section title="Rationale, unfinished">
      <Rationale text={lifecycle.rationale} />
    </Section>
  );
}

function Findings(props: InsideProps) {
  const { repair, onApply, program, keepFocus } = props;
  const state = useStore(repair.store);
  const { lifecycle, shown, traces, accepted } = state;
  if (lifecycle.kind === "idle") return null;
  const { subject, findings } = lifecycle;
  const fix = shownFix(state);
  return (
    <>
      {isStale(program, lifecycle) && (
        <Notice
          tone="info"
          what="The program or its tests have changed since."
          why="What is shown here belongs to the text as it was."
        />
      )}
      {fix !== undefined && (
        <FixView
          subject={subject}
          fix={fix}
          trace={traces[fix.id]}
          position={shown}
          count={findings.fixes.length}
          accepted={accepted.includes(fix.id)}
          inEditor={fix.proposal.fix === program}
          renderComparison={props.renderComparison}
          onShow={repair.show}
          onAccept={() => {
            void accept(props, subject, fix);
          }}
          onDiscard={() => {
            repair.discard(fix.id);
            keepFocus();
          }}
          onApply={(text) => {
            onApply(text);
            keepFocus();
          }}
        />
      )}
      {findings.refuted.map((refuted) => (
        <RefutedView key={refuted.id} subject={subject} refuted={refuted} onApply={onApply} />
      ))}
    </>
  );
}

/** Whether the editor holds neither the repaired program nor one of its fixes. */
function isStale(program: string, lifecycle: Exclude<RepairLifecycle, { kind: "idle" }>): boolean {
  const { subject, findings } = lifecycle;
  if (findings.fixes.length + findings.refuted.length === 0) return false;
  const known = [...findings.fixes, ...findings.refuted].map(({ proposal }) => proposal.fix);
  return program !== subject.problem.program && !known.includes(program);
}

async function accept(props: RepairPanelProps, subject: RepairTask, fix: ProvenFix) {
  const acceptance = await props.onAccept(subject, fix);
  const link = (
    <a href={props.samplesHref} className="font-medium text-accent underline">
      Open Samples
    </a>
  );
  if (acceptance.kind === "refused") {
    const { what, why, tryThis } = acceptance.failure;
    toast.error(what, { description: `${why} ${tryThis}` });
    return;
  }
  props.repair.markAccepted(fix.id);
  if (acceptance.kind === "kept") toast.success("Kept as a sample.", { description: link });
  else toast.info("You have kept this fix already.", { description: link });
}
