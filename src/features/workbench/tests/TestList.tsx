import clsx from "clsx";
import {
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  ShieldCheck,
  ShieldOff,
} from "lucide-react";
import { useId } from "react";
import { plainWords } from "../../../domain/explanation";
import type { Test, TestOutcome } from "../../../domain/test";
import { EmptyState } from "../../../ui/EmptyState";
import { Progress } from "../../../ui/Progress";
import { explanationOf } from "../explanation/explanationOf";
import type { RunState } from "../run/run";
import { judgingWords, statusWord } from "../words";

type JudgedRun = Extract<RunState, { kind: "judging" | "done" }>;

type TestListProps = { run: JudgedRun; onSelect: (testId: string) => void };

/** The tests, one of which is looked at. */
export function TestList({ run, onSelect }: TestListProps) {
  const group = useId();
  if (run.tests.length === 0) {
    return (
      <EmptyState title="There are no tests">
        Write one, for example <code className="font-mono">assert f(1) == 2</code>, and run again.
      </EmptyState>
    );
  }
  const outcomes = new Map(run.outcomes.map((outcome) => [outcome.testId, outcome]));
  return (
    <>
      {run.kind === "judging" && (
        <Progress
          label="Running the tests"
          value={run.outcomes.length}
          max={run.tests.length}
          className="mx-1 mb-2"
        />
      )}
      <fieldset className="max-h-80 min-w-0 overflow-y-auto">
        <legend className="sr-only">Test whose trace is shown</legend>
        {run.tests.map((test) => (
          <TestRow
            key={test.id}
            test={test}
            outcome={outcomes.get(test.id) ?? null}
            group={group}
            selected={run.selected === test.id}
            why={whyOf(run, test.id, outcomes.get(test.id) ?? null)}
            onSelect={onSelect}
          />
        ))}
      </fieldset>
    </>
  );
}

function whyOf(run: JudgedRun, testId: string, outcome: TestOutcome | null): string | null {
  const state = run.kind === "done" ? run.traces[testId] : undefined;
  if (state?.kind !== "traced") return null;
  const explanation = explanationOf({ trace: state.trace, outcome });
  return explanation && plainWords(explanation.title);
}

type TestRowProps = {
  test: Test;
  outcome: TestOutcome | null;
  group: string;
  selected: boolean;
  /** What is known of its failure in plain words, once it was traced. */
  why: string | null;
  onSelect: (testId: string) => void;
};

function TestRow({ test, outcome, group, selected, why, onSelect }: TestRowProps) {
  const id = useId();
  return (
    <label
      className={clsx(
        "flex gap-2 rounded-md border px-2 py-1.5 hover:bg-hover",
        "has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent",
        selected ? "border-accent bg-accent-soft" : "border-transparent",
      )}
    >
      <input
        type="radio"
        name={group}
        value={test.id}
        checked={selected}
        onChange={() => {
          onSelect(test.id);
        }}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-more`}
        className="sr-only"
      />
      <OutcomeIcon outcome={outcome} />
      <span className="min-w-0 flex-1">
        <span id={`${id}-name`} className="flex min-w-0 items-baseline gap-2">
          <code className="min-w-0 flex-1 truncate font-mono text-[13px]">{test.name}</code>
          <span className={clsx("shrink-0 text-xs font-medium", outcomeColor(outcome))}>
            {outcome === null ? "Waiting" : statusWord(outcome)}
          </span>
        </span>
        <span id={`${id}-more`} className="block text-xs text-muted">
          {why !== null && (
            <span className={clsx("block font-medium wrap-anywhere", outcomeColor(outcome))}>
              {why}
            </span>
          )}
          {outcome !== null && outcome.message !== "" && (
            <span className={clsx("block font-medium wrap-anywhere", outcomeColor(outcome))}>
              {outcome.message}
            </span>
          )}
          <JudgingNote judged={outcome ?? test} />
        </span>
      </span>
    </label>
  );
}

function JudgingNote({ judged }: { judged: Pick<Test, "judging"> }) {
  const Icon = judged.judging.kind === "apart" ? ShieldCheck : ShieldOff;
  return (
    <span className="flex items-start gap-1">
      <Icon aria-hidden="true" className="mt-[0.15rem] size-3 shrink-0" />
      <span>{judgingWords(judged)}</span>
    </span>
  );
}

function outcomeColor(outcome: TestOutcome | null): string {
  if (outcome === null || outcome.status === "stopped") return "text-muted";
  return outcome.status === "passed" ? "text-pass" : "text-fail";
}

function OutcomeIcon({ outcome }: { outcome: TestOutcome | null }) {
  const icons = { passed: CircleCheck, stopped: CircleSlash };
  const Icon =
    outcome === null
      ? CircleDashed
      : outcome.status === "passed" || outcome.status === "stopped"
        ? icons[outcome.status]
        : CircleX;
  return (
    <Icon aria-hidden="true" className={clsx("mt-0.5 size-4 shrink-0", outcomeColor(outcome))} />
  );
}
