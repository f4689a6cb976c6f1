import { useEffect, useEffectEvent, useRef } from "react";
import { useColorScheme } from "../../../ui/colorScheme";
import type { CodeEditorProps } from "./editorProps";
import { decorationsOf } from "./decorations";
import "./editor.css";
import { applyEditorTheme } from "./editorTheme";
import { editor, KeyCode } from "./monaco";

const options: editor.IStandaloneEditorConstructionOptions = {
  language: "python",
  automaticLayout: true,
  // A real textarea: the experimental EditContext is not one to assistive tools and tests.
  editContext: false,
  // "auto" answers "not accessible" in place of the name where it detects no screen reader.
  accessibilitySupport: "on",
  fontFamily: "var(--code-font)",
  fontSize: 13,
  lineHeight: 20,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 10,
  glyphMargin: false,
  folding: false,
  renderWhitespace: "none",
  renderFinalNewline: "on",
  wrappingIndent: "indent",
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: "line",
  renderLineHighlightOnlyWhenFocus: true,
  scrollBeyondLastLine: false,
  scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10 },
  padding: { top: 6, bottom: 6 },
  fixedOverflowWidgets: true,
  hover: { above: false, delay: 250 },
  tabSize: 4,
  insertSpaces: true,
  detectIndentation: false,
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
  "semanticHighlighting.enabled": false,
  contextmenu: false,
  links: false,
  stickyScroll: { enabled: false },
};

/** Tab indents; after Escape it leaves the editor, until the editor is left or something else is typed. */
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

/** The code editor itself; loaded lazily by `CodeEditor`. */
export function MonacoEditor(props: CodeEditorProps) {
  const { label, value, annotations, stale, placeholder, minLines, maxLines } = props;
  const host = useRef<HTMLDivElement>(null);
  const code = useRef<editor.IStandaloneCodeEditor>(null);
  const notes = useRef<editor.IEditorDecorationsCollection>(null);
  const scheme = useColorScheme();

  const onChange = useEffectEvent((text: string) => {
    if (text !== value) props.onValueChange(text);
  });
  const create = useEffectEvent((element: HTMLElement) => {
    applyEditorTheme(scheme);
    return editor.create(element, {
      ...options,
      value,
      ariaLabel: label,
      ...(placeholder === undefined ? {} : { placeholder }),
    });
  });

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const created = create(element);
    created.getModel()?.setEOL(editor.EndOfLineSequence.LF);
    letEscapeFreeTab(created);
    takeInsertedLinesAsTheyAre(created);
    created.onDidChangeModelContent(() => {
      onChange(created.getValue());
    });
    code.current = created;
    notes.current = created.createDecorationsCollection();
    return () => {
      created.getModel()?.dispose();
      created.dispose();
      code.current = null;
    };
  }, []);

  useEffect(() => {
    const created = code.current;
    if (created === null || host.current === null) return;
    const fit = (): void => {
      const bounds = { min: minLines * 20 + 12, max: maxLines * 20 + 12 };
      const height = Math.min(bounds.max, Math.max(bounds.min, created.getContentHeight()));
      if (host.current !== null) host.current.style.height = `${height}px`;
    };
    fit();
    const subscription = created.onDidContentSizeChange(fit);
    return () => {
      subscription.dispose();
    };
  }, [minLines, maxLines]);

  useEffect(() => {
    const model = code.current?.getModel();
    if (model == null || model.getValue() === value) return;
    // An edit, not a new value, so that Undo reaches back over it.
    const text = { range: model.getFullModelRange(), text: value };
    model.pushStackElement();
    model.pushEditOperations([], [text], () => null);
    model.pushStackElement();
  }, [value]);

  useEffect(() => {
    const model = code.current?.getModel();
    if (model != null) notes.current?.set(decorationsOf(model, annotations, stale));
  }, [annotations, stale, value]);

  useEffect(() => {
    applyEditorTheme(scheme);
  }, [scheme]);

  useEffect(() => {
    // On a narrow screen comments would otherwise be out of sight at the line ends.
    const narrow = matchMedia("(max-width: 640px)");
    const wrap = (): void => {
      code.current?.updateOptions({ wordWrap: narrow.matches ? "on" : "off" });
    };
    wrap();
    narrow.addEventListener("change", wrap);
    return () => {
      narrow.removeEventListener("change", wrap);
    };
  }, []);

  return <div ref={host} className="w-full min-w-0" />;
}
