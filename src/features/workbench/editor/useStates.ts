import { useEffect } from "react";
import type { Place } from "../../../domain/trace";
import type { TraceLens } from "../lens";
import type { Annotation } from "../program/annotations";
import { stateOfElement } from "./decorations";
import { editor, KeyCode, KeyMod } from "./monaco";

/** How long the pointer rests on a state before its step is shown, in milliseconds. */
const dwell = 150;

const { GUTTER_LINE_NUMBERS, GUTTER_LINE_DECORATIONS } = editor.MouseTargetType;

/** To rest on a state shows its step in passing, to click it goes there; a click beside a line and Alt+H show its history. */
export function useStates(
  code: editor.IStandaloneCodeEditor | null,
  lens: TraceLens,
  place: Place,
  annotations: readonly Annotation[],
): void {
  useEffect(() => {
    if (code === null) return;
    const subscriptions = [...followPointer(code, lens)];
    return () => {
      subscriptions.forEach((subscription) => {
        subscription.dispose();
      });
      lens.setPreview(null);
    };
  }, [code, lens]);

  useEffect(() => {
    if (code === null) return;
    const lines = new Map(annotations.map(({ line, ranLine }) => [line, ranLine]));
    const showHistory = (now: number | undefined): void => {
      const line = lines.get(now ?? 0);
      if (line !== undefined) lens.showHistory({ place, line });
    };
    const subscriptions = [
      code.onMouseDown(({ target }) => {
        const beside =
          target.type === GUTTER_LINE_NUMBERS || target.type === GUTTER_LINE_DECORATIONS;
        if (beside) showHistory(target.position.lineNumber);
      }),
      code.addAction({
        id: "tracemend.history",
        label: "History of this line",
        keybindings: [KeyMod.Alt | KeyCode.KeyH],
        run: () => {
          showHistory(code.getPosition()?.lineNumber);
        },
      }),
    ];
    return () => {
      subscriptions.forEach((subscription) => {
        subscription.dispose();
      });
    };
  }, [code, lens, place, annotations]);
}

function followPointer(code: editor.IStandaloneCodeEditor, lens: TraceLens) {
  let under: number | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const rest = (position: number | null): void => {
    if (position === under) return;
    under = position;
    clearTimeout(waiting);
    if (position === null) lens.setPreview(null);
    else waiting = setTimeout(() => lens.setPreview(position), dwell);
  };
  return [
    code.onMouseMove(({ target }) => {
      rest(stateOfElement(target.element));
    }),
    code.onMouseLeave(() => {
      rest(null);
    }),
    code.onMouseDown(({ target }) => {
      const position = stateOfElement(target.element);
      clearTimeout(waiting);
      if (position !== null) lens.goTo(position);
    }),
    { dispose: () => clearTimeout(waiting) },
  ];
}
