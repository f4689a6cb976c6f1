import clsx from "clsx";
import { useId } from "react";
import type { Confidence } from "../../domain/engine";
import { confidenceWords } from "./confidenceWords";

type ConfidenceViewProps = {
  confidence: Confidence;
  /** How many tests the fix passes. */
  tests: number;
};

/** Whether a fix is likely to be what was meant, and what speaks against it. */
export function ConfidenceView({ confidence, tests }: ConfidenceViewProps) {
  const id = useId();
  const { grade, doubts } = confidence;
  return (
    <section
      aria-label="Confidence"
      className={clsx(
        "rounded-md border px-3 py-2",
        grade === "unlikely" ? "border-warn bg-warn-soft" : "border-line bg-raised",
      )}
    >
      <p className="font-medium">{confidenceWords(confidence, tests)}</p>
      {doubts.length > 0 && (
        <>
          <p id={id} className="text-muted">
            What speaks against it:
          </p>
          <ul aria-labelledby={id} className="list-disc pl-4">
            {doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
