import { useEffect } from "react";
import type { StoreApi } from "zustand";
import type { Margin, MarginMark } from "./margin";
import { editor, Range } from "./monaco";

const { GUTTER_GLYPH_MARGIN, GUTTER_LINE_NUMBERS, GUTTER_LINE_DECORATIONS } =
  editor.MouseTargetType;

/** Beside the line an icon, at its end what it means. */
function drawn(model: editor.ITextModel, mark: MarginMark): editor.IModelDeltaDecoration[] {
  const { line, look, hover, text } = mark;
  if (line > model.getLineCount()) return [];
  const end = model.getLineMaxColumn(line);
  const beside = {
    range: new Range(line, 1, line, 1),
    options: {
      glyphMarginClassName: `forecast-mark ${look}`,
      glyphMarginHoverMessage: { value: hover },
    },
  };
  if (text === null) return [beside];
  const after = {
    content: `\u00a0${text.replaceAll(" ", "\u00a0")}\u00a0`,
    inlineClassName: `forecast-text ${look}`,
    cursorStops: editor.InjectedTextCursorStops.None,
  };
  return [
    beside,
    { range: new Range(line, end, line, end), options: { showIfCollapsed: true, after } },
  ];
}

/** Shows the marks beside the lines, and tells of clicks there. */
export function useMargin(
  code: editor.IStandaloneCodeEditor | null,
  margin: StoreApi<Margin> | undefined,
): void {
  useEffect(() => {
    const model = code?.getModel();
    if (code == null || model == null || margin === undefined) return;
    const marks = code.createDecorationsCollection();
    const show = (now: Margin): void => {
      code.updateOptions({ glyphMargin: now.marks.length > 0 });
      marks.set(now.marks.flatMap((mark) => drawn(model, mark)));
    };
    show(margin.getState());
    const unsubscribe = margin.subscribe(show);
    const clicks = code.onMouseDown(({ target }) => {
      const beside =
        target.type === GUTTER_GLYPH_MARGIN ||
        target.type === GUTTER_LINE_NUMBERS ||
        target.type === GUTTER_LINE_DECORATIONS;
      if (beside) margin.getState().onLine?.(target.position.lineNumber);
    });
    return () => {
      unsubscribe();
      clicks.dispose();
      marks.clear();
    };
  }, [code, margin]);
}
