import { lazy, Suspense } from "react";
import type { CodeEditorProps } from "./editorProps";
import { PlainEditor } from "./PlainEditor";

const MonacoEditor = lazy(async () => {
  try {
    return { default: (await import("./MonacoEditor")).MonacoEditor };
  } catch {
    // Without its code the page can still be worked with.
    return { default: PlainEditor };
  }
});

/** A Python editor with trace comments at the line ends. Until it is loaded the text can be read. */
export function CodeEditor(props: CodeEditorProps) {
  return (
    <Suspense
      fallback={
        <pre className="overflow-x-auto py-1.5 pl-12 font-mono text-[13px] leading-5">
          {props.value}
        </pre>
      }
    >
      <MonacoEditor {...props} />
    </Suspense>
  );
}
