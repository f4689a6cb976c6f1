import type { EngineName, RepairTask } from "../../domain/engine";
import type { Acceptance } from "./acceptance";
import type { RenderComparison } from "./FixComparison";
import type { Repair } from "./repair";
import type { ProvenFix } from "./repairState";

/** What could be repaired now, or in words why nothing can. */
export type RepairSubject =
  { kind: "ready"; request: RepairTask } | { kind: "unavailable"; reason: string };

export type RepairPanelProps = {
  repair: Repair;
  subject: RepairSubject;
  /** What the editors hold. */
  program: string;
  tests: string;
  engine: EngineName;
  /** The endpoint's model; empty when none is named yet. */
  model: string;
  onChooseEngine: (engine: EngineName) => void;
  /** How long a search may take. */
  seconds: number;
  onChooseSeconds: (seconds: number) => void;
  onOpenSettings: () => void;
  onAccept: (subject: RepairTask, fix: ProvenFix) => Promise<Acceptance>;
  /** Puts a program into the editor, in a way that can be undone. */
  onApply: (program: string) => void;
  /** Puts tests with one more among them into the Tests box, and looks for a fix again. */
  onAnswer: (tests: string) => void;
  /** The address of the Samples page. */
  samplesHref: string;
  /** Shows the buggy run and the fixed one beside each other. */
  renderComparison: RenderComparison;
};

/** The same for the parts of the panel. */
export type InsideProps = RepairPanelProps & {
  /** A button that goes away or is disabled by its own click leaves the focus to the panel. */
  keepFocus: () => void;
};
