import { toast } from "sonner";
import { samplesWords } from "./describeSample";
import type { SamplesModel } from "./samplesModel";

/** Deletes samples and offers an Undo in a message. */
export async function deleteWithUndo(model: SamplesModel, ids: readonly string[]): Promise<void> {
  const removal = await model.remove(ids);
  if (removal === null) return;
  toast(`${samplesWords(removal.ids.length)} deleted`, {
    action: { label: "Undo", onClick: () => void model.undo(removal) },
  });
}
