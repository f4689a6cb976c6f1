import type { Annotation } from "../program/annotations";
import { editor, Range } from "./monaco";

const longestComment = 120;

/** Cuts for the eye; the hover has it all. Injected text must be one line. */
function cut(text: string): string {
  const line = text.replaceAll("\n", " ");
  return line.length <= longestComment ? line : `${line.slice(0, longestComment - 1)}…`;
}

/** A fence that the text itself cannot close. */
function codeBlock(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}python\n${text}\n${fence}`;
}

function injected(text: string, className: string): editor.InjectedTextOptions {
  return {
    content: text,
    inlineClassName: className,
    cursorStops: editor.InjectedTextCursorStops.None,
  };
}

/** Comment and mark stand in one decoration, so that their order at the line's end is fixed. */
function atLineEnd(annotation: Annotation, stale: boolean): editor.IModelDecorationOptions {
  const { comment, states, mark } = annotation;
  return {
    showIfCollapsed: true,
    ...(comment === null
      ? {}
      : {
          before: injected(`  ${cut(comment)}`, stale ? "trace-comment stale" : "trace-comment"),
          hoverMessage: { value: codeBlock(states.join("\n")) },
        }),
    ...(mark?.text == null
      ? {}
      : { after: injected(` ${cut(mark.text)} `.replaceAll(" ", "\u00a0"), "mark-text") }),
  };
}

/** What a line's annotation looks like in `model`; lines that are not there any more get nothing. */
export function decorationsOf(
  model: editor.ITextModel,
  annotations: readonly Annotation[],
  stale: boolean,
): editor.IModelDeltaDecoration[] {
  return annotations.flatMap((annotation) => {
    const { line, mark, neverRan } = annotation;
    if (line > model.getLineCount()) return [];
    const end = model.getLineMaxColumn(line);
    const whole = new Range(line, 1, line, end);
    const found: editor.IModelDeltaDecoration[] = [];
    if (annotation.comment !== null || mark?.text != null) {
      const range = new Range(line, end, line, end);
      found.push({ range, options: atLineEnd(annotation, stale) });
    }
    if (mark !== null) {
      found.push({
        range: whole,
        options: {
          isWholeLine: true,
          className: "marked-line",
          linesDecorationsClassName: "marked-gutter",
        },
      });
    }
    if (neverRan) {
      const hoverMessage = { value: "This line did not run under this test." };
      found.push({ range: whole, options: { inlineClassName: "never-ran", hoverMessage } });
    }
    return found;
  });
}
