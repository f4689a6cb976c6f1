import { lazy, Suspense, useCallback, useState, type ReactNode } from "react";
import { toast } from "sonner";
import type { SharedProblem } from "./shareLink";

const ManualCopyDialog = lazy(async () => {
  const { ManualCopyDialog: component } = await import("./ManualCopyDialog");
  return { default: component };
});

/**
 * Copying a link to the problem. Where the browser does not let the page copy, `dialog` shows the
 * link; render it once.
 */
export function useShare(problem: SharedProblem): { share: () => void; dialog: ReactNode } {
  const [shown, setShown] = useState<string | null>(null);
  const copy = useCallback(async (): Promise<void> => {
    const { copyShareLink, lengthAdvice } = await import("./copyShareLink");
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
  }, [problem]);
  const share = useCallback(() => void copy(), [copy]);
  return {
    share,
    dialog: shown !== null && (
      <Suspense fallback={null}>
        <ManualCopyDialog
          link={shown}
          onClose={() => {
            setShown(null);
          }}
        />
      </Suspense>
    ),
  };
}
