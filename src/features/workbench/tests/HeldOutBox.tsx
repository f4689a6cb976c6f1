import { Field } from "../../../ui/Field";
import type { WorkbenchStores } from "../stores";
import { useProblem } from "../useWorkbench";

/** The text of the held-out tests. */
export function HeldOutBox({ stores }: { stores: WorkbenchStores }) {
  const { heldOut } = useProblem(stores);
  return (
    <Field
      label="Held-out tests"
      multiline
      monospace
      rows={4}
      spellCheck={false}
      value={heldOut}
      placeholder="assert f([4, 4]) == 4"
      description="Never shown to the program, the search, or the prompt. A fix that passes the tests above is judged by these, too, and is then verified. Written as the tests above are."
      onValueChange={(text) => {
        stores.draft.edit("heldOut", text);
      }}
      className="max-h-64 min-h-20 resize-y text-[0.93rem]"
    />
  );
}
