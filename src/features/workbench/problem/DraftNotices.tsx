import { useStore } from "zustand";
import { Button } from "../../../ui/Button";
import { Notice } from "../../../ui/Notice";
import type { DraftNotice } from "./draft";
import type { WorkbenchStores } from "../stores";

function words(notice: DraftNotice) {
  return notice.kind === "setAside"
    ? {
        what: "Your last draft could not be read, so it was put aside.",
        why: `It was stored by another version or was damaged. Its text is kept in this browser's storage under “${notice.key}”.`,
        tryThis: "Go on with an example or a new problem; nothing was deleted.",
      }
    : {
        what: "Your work is not being saved.",
        why: "This browser does not let the page store data, or its storage is full.",
        tryThis: "Copy the program before you leave, or allow storage for this page.",
      };
}

/** What the user should know about how the draft is kept. */
export function DraftNotices({ stores }: { stores: WorkbenchStores }) {
  const notice = useStore(stores.draft.store, (draft) => draft.notice);
  if (notice === null) return null;
  return (
    <Notice
      tone="warning"
      {...words(notice)}
      announce
      action={
        <Button size="small" onClick={stores.draft.dismissNotice}>
          Dismiss
        </Button>
      }
    />
  );
}
