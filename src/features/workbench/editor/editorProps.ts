import type { Annotation } from "../program/annotations";

export type CodeEditorProps = {
  /** The accessible name. */
  label: string;
  value: string;
  onValueChange: (text: string) => void;
  /** What to show on the lines of `value`. */
  annotations: readonly Annotation[];
  /** The annotations belong to an older text. */
  stale: boolean;
  placeholder: string;
  /** Between these the height follows the content. */
  minLines: number;
  maxLines: number;
};
