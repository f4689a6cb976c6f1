import clsx from "clsx";
import { FilePlus2, Play, Square } from "lucide-react";
import { Button } from "../../ui/Button";
import { Select } from "../../ui/Select";
import { Tooltip } from "../../ui/Tooltip";
import { examples } from "./problem/examples";
import type { WorkbenchStores } from "./stores";
import { useBusy, useProblem } from "./useWorkbench";
import { openBlank, openProblem } from "./problem/withUndo";

const kinds = [...new Set(examples.map(({ kind }) => kind))];
const groups = kinds.map((kind) => ({
  label: kind.charAt(0).toUpperCase() + kind.slice(1),
  options: examples
    .filter((example) => example.kind === kind)
    .map(({ problem }) => ({ value: problem.provenance.reference, label: problem.title })),
}));

type ToolbarProps = {
  stores: WorkbenchStores;
  /** Other work is going on that has a Stop of its own: two of one name would confuse. */
  busyElsewhere: boolean;
};

/** Choosing what to work on, Run and Stop. */
export function Toolbar({ stores, busyElsewhere }: ToolbarProps) {
  const { provenance } = useProblem(stores);
  const busy = useBusy(stores);
  const choose = (id: string): void => {
    const example = examples.find(({ problem }) => problem.provenance.reference === id);
    if (example !== undefined) openProblem(stores, example.problem);
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        label="Example"
        value={provenance.source === "example" ? provenance.reference : null}
        onValueChange={choose}
        groups={groups}
        placeholder="Open an example"
        className="max-w-72 min-w-0 flex-1"
      />
      <Button
        icon={<FilePlus2 />}
        onClick={() => {
          openBlank(stores);
        }}
      >
        New
      </Button>
      <div className="ml-auto flex gap-2">
        <Tooltip content="Ctrl+Enter or ⌘Enter">
          <Button variant="primary" icon={<Play />} onClick={stores.runNow}>
            Run
          </Button>
        </Tooltip>
        <Button
          icon={<Square />}
          disabled={!busy}
          onClick={stores.run.stop}
          className={clsx(busyElsewhere && !busy && "invisible")}
        >
          Stop
        </Button>
      </div>
    </div>
  );
}
