import { CircleCheck, CircleX } from "lucide-react";
import { passedCount } from "../../../domain/verdict";
import { Spinner } from "../../../ui/Spinner";
import type { RunState } from "../run/run";
import type { WorkbenchStores } from "../stores";
import { useRun, useRuntimeState } from "../useWorkbench";
import { runWords } from "../words";

/** The result in one line, announced when it changes. */
export function TestsStatus({ stores }: { stores: WorkbenchStores }) {
  const run = useRun(stores);
  const runtime = useRuntimeState(stores);
  return (
    <span className="inline-flex items-center gap-1.5 font-medium tabular-nums">
      <StatusIcon run={run} />
      <span role="status">{runWords(run, runtime)}</span>
    </span>
  );
}

function StatusIcon({ run }: { run: RunState }) {
  if (run.kind === "discovering" || run.kind === "judging") {
    return <Spinner className="text-accent" />;
  }
  if (run.kind !== "done" || run.tests.length === 0) return null;
  return passedCount(run.outcomes) === run.tests.length ? (
    <CircleCheck aria-hidden="true" className="size-4 text-pass" />
  ) : (
    <CircleX aria-hidden="true" className="size-4 text-fail" />
  );
}
