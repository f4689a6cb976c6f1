import { useEffect } from "react";
import type { StoreApi } from "zustand";
import { heatLevel, type Heat } from "./heat";
import { Range, type editor } from "./monaco";

/** Draws a strip at the outer edge beside the lines under suspicion. */
export function useHeat(
  code: editor.IStandaloneCodeEditor | null,
  heat: StoreApi<Heat> | undefined,
): void {
  useEffect(() => {
    const model = code?.getModel();
    if (code == null || model == null || heat === undefined) return;
    const strip = code.createDecorationsCollection();
    const show = ({ lines }: Heat): void => {
      const there = lines.filter(([line]) => line <= model.getLineCount());
      strip.set(
        there.map(([line, score]) => ({
          range: new Range(line, 1, line, 1),
          options: {
            isWholeLine: true,
            marginClassName: `heat heat-${heatLevel(score)}`,
            lineNumberHoverMessage: { value: `Under suspicion: ${score.toFixed(2)} of 1.` },
          },
        })),
      );
    };
    show(heat.getState());
    const unsubscribe = heat.subscribe(show);
    return () => {
      unsubscribe();
      strip.clear();
    };
  }, [code, heat]);
}
