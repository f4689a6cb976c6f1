import type { TracedSource } from "../renderers/inline";
import type { RunEnd, Trace } from "../trace";

/** One program and its trace under a test. */
export type TracedRun = { source: TracedSource; trace: Trace };

/** Steps that belong together, as positions in each trace's `steps`; null: it has no counterpart. */
export type Row = { before: number | null; after: number | null };

/** How two runs first differ. */
export type Reason =
  /** A variable or mark (`__return__` …) got another value; null: it was not set there at all. */
  | { kind: "value"; name: string; before: string | null; after: string | null }
  /** The next line that changed something is another one. */
  | { kind: "path"; beforeLine: number; afterLine: number }
  /** The runs end differently; null: that run goes on. */
  | { kind: "end"; before: RunEnd | null; after: RunEnd | null }
  /** All steps are the same, and a printed line is not; null: it was not printed there. */
  | { kind: "output"; before: string | null; after: string | null };

/** A difference, at positions in each trace's `steps`; null: no step of that run belongs to it. */
export type Divergence = Row & { reason: Reason };

/** What two runs of the same test have in common, and where they first part. */
export type Comparison =
  /** `complete`: both were recorded to their ends; otherwise they are the same as far as known. */
  | { kind: "same"; shared: number; complete: boolean }
  | ({
      kind: "diverges";
      /** How many steps of each run have a counterpart before the difference. */
      shared: number;
      /** The last rows before the difference, and the first steps of each run after it. */
      lead: readonly Row[];
      following: readonly Row[];
    } & Divergence);
