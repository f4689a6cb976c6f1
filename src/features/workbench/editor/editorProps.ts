import type { StoreApi } from "zustand";
import type { Place } from "../../../domain/trace";
import type { Spotlight } from "../explanation/spotlight";
import type { TraceLens } from "../lens";
import type { Annotation } from "../program/annotations";
import type { Heat } from "./heat";
import type { Margin } from "./margin";

export type CodeEditorProps = {
  /** The accessible name. */
  label: string;
  /** Which of the two texts this is. */
  place: Place;
  value: string;
  onValueChange: (text: string) => void;
  /** What to show on the lines of `value`. */
  annotations: readonly Annotation[];
  /** The annotations belong to an older text. */
  stale: boolean;
  /** Where in the trace the reader is. */
  lens: TraceLens;
  /** The part of a text that the reader asks for. */
  spotlight: Spotlight;
  /** What stands beside the lines besides the trace. */
  margin?: StoreApi<Margin>;
  /** Lines of it under suspicion. */
  heat?: StoreApi<Heat>;
  placeholder: string;
  /** Between these the height follows the content. */
  minLines: number;
  maxLines: number;
};
