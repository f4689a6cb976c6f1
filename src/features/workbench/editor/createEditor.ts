import { editor, KeyCode, Range } from "./monaco";

/** Pixels. */
export const lineHeight = 20;
export const padding = 6;

const options: editor.IStandaloneEditorConstructionOptions = {
  language: "python",
  automaticLayout: true,
  // A real textarea: the EditContext that would stand in for it is not one to assistive tools.
  editContext: false,
  // "auto" puts "not accessible" in place of the name where it detects no screen reader.
  accessibilitySupport: "on",
  fontFamily: "var(--code-font)",
  fontSize: 13,
  lineHeight,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 10,
  // One accessible page holds whole texts, so that form fillers replace all of a text and not its visible part.
  accessibilityPageSize: 5_000,
  glyphMargin: false,
  folding: false,
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  renderWhitespace: "none",
  renderFinalNewline: "on",
  renderLineHighlightOnlyWhenFocus: true,
  scrollBeyondLastLine: false,
  scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10 },
  padding: { top: padding, bottom: padding },
  fixedOverflowWidgets: true,
  hover: { above: false, delay: 250 },
  tabSize: 4,
  insertSpaces: true,
  detectIndentation: false,
  wrappingIndent: "indent",
  contextmenu: false,
};

/** Tab indents; after Escape it leaves the editor, until the editor is left or a key is typed. */
function letEscapeFreeTab(code: editor.IStandaloneCodeEditor): void {
  const setFree = (tabFocusMode: boolean): void => {
    code.updateOptions({ tabFocusMode });
  };
  code.onKeyDown((event) => {
    const tabbing = event.keyCode === KeyCode.Tab || event.keyCode === KeyCode.Shift;
    if (event.keyCode === KeyCode.Escape) setFree(true);
    else if (!tabbing) setFree(false);
  });
  code.onDidBlurEditorText(() => {
    setFree(false);
  });
}

/** Gives the editor the text box's own selection, where that box holds the whole text. */
function takeSelection(code: editor.IStandaloneCodeEditor, box: HTMLTextAreaElement): void {
  const model = code.getModel();
  if (model === null || box.value !== model.getValue()) return;
  const start = model.getPositionAt(box.selectionStart);
  const end = model.getPositionAt(box.selectionEnd);
  code.setSelection(Range.fromPositions(start, end));
}

/**
 * Text that is inserted at once (dictation, text expanders, a phone's suggestions) goes in as it is,
 * in place of what is selected. Monaco would type it key by key and indent each line once more.
 */
function takeInsertedTextAsItIs(code: editor.IStandaloneCodeEditor): void {
  const insert = (event: InputEvent): void => {
    const { data: text, inputType, target } = event;
    if (inputType !== "insertText" || text === null || text.length < 2) return;
    event.preventDefault();
    if (target instanceof HTMLTextAreaElement) takeSelection(code, target);
    code.trigger("insert", "paste", { text });
  };
  code.getDomNode()?.addEventListener("beforeinput", insert, { capture: true });
}

/**
 * A text box that was wholly selected before it got the focus (form fillers do so) stays selected.
 * Monaco would set its own last selection, and the text to come would not replace but be added.
 */
function keepWholeSelection(code: editor.IStandaloneCodeEditor): void {
  const focus = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    const { value, selectionStart, selectionEnd } = target;
    if (value !== "" && selectionStart === 0 && selectionEnd === value.length) {
      takeSelection(code, target);
    }
  };
  code.getDomNode()?.addEventListener("focus", focus, { capture: true });
}

/** Makes a Python editor in `host`; `label` is its accessible name. */
export function createEditor(
  host: HTMLElement,
  { label, placeholder, value }: { label: string; placeholder: string; value: string },
): editor.IStandaloneCodeEditor {
  const code = editor.create(host, { ...options, ariaLabel: label, placeholder, value });
  code.getModel()?.setEOL(editor.EndOfLineSequence.LF);
  letEscapeFreeTab(code);
  takeInsertedTextAsItIs(code);
  keepWholeSelection(code);
  return code;
}
