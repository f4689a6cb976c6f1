import { ClipboardCopy } from "lucide-react";
import { useMemo } from "react";
import { toast } from "sonner";
import { useStore } from "zustand";
import { renderDocument } from "../../../domain/renderers/inline";
import { Button } from "../../../ui/Button";
import { Switch } from "../../../ui/Switch";
import { annotationsOf } from "./annotations";
import { CodeEditor } from "../editor/CodeEditor";
import { Panel } from "../Panel";
import { shownTrace } from "../run/run";
import type { WorkbenchStores } from "../stores";
import { useProblem, useRun, useStale } from "../useWorkbench";

/** The program with its trace at the line ends. */
export function ProgramPanel({ stores }: { stores: WorkbenchStores }) {
  const problem = useProblem(stores);
  const run = useRun(stores);
  const stale = useStale(stores);
  const showTrace = useStore(stores.view, (view) => view.showTrace);
  const annotations = useMemo(
    () => (showTrace ? annotationsOf(run, problem, "program") : []),
    [run, problem, showTrace],
  );
  return (
    <Panel
      title="Program"
      hint="Tab indents; Esc, then Tab leaves the editor."
      actions={
        <>
          <Switch
            label="Show trace"
            checked={showTrace}
            onCheckedChange={(checked) => {
              stores.view.setState({ showTrace: checked });
            }}
          />
          <CopyWithTrace stores={stores} />
        </>
      }
    >
      <CodeEditor
        label="Program"
        value={problem.program}
        onValueChange={(text) => {
          stores.draft.edit("program", text);
        }}
        annotations={annotations}
        stale={stale}
        placeholder="Paste or write the Python program that does not do what it should."
        minLines={6}
        maxLines={28}
      />
    </Panel>
  );
}

/** Copies the program that was run, with its trace as real comments. */
function CopyWithTrace({ stores }: { stores: WorkbenchStores }) {
  const run = useRun(stores);
  const stale = useStale(stores);
  const trace = shownTrace(run);
  const copy = async (): Promise<void> => {
    if (run.kind !== "done" || trace === null) return;
    const test = run.tests.find(({ id }) => id === trace.testId) ?? null;
    try {
      await navigator.clipboard.writeText(renderDocument(run.source, test, trace));
      toast("Copied the program with its trace as comments.");
    } catch {
      toast.error("The browser did not allow copying. Allow the clipboard for this page.");
    }
  };
  return (
    <Button
      size="small"
      variant="quiet"
      icon={<ClipboardCopy />}
      disabled={trace === null || stale}
      onClick={() => void copy()}
    >
      Copy with trace
    </Button>
  );
}
