import { Sparkles, Square } from "lucide-react";
import { lazy, Suspense, useId, useRef } from "react";
import { useStore } from "zustand";
import { hasHoles } from "../../domain/holes";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Notice } from "../../ui/Notice";
import { Region } from "../../ui/Region";
import { EngineChoice } from "./EngineChoice";
import type { InsideProps, RepairPanelProps } from "./panelProps";
import { Rationale } from "./Rationale";
import { findingsOf, type RepairLifecycle } from "./repairState";
import { longerSeconds } from "./runPlan";
import { fixCount } from "./runWords";
import { Section } from "./Section";
import { isStale } from "./staleness";
import { WorkInProgress } from "./WorkInProgress";

const FindingsView = lazy(async () => {
  const { FindingsView: component } = await import("./FindingsView");
  return { default: component };
});

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
          seconds={props.seconds}
          onChooseSeconds={props.onChooseSeconds}
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
        {lifecycle.kind !== "idle" && (
          <Suspense>
            <FindingsView {...inside} />
          </Suspense>
        )}
      </div>
    </Region>
  );
}

type ControlsProps = InsideProps & { lifecycle: RepairLifecycle };

function Controls(props: ControlsProps) {
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
      <KeepLooking {...props} />
      {reason !== null && (
        <span id={reasonId} className="text-muted">
          {reason}
        </span>
      )}
    </div>
  );
}

/** Offered when a search has ended, for the program as it was. */
function KeepLooking({ repair, lifecycle, keepFocus, program }: ControlsProps) {
  const hasEnded = lifecycle.kind === "done" || lifecycle.kind === "stopped";
  if (!hasEnded || lifecycle.engine !== "search" || isStale(program, lifecycle)) return null;
  return (
    <Button
      onClick={() => {
        void repair.keepLooking();
        keepFocus();
      }}
    >
      Keep looking, {longerSeconds(lifecycle.seconds)} s
    </Button>
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
  const fixes = found === 0 ? "No fix found" : `${fixCount(found)} found`;
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
