import type { LineNote } from "../../../domain/timeline/lineNotes";
import type { Annotation } from "../program/annotations";
import { inCodeUnits, type Columns } from "../explanation/columns";
import { fitted } from "./fitting";
import { editor, Range } from "./monaco";

/** Characters of one line's comment. */
const longestComment = 120;

type Decoration = editor.IModelDeltaDecoration;

/** What tells a state's element which step it is of. */
const stateClass = "trace-at-";

/** The position of the step whose state this element of the editor shows; null when it shows none. */
export function stateOfElement(element: Element | null): number | null {
  const found = [...(element?.classList ?? [])].find((name) => name.startsWith(stateClass));
  return found === undefined ? null : Number(found.slice(stateClass.length));
}

/** Injected text must be one line. */
const onOneLine = (text: string): string => text.replaceAll("\n", " ");

/** A fence that the text itself cannot close. */
function codeBlock(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}python\n${text}\n${fence}`;
}

/** All that the hover has room for. */
function statesInFull({ first, between, lost, last }: LineNote): string {
  const left = [
    ...(between > 0 ? [`${between.toLocaleString("en")} more`] : []),
    ...(lost ? ["steps that were not kept"] : []),
  ].join(" and ");
  return [...first, ...(left === "" ? [] : [`# … ${left}: see the line’s history`]), ...last].join(
    "\n",
  );
}

function injected(text: string, className: string): editor.InjectedTextOptions {
  return {
    content: text,
    inlineClassName: className,
    cursorStops: editor.InjectedTextCursorStops.None,
  };
}

/** A line's comment, each of its states an element of its own. */
function commentAt(range: Range, note: LineNote, stale: boolean): Decoration[] {
  const className = stale ? "trace-comment stale" : "trace-comment";
  const texts = fitted(
    note.pieces.map(({ text }) => onOneLine(text)),
    longestComment - note.pieces.length,
  );
  const pieces = note.pieces.map(({ position }, index): Decoration => {
    const lead = index === 0 ? "" : " ";
    const itsOwn = position === null ? className : `${className} ${stateClass}${position}`;
    const after = injected(`${lead}${texts[index] ?? ""}`, itsOwn);
    return { range, options: { showIfCollapsed: true, after } };
  });
  const options = {
    showIfCollapsed: true,
    after: injected("  # ", className),
    hoverMessage: { value: codeBlock(statesInFull(note)) },
  };
  return [{ range, options }, ...pieces];
}

function markAt(range: Range, text: string): Decoration {
  const content = ` ${fitted([onOneLine(text)], longestComment).join("")} `;
  const after = injected(content.replaceAll(" ", "\u00a0"), "mark-text");
  return { range, options: { showIfCollapsed: true, after } };
}

/** The part of a line that failed, underlined. */
function failingAt(model: editor.ITextModel, line: number, columns: Columns): Decoration {
  const { from, to } = inCodeUnits(model.getLineContent(line), columns);
  const options = { inlineClassName: "failing-part", hoverMessage: { value: "This part failed." } };
  return { range: new Range(line, from + 1, line, to + 1), options };
}

/**
 * What a line's annotation looks like in `model`; lines that are not there any more get nothing. What
 * stands at a line's end does so in this order: Monaco keeps it for equal ranges.
 */
export function decorationsOf(
  model: editor.ITextModel,
  annotations: readonly Annotation[],
  stale: boolean,
): Decoration[] {
  return annotations.flatMap((annotation) => {
    const { line, note, mark, neverRan, failing } = annotation;
    if (line > model.getLineCount()) return [];
    const end = model.getLineMaxColumn(line);
    const whole = new Range(line, 1, line, end);
    const atEnd = new Range(line, end, line, end);
    const found: Decoration[] = note === null ? [] : commentAt(atEnd, note, stale);
    if (mark?.text != null) found.push(markAt(atEnd, mark.text));
    if (mark !== null) {
      found.push({
        range: whole,
        options: {
          isWholeLine: true,
          className: "marked-line",
          // Over the line of the step that is shown: nothing is louder than what went wrong.
          zIndex: 1,
          linesDecorationsClassName: "marked-gutter",
        },
      });
    }
    if (failing !== undefined) found.push(failingAt(model, line, failing));
    if (neverRan) {
      const hoverMessage = { value: "This line did not run under this test." };
      found.push({ range: whole, options: { inlineClassName: "never-ran", hoverMessage } });
    }
    return found;
  });
}
