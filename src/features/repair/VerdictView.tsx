import type { TestOutcome } from "../../domain/test";
import type { Verdict } from "../../domain/verdict";
import { isPlausible, isVerified, passedCount, weakerJudged } from "../../domain/verdict";
import { Badge } from "../../ui/Badge";
import { ContrastView, HardCodingView, WeakerJudgingView } from "./ChecksView";
import { HeldOutView } from "./HeldOutView";
import { judgingWords } from "./judgingWords";
import { OutcomeList } from "./OutcomeList";

type VerdictViewProps = {
  verdict: Verdict;
  /** Of the buggy program, where they are known. */
  before?: readonly TestOutcome[];
};

/** How a fix did against the tests: the sum, how well isolated it was judged, and each outcome. */
export function VerdictView({ verdict, before = [] }: VerdictViewProps) {
  const { tests, outcomes, heldOut, hardCoding = [], contrast } = verdict;
  const sum = `${String(passedCount(outcomes))} of ${String(tests.length)} tests pass`;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">
          {sum} · {judgingWords(outcomes)}
        </span>
        <Standing verdict={verdict} />
      </p>
      <OutcomeList tests={tests} outcomes={outcomes} />
      <WeakerJudgingView tests={weakerJudged(verdict, before)} />
      {heldOut !== undefined && <HeldOutView heldOut={heldOut} />}
      <HardCodingView findings={hardCoding} />
      {contrast !== undefined && contrast.compared + contrast.unstable > 0 && (
        <ContrastView contrast={contrast} />
      )}
    </div>
  );
}

function Standing({ verdict }: { verdict: Verdict }) {
  if (isVerified(verdict)) return <Badge tone="pass">verified</Badge>;
  if (!isPlausible(verdict)) return null;
  return verdict.heldOut === undefined ? (
    <Badge tone="pass">plausible</Badge>
  ) : (
    <Badge tone="warn">plausible, not verified</Badge>
  );
}
