import { useCallback, useSyncExternalStore } from "react";
import type { TracemendDatabase } from "../../storage/database";
import { explainStatus } from "../../storage/failure";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";

/** Says when another tab keeps this one from its samples; nothing otherwise. For every page. */
export function DatabaseNotice({ database }: { database: TracemendDatabase }) {
  const status = useSyncExternalStore(
    useCallback((listener: () => void) => database.subscribeStatus(listener), [database]),
    () => database.status,
  );
  const failure = explainStatus(status);
  if (failure === null) return null;
  const reload = <Button onClick={() => window.location.reload()}>Reload</Button>;
  return <Notice tone="warning" {...failure} action={status === "outdated" ? reload : undefined} />;
}
