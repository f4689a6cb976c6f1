import { Download, FolderOpen } from "lucide-react";
import { IconButton } from "../../../ui/IconButton";
import type { WorkbenchStores } from "../stores";
import { chooseTraceFile, exportTrace } from "./traceFiles";

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
          exportTrace(stores);
        }}
      />
      <IconButton
        size="small"
        label="Open a trace"
        icon={<FolderOpen />}
        onClick={() => {
          chooseTraceFile(stores);
        }}
      />
    </span>
  );
}
