import { Button } from "../../ui/Button";
import type { SuspiciousLine } from "./repairState";

/** Lines that are named; the strip in the editor shows them all. */
const named = 6;

type SuspicionLegendProps = { lines: readonly SuspiciousLine[]; onHide: () => void };

/** What the strip beside the program means, and the same in words. */
export function SuspicionLegend({ lines, onHide }: SuspicionLegendProps) {
  if (lines.length === 0) return null;
  const words = lines.slice(0, named).map(([line, score]) => `${line}\u00a0(${score.toFixed(2)})`);
  const more = lines.length > named ? ` and ${lines.length - named} more` : "";
  return (
    <div className="flex items-baseline justify-between gap-2">
      <p className="text-muted">
        <span aria-hidden="true" className="mr-1.5 border-l-[5px] border-suspicion" />
        Lines under suspicion: {words.join(", ")}
        {more}
      </p>
      <Button
        size="small"
        variant="quiet"
        aria-label="Hide the lines under suspicion"
        onClick={onHide}
      >
        Hide
      </Button>
    </div>
  );
}
