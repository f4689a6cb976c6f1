import { toast } from "sonner";
import { readTraceFile, writeTraceFile, type TraceFileFailure } from "../../../domain/traceFile";
import { downloadText } from "../../../ui/downloadText";
import { openTrace } from "../problem/withUndo";
import { shownOf } from "../run/shown";
import type { WorkbenchStores } from "../stores";
import { takeFiles } from "../surroundings/takeFiles";

/** `largest-of-a-list.json`. */
function fileNameOf(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["trace"];
  return `${words.join("-")}.json`;
}

function tell({ what, why, tryThis }: TraceFileFailure): void {
  toast.error(what, { description: `${why} ${tryThis}`, duration: Infinity });
}

/** Downloads the trace on show, with its program and tests. */
export function exportTrace({ run, draft }: WorkbenchStores): void {
  const shown = shownOf(run.store.getState());
  if (shown === null) return;
  const { source, test, trace } = shown;
  try {
    const text = writeTraceFile({ ...source, test, trace });
    downloadText(fileNameOf(draft.store.getState().problem.title), text, "application/json");
  } catch (error) {
    tell({
      what: "The trace could not be exported.",
      why: error instanceof Error ? error.message : String(error),
      tryThis: "Lower “Steps kept per trace” in the settings, run again, and export that.",
    });
  }
}

/** Asks for a file and shows the trace in it, or says why that cannot be. */
export function chooseTraceFile(stores: WorkbenchStores): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json";
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file !== undefined) void openTraceFile(stores, file);
  });
  input.click();
}

// How `writeTraceFile` begins.
const beginsTrace = /^\ufeff?\s*\{\s*"format"\s*:\s*"tracemend-trace"/;

/** Shows the trace that was dropped, or says why that cannot be; other files are the program's. */
export async function takeDropped(stores: WorkbenchStores, files: readonly File[]): Promise<void> {
  const [file] = files;
  if (file === undefined) return;
  // A file that cannot be read, such as a folder, is no trace.
  const heads = files.map((one) =>
    one
      .slice(0, 200)
      .text()
      .catch(() => ""),
  );
  const traces = (await Promise.all(heads)).filter((head) => beginsTrace.test(head));
  if (traces.length === 0) {
    await takeFiles(stores, files);
  } else if (files.length === 1) await openTraceFile(stores, file);
  else {
    tell({
      what: `${files.length} files were dropped, and none was opened.`,
      why: "One trace is shown at a time.",
      tryThis: "Drop one file.",
    });
  }
}

async function openTraceFile(stores: WorkbenchStores, file: File): Promise<void> {
  let text: string;
  try {
    text = await file.text();
  } catch (error) {
    tell({
      what: `${file.name} could not be read.`,
      why: error instanceof Error ? error.message : String(error),
      tryThis: "See that the file is still there and may be read, then open it again.",
    });
    return;
  }
  const read = readTraceFile(text);
  if (read.kind === "read") openTrace(stores, read.file, file.name);
  else tell(read.failure);
}
