import { Check, CircleHelp, X } from "lucide-react";
import type { Score } from "../../../domain/forecast/score";
import { endScoreWords, returnedWords } from "../../../domain/forecast/words";

/** What was said of the end and of the returned value, and whether it was so. */
export function SaidOtherwise({ score: { end, returned } }: { score: Score }) {
  if (end === null && returned === null) return null;
  return (
    <ul aria-label="The end and the returned value" className="flex flex-col gap-1">
      {end !== null && <Said isRight={end.isRight} words={endScoreWords(end)} />}
      {returned !== null && <Said isRight={returned.isRight} words={returnedWords(returned)} />}
    </ul>
  );
}

function Said({ isRight, words }: { isRight: boolean | null; words: string }) {
  const [Icon, color] =
    isRight === null
      ? ([CircleHelp, "text-muted"] as const)
      : isRight
        ? ([Check, "text-pass"] as const)
        : ([X, "text-fail"] as const);
  return (
    <li className="flex items-start gap-1.5">
      <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${color}`} />
      <span className="min-w-0 wrap-anywhere">{words}</span>
    </li>
  );
}
