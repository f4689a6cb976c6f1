import { useSyncExternalStore } from "react";
import type { Runtime, RuntimeState } from "../python/runtime";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";

type RuntimeBannerProps = { runtime: Runtime; onRetry: () => void };

/** Says that Python could not start, and how to go on; while it starts, the header says so. */
export function RuntimeBanner({ runtime, onRetry }: RuntimeBannerProps) {
  const state = useRuntime(runtime);
  if (state.kind !== "broken") return null;
  return (
    <div className="px-3 pt-3">
      <Notice
        what={state.what}
        why={state.why}
        tryThis={state.tryThis}
        action={
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        }
      />
    </div>
  );
}

export function useRuntime(runtime: Runtime): RuntimeState {
  return useSyncExternalStore(
    (listener) => runtime.subscribe(listener),
    () => runtime.state,
  );
}
