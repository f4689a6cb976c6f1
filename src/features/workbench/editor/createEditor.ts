import { editor, KeyCode } from "./monaco";

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

/**
 * Text of several lines that is inserted at once (dictation, text expanders, a phone's suggestions)
 * goes in as it is. Monaco would type it key by key and indent each line once more.
 */
function takeInsertedLinesAsTheyAre(code: editor.IStandaloneCodeEditor): void {
  const insert = (event: InputEvent): void => {
    const text = event.data;
    if (event.inputType !== "insertText" || text === null || !/\n./.test(text)) return;
    event.preventDefault();
    code.trigger("insert", "paste", { text });
  };
  code.getDomNode()?.addEventListener("beforeinput", insert, { capture: true });
}

/** Makes a Python editor in `host`; `label` is its accessible name. */
export function createEditor(
  host: HTMLElement,
  { label, placeholder, value }: { label: string; placeholder: string; value: string },
): editor.IStandaloneCodeEditor {
  const code = editor.create(host, { ...options, ariaLabel: label, placeholder, value });
  code.getModel()?.setEOL(editor.EndOfLineSequence.LF);
  letEscapeFreeTab(code);
  takeInsertedLinesAsTheyAre(code);
  return code;
}
