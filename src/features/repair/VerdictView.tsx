import clsx from "clsx";
import { Check, X } from "lucide-react";
import type { Test, TestOutcome } from "../../domain/test";
import { isPlausible, judgedApart, passedCount, type Verdict } from "../../domain/verdict";
import { Badge } from "../../ui/Badge";

/** How a fix did against the tests: the sum, how well isolated it was judged, and each outcome. */
export function VerdictView({ verdict }: { verdict: Verdict }) {
  const { tests, outcomes } = verdict;
  const sum = `${String(passedCount(outcomes))} of ${String(tests.length)} tests pass`;
  const byTest = new Map(outcomes.map((outcome) => [outcome.testId, outcome]));
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">
          {sum} · {judgingWords(verdict)}
        </span>
        {isPlausible(verdict) && <Badge tone="pass">plausible</Badge>}
      </p>
      <ul className="flex max-h-48 flex-col gap-0.5 overflow-y-auto">
        {tests.map((test) => (
          <Outcome key={test.id} test={test} outcome={byTest.get(test.id)} />
        ))}
      </ul>
    </div>
  );
}

/** “judged apart”, or why it was not for at least one test. */
function judgingWords(verdict: Verdict): string {
  if (judgedApart(verdict)) return "judged apart";
  const together = verdict.outcomes.filter(({ judging }) => judging.kind === "together");
  const reasons = new Set(
    together.map(({ judging }) => (judging.kind === "together" ? judging.reason : "")),
  );
  const share =
    together.length === verdict.outcomes.length ? "" : `${String(together.length)} of them `;
  return `${share}not isolated: ${[...reasons].join("; ")}`;
}

function Outcome({ test, outcome }: { test: Test; outcome: TestOutcome | undefined }) {
  const passed = outcome?.status === "passed";
  const Icon = passed ? Check : X;
  return (
    <li className="flex gap-1.5">
      <Icon
        aria-hidden="true"
        className={clsx("mt-0.5 size-4 shrink-0", passed ? "text-pass" : "text-fail")}
      />
      <span className="min-w-0 wrap-anywhere">
        <span className="sr-only">{passed ? "passes: " : "does not pass: "}</span>
        <span className="font-mono text-[0.93rem]">{test.name}</span>
        {outcome !== undefined && !passed && (
          <span className="block text-fail">{outcome.message || outcome.status}</span>
        )}
      </span>
    </li>
  );
}
