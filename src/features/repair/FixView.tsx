import { Check, ChevronLeft, ChevronRight, CornerDownLeft } from "lucide-react";
import type { RepairTask } from "../../domain/engine";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { ConfidenceView } from "./ConfidenceView";
import { DiffView } from "./DiffView";
import { FixComparison, type RenderComparison } from "./FixComparison";
import { fixNumber, type FixOrder } from "./fixOrder";
import { FixTraceView } from "./FixTraceView";
import { Rationale } from "./Rationale";
import { Section } from "./Section";
import type { FixTrace, ProvenFix } from "./repairState";
import { VerdictView } from "./VerdictView";

export type FixViewProps = {
  subject: RepairTask;
  fix: ProvenFix;
  trace: FixTrace | undefined;
  /** Among the fixes, from 0. */
  place: number;
  order: FixOrder;
  accepted: boolean;
  /** The fix is what the editor holds. */
  inEditor: boolean;
  onShow: (position: number) => void;
  onAccept: () => void;
  onDiscard: () => void;
  onApply: (program: string) => void;
  renderComparison: RenderComparison;
};

/** A proven fix: why, what changes, how it did, what to do with it, how it runs, and where that differs. */
export function FixView(props: FixViewProps) {
  const { subject, fix, trace } = props;
  const { engine, fix: program, rationale, confidence } = fix.proposal;
  return (
    <article aria-label="Proven fix" className="flex flex-col gap-3">
      <Pager {...props} />
      {confidence !== undefined && (
        <ConfidenceView confidence={confidence} tests={fix.verdict.tests.length} />
      )}
      <Section title="Rationale" note={`${engine.name} · ${engine.detail}`}>
        <Rationale text={rationale} />
      </Section>
      <Section title="Fix">
        <DiffView
          label="The fix as a diff of the program"
          before={subject.problem.program}
          after={program}
        />
      </Section>
      <Section title="Verdict">
        <VerdictView verdict={fix.verdict} before={subject.outcomes} />
      </Section>
      <Actions {...props} />
      <Section title="The fixed program’s own trace">
        <FixTraceView program={program} trace={trace} testName={tracedTest(subject)} />
      </Section>
      {trace?.kind === "ready" && (
        <FixComparison
          subject={subject}
          program={program}
          trace={trace.trace}
          renderComparison={props.renderComparison}
        />
      )}
    </article>
  );
}

/** Goes round: a button that is disabled by its own click would lose the focus. */
function Pager({ place, order, onShow }: FixViewProps) {
  const { front, behind } = order;
  const position = front.indexOf(place);
  const isBehind = position < 0;
  if (front.length < 2 && !isBehind) return null;
  const show = (index: number): void => {
    const next = front[(index + front.length) % front.length];
    if (next !== undefined) onShow(next);
  };
  return (
    <div className="flex items-center gap-1">
      <span className="mr-auto text-muted tabular-nums">
        Fix {fixNumber(order, place)} of {front.length + (isBehind ? behind.length : 0)}
      </span>
      <Button
        variant="quiet"
        size="small"
        icon={<ChevronLeft />}
        onClick={() => {
          show(isBehind ? -1 : position - 1);
        }}
      >
        previous
      </Button>
      <Button
        variant="quiet"
        size="small"
        onClick={() => {
          show(position + 1);
        }}
      >
        next fix
        <ChevronRight aria-hidden="true" className="size-4" />
      </Button>
    </div>
  );
}

function Actions({ fix, accepted, inEditor, onAccept, onDiscard, onApply }: FixViewProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button variant="primary" icon={<Check />} onClick={onAccept}>
        Accept
      </Button>
      <Button onClick={onDiscard}>Discard</Button>
      <Button
        icon={<CornerDownLeft />}
        disabled={inEditor}
        onClick={() => {
          onApply(fix.proposal.fix);
        }}
      >
        Use this fix
      </Button>
      {accepted && <Badge tone="pass">in Samples</Badge>}
      {inEditor && <span className="text-muted">It is in the editor.</span>}
    </div>
  );
}

function tracedTest({ tests, trace }: RepairTask): string {
  return tests.find((test) => test.id === trace.testId)?.name ?? "the program alone";
}
