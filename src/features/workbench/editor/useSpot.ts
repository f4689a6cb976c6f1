import { useEffect } from "react";
import { shownPosition, type Reading } from "../../../domain/timeline/reading";
import type { Place } from "../../../domain/trace";
import type { TraceLens } from "../lens";
import type { Annotation } from "../program/annotations";
import { Range, type editor } from "./monaco";

/** Where in an editor's text the step that is shown made its change; null when elsewhere. */
function spotOf(
  reading: Reading,
  place: Place,
  lines: ReadonlyMap<number, number>,
): { line: number; passing: boolean } | null {
  const step = reading.index?.step(shownPosition(reading));
  if (step?.place !== place) return null;
  const line = lines.get(step.line);
  return line === undefined ? null : { line, passing: reading.preview !== null };
}

/**
 * Marks the line of the step that is shown, and brings it into view when the reader moves. Past React:
 * a move must cost no more than the one line.
 */
export function useSpot(
  code: editor.IStandaloneCodeEditor | null,
  lens: TraceLens,
  place: Place,
  annotations: readonly Annotation[],
): void {
  useEffect(() => {
    if (code === null) return;
    const lines = new Map(annotations.map(({ ranLine, line }) => [ranLine, line]));
    const marks = code.createDecorationsCollection();
    let shown: ReturnType<typeof spotOf> = null;
    const show = (reading: Reading): void => {
      const spot = spotOf(reading, place, lines);
      if (spot?.line === shown?.line && spot?.passing === shown?.passing) return;
      shown = spot;
      const name = spot?.passing === true ? "spot-in-passing" : "spot";
      const options = { isWholeLine: true, className: name, linesDecorationsClassName: name };
      marks.set(spot === null ? [] : [{ range: new Range(spot.line, 1, spot.line, 1), options }]);
    };
    show(lens.store.getState());
    const unsubscribe = lens.store.subscribe((now, before) => {
      show(now);
      const moved = now.position !== before.position && now.index === before.index;
      if (moved && shown !== null) code.revealLineInCenterIfOutsideViewport(shown.line);
    });
    return () => {
      unsubscribe();
      marks.clear();
    };
  }, [code, lens, place, annotations]);
}
