import { useEffect, useEffectEvent, useRef, useState } from "react";
import { markOnce } from "../../../domain/startup";
import { useColorScheme } from "../../../ui/colorScheme";
import { decorationsOf } from "./decorations";
import "./editor.css";
import { createEditor, lineHeight, padding } from "./createEditor";
import type { CodeEditorProps } from "./editorProps";
import { applyEditorTheme } from "./editorTheme";
import { showHits } from "./gutter";
import type { editor } from "./monaco";
import { useHeat } from "./useHeat";
import { useHoles } from "./useHoles";
import { useMargin } from "./useMargin";
import { useSpot } from "./useSpot";
import { useSpotlight } from "./useSpotlight";
import { useStates } from "./useStates";

type Code = editor.IStandaloneCodeEditor;

/** Pixels. */
const wrapBelow = 600;

/** The code editor itself; loaded lazily by `CodeEditor`. */
export function MonacoEditor(props: CodeEditorProps) {
  const { label, place, value, placeholder, annotations, stale, lens } = props;
  const host = useRef<HTMLDivElement>(null);
  const [code, setCode] = useState<Code | null>(null);
  const scheme = useColorScheme();

  const create = useEffectEvent((element: HTMLElement) =>
    createEditor(element, { label, placeholder, value }),
  );
  useEffect(() => {
    if (host.current === null) return;
    const created = create(host.current);
    setCode(created);
    markOnce(performance, "editor");
    return () => {
      setCode(null);
      created.getModel()?.dispose();
      created.dispose();
    };
  }, []);

  useEffect(() => {
    applyEditorTheme(scheme);
  }, [scheme]);

  useText(code, value, props.onValueChange);
  const height = useFittedHeight(code, props.minLines, props.maxLines);
  useWrapWhenNarrow(code);

  useEffect(() => {
    const model = code?.getModel();
    if (code == null || model == null) return;
    const notes = code.createDecorationsCollection(decorationsOf(model, annotations, stale));
    const frame =
      notes.length === 0 ? 0 : requestAnimationFrame(() => markOnce(performance, "traceDrawn"));
    return () => {
      cancelAnimationFrame(frame);
      notes.clear();
    };
    // `value` too: what is drawn depends on where the lines end.
  }, [code, annotations, stale, value]);

  useEffect(() => {
    if (code !== null) showHits(code, annotations);
  }, [code, annotations]);
  useSpot(code, lens, place, annotations);
  useSpotlight(code, props.spotlight, place, annotations);
  useStates(code, lens, place, annotations);
  useMargin(code, props.margin);
  useHeat(code, props.heat);
  useHoles(code, value);

  return <div ref={host} style={{ height }} className="w-full min-w-0" />;
}

/** Keeps the editor's text and `value` the same, whichever changes. */
function useText(code: Code | null, value: string, onValueChange: (text: string) => void): void {
  useEffect(() => {
    const model = code?.getModel();
    if (model == null || model.getValue() === value) return;
    // An edit, not a new value, so that Undo reaches back over it.
    model.pushStackElement();
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text: value }], () => null);
    model.pushStackElement();
  }, [code, value]);

  useEffect(() => {
    const subscription = code?.onDidChangeModelContent(() => {
      const text = code.getValue();
      if (text !== value) onValueChange(text);
    });
    return () => {
      subscription?.dispose();
    };
  }, [code, value, onValueChange]);
}

/** The height in pixels that follows the content between two numbers of lines. */
function useFittedHeight(code: Code | null, minLines: number, maxLines: number): number {
  const least = minLines * lineHeight + 2 * padding;
  const most = maxLines * lineHeight + 2 * padding;
  const [content, setContent] = useState(least);
  useEffect(() => {
    if (code === null) return;
    const measure = (): void => {
      setContent(code.getContentHeight());
    };
    measure();
    const subscription = code.onDidContentSizeChange(measure);
    return () => {
      subscription.dispose();
    };
  }, [code]);
  return Math.min(most, Math.max(least, content));
}

/** In a narrow editor comments would otherwise be out of sight at the line ends. */
function useWrapWhenNarrow(code: Code | null): void {
  useEffect(() => {
    if (code === null) return;
    const wrap = ({ width }: { width: number }): void => {
      code.updateOptions({ wordWrap: width < wrapBelow ? "on" : "off" });
    };
    wrap(code.getLayoutInfo());
    const subscription = code.onDidLayoutChange(wrap);
    return () => {
      subscription.dispose();
    };
  }, [code]);
}
