import { useEffect } from "react";
import type { Place } from "../../../domain/trace";
import { inCodeUnits } from "../explanation/columns";
import type { Spotlight } from "../explanation/spotlight";
import type { Annotation } from "../program/annotations";
import { Range, type editor } from "./monaco";

/** Selects the part of this editor's text that the reader asks for, and takes the focus there. */
export function useSpotlight(
  code: editor.IStandaloneCodeEditor | null,
  spotlight: Spotlight,
  place: Place,
  annotations: readonly Annotation[],
): void {
  useEffect(() => {
    if (code === null) return;
    const lines = new Map(annotations.map(({ ranLine, line }) => [ranLine, line]));
    return spotlight.store.subscribe(({ span }) => {
      const model = code.getModel();
      if (span?.place !== place || model === null) return;
      const now = (ran: number): number => Math.min(lines.get(ran) ?? ran, model.getLineCount());
      const [first, last] = [now(span.line), now(span.endLine)];
      const start = inCodeUnits(model.getLineContent(first), { from: span.column, to: 0 });
      const end = inCodeUnits(model.getLineContent(last), { from: 0, to: span.endColumn });
      const range = new Range(first, start.from + 1, last, end.to + 1);
      code.setSelection(range);
      code.revealRangeInCenterIfOutsideViewport(range);
      code.focus();
    });
  }, [code, spotlight, place, annotations]);
}
