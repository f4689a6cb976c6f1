import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { lengthAdvice } from "./copyShareLink";

type ManualCopyDialogProps = {
  link: string;
  onClose: () => void;
};

/** Before the dialog looks for what to focus, which would be its Close button. */
function focusAndSelect(box: HTMLTextAreaElement | null): void {
  box?.focus();
  box?.select();
}

/** Shows a link to be copied by hand. */
export function ManualCopyDialog({ link, onClose }: ManualCopyDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Copy the link yourself"
      description="The browser does not let this page copy. The whole link is selected: press Ctrl+C or ⌘C."
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <Field
        label="Link"
        value={link}
        onValueChange={() => undefined}
        description={lengthAdvice(link) ?? "It holds the problem; no server is asked for it."}
        multiline
        readOnly
        monospace
        rows={5}
        className="break-all"
        ref={focusAndSelect}
      />
    </Dialog>
  );
}
