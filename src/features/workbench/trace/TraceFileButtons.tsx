import { Download, FolderOpen } from "lucide-react";
import { IconButton } from "../../../ui/IconButton";
import type { WorkbenchStores } from "../stores";

type TraceFileButtonsProps = { stores: WorkbenchStores; hasTrace: boolean };

/** Export trace, Open a trace. */
export function TraceFileButtons({ stores, hasTrace }: TraceFileButtonsProps) {
  return (
    <span className="flex">
      <IconButton
        size="small"
        label="Export trace"
        icon={<Download />}
        disabled={!hasTrace}
        onClick={() => {
          void import("./traceFiles").then(({ exportTrace }) => exportTrace(stores));
        }}
      />
      <IconButton
        size="small"
        label="Open a trace"
        icon={<FolderOpen />}
        onClick={() => {
          void import("./traceFiles").then(({ chooseTraceFile }) => chooseTraceFile(stores));
        }}
      />
    </span>
  );
}
