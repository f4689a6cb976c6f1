import type { Score } from "../../../domain/forecast/score";
import { lineWords } from "../../../domain/forecast/words";
import { verdictLooks } from "./verdictLooks";
import { WithCode } from "./WithCode";

/** The lines that did not do what was said of them. */
export function OtherLines({ score }: { score: Score }) {
  const others = score.lines.filter(({ verdict }) => verdict !== "agreed" && verdict !== "quiet");
  if (others.length === 0) return null;
  return (
    <ul aria-label="Lines that did other than you said" className="flex flex-col gap-1">
      {others.map((one) => {
        const { Icon, name, color } = verdictLooks[one.verdict];
        const words = lineWords(one);
        return (
          <li key={one.line} className="flex items-start gap-1.5">
            <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${color}`} />
            <span className="min-w-0 wrap-anywhere">
              <span className={`font-medium ${color}`}>{`${name}: `}</span>
              <WithCode text={words} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
