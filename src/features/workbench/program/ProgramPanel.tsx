import { ClipboardCopy, Telescope } from "lucide-react";
import { toast } from "sonner";
import { useStore } from "zustand";
import { renderDocument } from "../../../domain/renderers/inline";
import { Button } from "../../../ui/Button";
import { Switch } from "../../../ui/Switch";
import { CodeEditor } from "../editor/CodeEditor";
import type { TraceLens } from "../lens";
import { Panel } from "../Panel";
import type { WorkbenchStores } from "../stores";
import { useProblem, useShown, useStale } from "../useWorkbench";
import { useAnnotations } from "./useAnnotations";

type ProgramPanelProps = { stores: WorkbenchStores; lens: TraceLens };

/** The program with its trace at the line ends. */
export function ProgramPanel({ stores, lens }: ProgramPanelProps) {
  const problem = useProblem(stores);
  const stale = useStale(stores);
  const showTrace = useStore(stores.view, (view) => view.showTrace);
  const annotations = useAnnotations(stores, lens, "program");
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
          <ForecastButton stores={stores} />
          <CopyWithTrace stores={stores} />
        </>
      }
    >
      <CodeEditor
        label="Program"
        place="program"
        value={problem.program}
        onValueChange={(text) => {
          stores.draft.edit("program", text);
        }}
        annotations={annotations}
        stale={stale}
        lens={lens}
        spotlight={stores.spotlight}
        margin={stores.margin}
        heat={stores.heat}
        placeholder="Paste or write the Python program that does not do what it should."
        minLines={6}
        maxLines={28}
      />
    </Panel>
  );
}

/** Begins to say what the program will do, before it runs. */
function ForecastButton({ stores }: { stores: WorkbenchStores }) {
  const { program } = useProblem(stores);
  const isMaking = useStore(stores.forecasting.store, ({ kind }) => kind === "making");
  return (
    <Button
      size="small"
      variant="quiet"
      icon={<Telescope />}
      disabled={isMaking || program.trim() === ""}
      onClick={stores.forecasting.begin}
    >
      Forecast
    </Button>
  );
}

/** Copies the program that was run, with its trace as real comments. */
function CopyWithTrace({ stores }: { stores: WorkbenchStores }) {
  const shown = useShown(stores);
  const stale = useStale(stores);
  const copy = async (): Promise<void> => {
    if (shown === null) return;
    const { source, test, trace } = shown;
    try {
      await navigator.clipboard.writeText(renderDocument(source, test, trace));
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
      disabled={shown === null || stale}
      onClick={() => void copy()}
    >
      Copy with trace
    </Button>
  );
}
