import { Suspense, type ReactNode } from "react";
import { Badge } from "../../../ui/Badge";
import { EmptyState } from "../../../ui/EmptyState";
import { Notice } from "../../../ui/Notice";
import { Progress } from "../../../ui/Progress";
import { Region } from "../../../ui/Region";
import { CodeEditor } from "../editor/CodeEditor";
import { UnreadableNotice } from "../explanation/lazily";
import type { TraceLens } from "../lens";
import { useAnnotations } from "../program/useAnnotations";
import type { WorkbenchStores } from "../stores";
import { HeldOutTests } from "./HeldOutTests";
import { TestList } from "./TestList";
import { TestsStatus } from "./TestsStatus";
import { useProblem, useRun, useStale } from "../useWorkbench";

/** Every form of test that is understood, as short as can be. */
const placeholder = `# Each of these is a test of its own:
assert f([1, 2]) == 2
def test_empty(): ...
class TestF(unittest.TestCase): ...
def check(candidate): ...
>>> f([3])  # a doctest, also in the program
# Or, for a program that reads and prints:
--- stdin
1 2
--- stdout
3`;

const placeholderLines = placeholder.split("\n").length;

type TestsPanelProps = { stores: WorkbenchStores; lens: TraceLens; action?: ReactNode };

/** The tests as text and, beside it, what each of them showed. */
export function TestsPanel({ stores, lens, action }: TestsPanelProps) {
  const problem = useProblem(stores);
  const stale = useStale(stores);
  const annotations = useAnnotations(stores, lens, "tests");
  return (
    <Region
      title="Tests"
      padded={false}
      actions={
        <>
          {stale && <Badge tone="warn">edited since the last run</Badge>}
          {action}
          <TestsStatus stores={stores} />
        </>
      }
    >
      <div className="grid md:grid-cols-2">
        <div className="min-w-0 border-b border-line md:border-r md:border-b-0">
          <CodeEditor
            label="Tests"
            place="tests"
            value={problem.tests}
            onValueChange={(text) => {
              stores.draft.edit("tests", text);
            }}
            annotations={annotations}
            stale={stale}
            lens={lens}
            spotlight={stores.spotlight}
            placeholder={placeholder}
            minLines={problem.tests === "" ? placeholderLines : 6}
            maxLines={20}
          />
        </div>
        <div className="min-w-0 p-2">
          <Results stores={stores} />
        </div>
      </div>
      <HeldOutTests stores={stores} />
    </Region>
  );
}

function Results({ stores }: { stores: WorkbenchStores }) {
  const run = useRun(stores);
  switch (run.kind) {
    case "idle":
      return <EmptyState title="Nothing was run yet">Write a program and press Run.</EmptyState>;
    case "opened":
      return (
        <EmptyState title="Nothing was run here">
          The trace was opened from {run.name}. Press Run to run this program and its tests.
        </EmptyState>
      );
    case "stopped":
      return <EmptyState title="The run was stopped">Press Run to begin again.</EmptyState>;
    case "discovering":
      return <Progress label="Finding the tests" value={0} max={null} className="m-1" />;
    case "unreadable":
      return (
        <Suspense>
          <UnreadableNotice stores={stores} discovery={run.discovery} />
        </Suspense>
      );
    case "broken":
      return <Notice {...run.failure} />;
    case "judging":
    case "done":
      return <TestList run={run} onSelect={(testId) => void stores.run.select(testId)} />;
  }
}
