import clsx from "clsx";
import { Check, X } from "lucide-react";
import type { Test, TestOutcome } from "../../domain/test";

type OutcomeListProps = { tests: readonly Test[]; outcomes: readonly TestOutcome[] };

/** Each test with whether it passes, and why it does not. */
export function OutcomeList({ tests, outcomes }: OutcomeListProps) {
  const byTest = new Map(outcomes.map((outcome) => [outcome.testId, outcome]));
  return (
    <ul className="flex max-h-48 flex-col gap-0.5 overflow-y-auto">
      {tests.map((test) => (
        <Outcome key={test.id} test={test} outcome={byTest.get(test.id)} />
      ))}
    </ul>
  );
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
