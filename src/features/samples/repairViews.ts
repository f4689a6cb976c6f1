import type { ComponentType } from "react";
import type { Verdict } from "../../domain/verdict";

/** How a repair looks; given from outside, so that it is the same as where it was accepted. */
export type RepairViews = {
  Diff: ComponentType<{ label: string; before: string; after: string }>;
  Rationale: ComponentType<{ text: string }>;
  Verdict: ComponentType<{ verdict: Verdict }>;
};
