import { useId } from "react";
import type { RepairTask } from "../../domain/engine";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { DiffView } from "./DiffView";
import { Rationale } from "./Rationale";
import type { RefutedProposal } from "./repairState";
import { Section } from "./Section";
import { VerdictView } from "./VerdictView";

type RefutedViewProps = {
  subject: RepairTask;
  refuted: RefutedProposal;
  onApply: (program: string) => void;
};

/** What a model proposed and the tests refuted: to be read, not to be kept. */
export function RefutedView({ subject, refuted, onApply }: RefutedViewProps) {
  const reasonId = useId();
  const { proposal, reason, verdict } = refuted;
  return (
    <article aria-label="Refuted proposal" className="flex flex-col gap-3">
      <Notice
        tone="warning"
        what="The proposal does not pass."
        why={reason}
        tryThis="Ask again, name another model, or work on from it in the editor."
      />
      <Section title="Rationale" note={proposal.engine.detail}>
        <Rationale text={proposal.rationale} />
      </Section>
      <Section title="Proposal">
        <DiffView
          label="The refuted proposal as a diff of the program"
          before={subject.problem.program}
          after={proposal.fix}
        />
      </Section>
      {verdict !== null && (
        <Section title="Verdict">
          <VerdictView verdict={verdict} />
        </Section>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" disabled aria-describedby={reasonId}>
          Accept
        </Button>
        <Button
          onClick={() => {
            onApply(proposal.fix);
          }}
        >
          Edit this proposal
        </Button>
        <span id={reasonId} className="text-muted">
          Only a fix that passes every test can be kept.
        </span>
      </div>
    </article>
  );
}
