import { Button } from "../../ui/Button";
import { percent } from "./confidenceWords";
import { fixNumber, type FixOrder } from "./fixOrder";
import type { ProvenFix } from "./repairState";

type UnlikelyFixesProps = {
  fixes: readonly ProvenFix[];
  order: FixOrder;
  onShow: (place: number) => void;
};

/** Fixes that pass and are probably wrong: folded away, and there for who wants to look. */
export function UnlikelyFixes({ fixes, order, onShow }: UnlikelyFixesProps) {
  if (order.behind.length === 0) return null;
  const count = order.behind.length;
  const pass = count === 1 ? "passes your tests but is" : "pass your tests but are";
  return (
    <details>
      <summary className="cursor-pointer text-muted">
        {count} more that {pass} probably not what you meant
      </summary>
      <ul className="mt-1.5 flex flex-col gap-1.5">
        {order.behind.map((place) => {
          const confidence = fixes[place]?.proposal.confidence;
          const number = fixNumber(order, place);
          return (
            <li key={place} className="flex items-baseline gap-2">
              <Button
                size="small"
                onClick={() => {
                  onShow(place);
                }}
              >
                Show fix {number}
              </Button>
              {confidence !== undefined && (
                <span className="text-muted">
                  {percent(confidence)}
                  {confidence.doubts[0] !== undefined && `: ${confidence.doubts[0]}`}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
