import { Button } from "../../../ui/Button";
import { Notice } from "../../../ui/Notice";
import type { Shown } from "../run/shown";
import type { WorkbenchStores } from "../stores";
import { outOfInputWords } from "../surroundings/words";
import { endWords } from "./endWords";
import { ErrorNotice } from "./ErrorNotice";
import { explanationOf } from "./explanationOf";

type EndNoticeProps = {
  stores: WorkbenchStores;
  shown: Shown;
  onChangeLimits: () => void;
};

/** How a traced run ended: an error in plain words, with Python's own form of it, or our words. */
export function EndNotice({ stores, shown, onChangeLimits }: EndNoticeProps) {
  const { trace, outcome } = shown;
  const { end } = trace;
  const outOfInput = outOfInputWords(shown);
  const { isLimit, ...words } = outOfInput ?? endWords(trace, outcome);
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
      explanation={outOfInput === null ? explanationOf({ trace, outcome }) : null}
      traceback={end.traceback ?? ""}
      announce={false}
      limit={isLimit === true ? words.why : null}
      more={limits}
      onShow={stores.spotlight.show}
    />
  );
}
