import { Share2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { Button, type ButtonProps } from "../../ui/Button";
import { copyShareLink, lengthAdvice } from "./copyShareLink";
import { ManualCopyDialog } from "./ManualCopyDialog";
import type { SharedProblem } from "./shareLink";

export type ShareButtonProps = Pick<ButtonProps, "variant" | "size" | "className"> & {
  problem: SharedProblem;
};

/** Copies a link to the problem; shows it where the browser does not let the page copy. */
export function ShareButton({ problem, ...look }: ShareButtonProps) {
  const [shown, setShown] = useState<string | null>(null);
  const share = async (): Promise<void> => {
    const outcome = await copyShareLink(problem, {
      baseUrl: window.location.href,
      // The types say that it is always there; without HTTPS it is not.
      clipboard: "clipboard" in navigator ? navigator.clipboard : undefined,
    });
    switch (outcome.kind) {
      case "copied":
        toast.success("Link copied", { description: lengthAdvice(outcome.link) });
        break;
      case "manual":
        setShown(outcome.link);
        break;
      case "failed":
        toast.error(outcome.what, { description: `${outcome.why} ${outcome.tryThis}` });
        break;
    }
  };
  return (
    <>
      <Button {...look} icon={<Share2 />} onClick={() => void share()}>
        Share
      </Button>
      <ManualCopyDialog link={shown} onClose={() => setShown(null)} />
    </>
  );
}
