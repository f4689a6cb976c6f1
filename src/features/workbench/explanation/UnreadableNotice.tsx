import type { Discovery } from "../../../domain/test";
import type { WorkbenchStores } from "../stores";
import { placeWords } from "../words";
import { ErrorNotice } from "./ErrorNotice";

type UnreadableNoticeProps = {
  stores: WorkbenchStores;
  discovery: Extract<Discovery, { kind: "unreadable" }>;
};

/** Why the tests could not be read. */
export function UnreadableNotice({ stores, discovery }: UnreadableNoticeProps) {
  const { place, line, message, explanation, traceback } = discovery;
  const words = {
    tone: "error" as const,
    what: message,
    why: `Reading stopped at ${placeWords(place, line)}, so nothing was run.`,
    tryThis: "Correct the marked line, or the end of the one before it, and run again.",
  };
  return (
    <ErrorNotice
      words={words}
      explanation={explanation ?? null}
      traceback={traceback ?? ""}
      announce
      onShow={stores.spotlight.show}
    />
  );
}
