import { useEffect } from "react";
import { holesIn } from "../../../domain/holes";
import { Range, type editor } from "./monaco";

/** Characters of a hole's mark. */
const length = 2;

/** Marks each `??` of an editor that holds `value`, so that it is not taken for an operator. */
export function useHoles(code: editor.IStandaloneCodeEditor | null, value: string): void {
  useEffect(() => {
    const model = code?.getModel();
    if (code === null || model == null) return;
    // Monaco makes all line breaks alike, and its offsets count what it shows.
    const holes = holesIn(model.getValue()).map((offset) => {
      const from = model.getPositionAt(offset);
      const { lineNumber, column } = from;
      return {
        range: new Range(lineNumber, column, lineNumber, column + length),
        options: { inlineClassName: "hole", hoverMessage: { value: "A hole: to be found." } },
      };
    });
    const marks = code.createDecorationsCollection(holes);
    return () => {
      marks.clear();
    };
  }, [code, value]);
}
