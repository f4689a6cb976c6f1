import { CloudCheck, CloudOff, RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { Offline } from "../offline/offline";
import { Button } from "../ui/Button";
import { megabytes } from "./offlineWords";

type OfflineMarkProps = { offline: Offline; onOpen: () => void };

/** Quietly says that the app is kept for offline use, or that a newer version waits. */
export function OfflineMark({ offline, onOpen }: OfflineMarkProps) {
  const { copy, update } = useStore(offline.store);
  if (update.kind === "ready") {
    return (
      <Status>
        <Button size="small" icon={<RotateCw />} onClick={offline.reload}>
          <span className="sr-only">A new version is ready: </span>
          <span aria-hidden="true" className="hidden sm:inline">
            New version:
          </span>
          reload
        </Button>
      </Status>
    );
  }
  if (copy.kind === "kept") {
    const label = `Offline ready: ${megabytes(copy.bytes)} kept in this browser`;
    return (
      <Status>
        <Mark icon={<CloudCheck />} label={label} text="Offline ready" onOpen={onOpen} />
      </Status>
    );
  }
  // A broken connection is no news; the next visit goes on.
  if (copy.kind === "failed" && copy.failure !== "network") {
    return (
      <Status>
        <Mark
          icon={<CloudOff />}
          label="Not kept for offline use: why"
          text="Not kept offline"
          onOpen={onOpen}
        />
      </Status>
    );
  }
  return <Status />;
}

/** There from the beginning, so that what comes into it is read out. */
function Status({ children }: { children?: ReactNode }) {
  return <span role="status">{children}</span>;
}

type MarkProps = { icon: ReactNode; label: string; text: string; onOpen: () => void };

function Mark({ icon, label, text, onOpen }: MarkProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onOpen}
      className="inline-flex items-center gap-1.5 rounded-md px-1.5 py-1 text-xs text-muted hover:bg-hover hover:text-text [&>svg]:size-3.5"
    >
      {icon}
      <span aria-hidden="true" className="hidden md:inline">
        {text}
      </span>
    </button>
  );
}
