import { lazy, Suspense } from "react";
import { toast } from "sonner";
import { useStore } from "zustand";
import type { RepairTask } from "../../domain/engine";
import { Notice } from "../../ui/Notice";
import { fixOrder } from "./fixOrder";
import { FixView } from "./FixView";
import type { InsideProps, RepairPanelProps } from "./panelProps";
import { RefutedView } from "./RefutedView";
import { shownFix, type ProvenFix, type RepairLifecycle } from "./repairState";
import { isStale } from "./staleness";
import { SuspicionLegend } from "./SuspicionLegend";
import { UnlikelyFixes } from "./UnlikelyFixes";

const Questions = lazy(async () => {
  const { Questions: component } = await import("./questions/Questions");
  return { default: component };
});

/** What a repair has found: where the fault may be, the fixes, and where these differ. */
export function FindingsView(props: InsideProps) {
  const { repair, onApply, program, keepFocus } = props;
  const state = useStore(repair.store);
  const { lifecycle, shown, traces, accepted } = state;
  if (lifecycle.kind === "idle") return null;
  const { subject, findings } = lifecycle;
  const fix = shownFix(state);
  const order = fixOrder(findings.fixes);
  const isOriginal = program === subject.problem.program;
  return (
    <>
      {isStale(program, lifecycle) && (
        <Notice
          tone="info"
          what="The program or its tests have changed since."
          why="What is shown here belongs to the text as it was."
        />
      )}
      {isOriginal && (
        <SuspicionLegend
          lines={findings.suspicion}
          onHide={() => {
            repair.clearSuspicion();
            keepFocus();
          }}
        />
      )}
      {isOriginal && hasQuestions(props, lifecycle) && (
        <Suspense>
          <Questions
            subject={subject}
            findings={findings}
            disabled={props.subject.kind !== "ready"}
            onAnswer={(tests) => {
              props.onAnswer(tests);
              keepFocus();
            }}
          />
        </Suspense>
      )}
      {fix !== undefined && (
        <FixView
          subject={subject}
          fix={fix}
          trace={traces[fix.id]}
          place={shown}
          order={order}
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
      <UnlikelyFixes
        fixes={findings.fixes}
        order={order}
        onShow={(place) => {
          repair.show(place);
          keepFocus();
        }}
      />
      {findings.refuted.map((refuted) => (
        <RefutedView key={refuted.id} subject={subject} refuted={refuted} onApply={onApply} />
      ))}
    </>
  );
}

/** A run has ended in fixes that differ, and the Tests box is still as it was. */
function hasQuestions({ tests }: RepairPanelProps, lifecycle: RepairLifecycle): boolean {
  if (lifecycle.kind !== "done" && lifecycle.kind !== "stopped") return false;
  const { subject, findings } = lifecycle;
  const isDiffering = findings.disagreements.length > 0 && findings.fixes.length > 1;
  return isDiffering && tests === subject.problem.tests;
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
