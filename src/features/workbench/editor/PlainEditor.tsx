import type { CodeEditorProps } from "./editorProps";

/** A plain text box in place of the code editor when that cannot be loaded. */
export function PlainEditor(props: CodeEditorProps) {
  const { label, value, onValueChange, placeholder, minLines, maxLines } = props;
  const rows = Math.min(maxLines, Math.max(minLines, value.split("\n").length));
  return (
    <textarea
      aria-label={label}
      value={value}
      placeholder={placeholder}
      rows={rows}
      spellCheck={false}
      wrap="off"
      onChange={(event) => {
        onValueChange(event.target.value);
      }}
      className="block w-full resize-none bg-surface px-3 py-1.5 font-mono text-[13px] leading-5"
    />
  );
}
