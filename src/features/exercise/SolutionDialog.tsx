import { Fragment, useState, type ReactNode } from "react";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";

type SolutionDialogProps = {
  /** What the bug is, as Markdown of plain text and code; null where that is not known any more. */
  why: string | null;
  /** From the program as it stands to the solution. */
  diff: ReactNode;
  onClose: () => void;
};

/** Asks whether the solution is really wanted, then shows it. */
export function SolutionDialog({ why, diff, onClose }: SolutionDialogProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={isShown ? "The solution" : "Show the solution?"}
      description={
        isShown
          ? "What to change, from the program as it stands to the correct one."
          : "It ends the exercise: what was seen cannot be unseen. The program stays as it is."
      }
      footer={
        <>
          <Button onClick={onClose}>{isShown ? "Close" : "Keep trying"}</Button>
          {!isShown && (
            <Button
              variant="primary"
              onClick={() => {
                setIsShown(true);
              }}
            >
              Show it
            </Button>
          )}
        </>
      }
    >
      {isShown && (
        <div className="flex flex-col gap-3">
          {diff}
          {why !== null && <p>{withCode(why)}</p>}
        </div>
      )}
    </Dialog>
  );
}

/** Text with its Markdown code as elements. */
function withCode(text: string): ReactNode {
  return text.split(/(`+[^`]+`+)/).map((part, index) =>
    part.startsWith("`") ? (
      <code key={index} className="rounded bg-hover px-1 font-mono text-[0.93em] wrap-anywhere">
        {part.replaceAll("`", "")}
      </code>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  );
}
