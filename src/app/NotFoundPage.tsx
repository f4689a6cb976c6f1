import { Notice } from "../ui/Notice";
import { useTitle } from "./useTitle";

/** An address that leads nowhere. */
export function NotFoundPage() {
  useTitle("Not found");
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4 p-6">
      <h1 className="text-xl font-semibold">Nothing is here</h1>
      <Notice
        tone="warning"
        what="This address leads to no page of Tracemend."
        why="The link may be mistyped, or made by another version."
        tryThis={
          <a href="#/" className="text-accent underline">
            Open the workbench
          </a>
        }
      />
    </div>
  );
}
