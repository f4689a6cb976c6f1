import { Button } from "../../../ui/Button";
import { Notice } from "../../../ui/Notice";
import type { Shown } from "../run/shown";
import type { WorkbenchStores } from "../stores";
import { endWords } from "./endWords";
import { ErrorNotice } from "./ErrorNotice";
import { explanationOf } from "./explanationOf";

type EndNoticeProps = Pick<Shown, "trace" | "outcome"> & {
  stores: WorkbenchStores;
  onChangeLimits: () => void;
};

/** How a traced run ended: an error in plain words, with Python's own form of it, or our words. */
export function EndNotice({ stores, trace, outcome, onChangeLimits }: EndNoticeProps) {
  const { end } = trace;
  const { isLimit, ...words } = endWords(trace, outcome);
  const limits = isLimit && (
    <Button size="small" onClick={onChangeLimits}>
      Change the limits
    </Button>
  );
  if (end.kind !== "raised" && end.kind !== "syntaxError") {
    return <Notice {...words} announce={false} action={limits} />;
  }
  return (
    <ErrorNotice
      words={words}
      explanation={explanationOf({ trace, outcome })}
      traceback={end.traceback ?? ""}
      announce={false}
      limit={isLimit === true ? words.why : null}
      more={limits}
      onShow={stores.spotlight.show}
    />
  );
}
