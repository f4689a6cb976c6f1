import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { decodeShareFragment, type ShareFailure } from "../features/share/shareLink";
import { newId } from "../features/workbench/problem/draft";
import type { WorkbenchStores } from "../features/workbench/stores";
import { openProblem } from "../features/workbench/problem/withUndo";
import { Notice } from "../ui/Notice";
import { PageSpinner } from "./PageSpinner";
import { useTitle } from "./useTitle";

const noLink: ShareFailure = {
  what: "This is no share link.",
  why: "The part of the address that holds the problem is missing.",
  tryThis: "Ask for the link again.",
};

/** Opens the problem of a share link in the workbench, or says why it cannot. */
export function SharedLinkPage({ workbench }: { workbench: WorkbenchStores }) {
  const [location, navigate] = useLocation();
  const [failed, setFailed] = useState<{ location: string; failure: ShareFailure } | null>(null);
  useTitle("Shared problem");
  useEffect(() => {
    let isCurrent = true;
    void decodeShareFragment(location).then((decoded) => {
      if (!isCurrent) return;
      if (decoded.kind === "problem") {
        const provenance = { source: "link", reference: "" } as const;
        openProblem(workbench, { ...decoded.problem, id: newId(), provenance });
        navigate("/", { replace: true });
      } else setFailed({ location, failure: decoded.kind === "broken" ? decoded : noLink });
    });
    return () => {
      isCurrent = false;
    };
  }, [location, navigate, workbench]);
  if (failed?.location !== location) return <PageSpinner />;
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4 p-6">
      <h1 className="text-xl font-semibold">The shared problem cannot be opened</h1>
      <Notice
        {...failed.failure}
        action={
          <a href="#/" className="text-accent underline">
            Open the workbench
          </a>
        }
      />
    </div>
  );
}
