import { Field } from "../../../ui/Field";
import type { WorkbenchStores } from "../stores";
import { useProblem } from "../useWorkbench";

/** What the program is for. */
export function InstructionPanel({ stores }: { stores: WorkbenchStores }) {
  const { title, instruction } = useProblem(stores);
  return (
    <div className="grid gap-3 sm:grid-cols-[minmax(9rem,14rem)_minmax(0,1fr)]">
      <Field
        label="Title"
        value={title}
        onValueChange={(text) => {
          stores.draft.edit("title", text);
        }}
      />
      <Field
        label="Instruction"
        multiline
        rows={1}
        value={instruction}
        placeholder="What the program should do, in a sentence or two"
        onValueChange={(text) => {
          stores.draft.edit("instruction", text);
        }}
        className="field-sizing-content max-h-40 min-h-[1.95rem] resize-y"
      />
    </div>
  );
}
