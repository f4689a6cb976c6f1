import { z } from "zod";
import { condense } from "../../domain/condense";
import type { RepairTask } from "../../domain/engine";
import type { Problem } from "../../domain/problem";
import { sameSurroundings } from "../../domain/surroundings";
import { provenFixSchema, subjectSchema, type ProvenFix } from "./repairState";

/** What of a problem a proven fix depends on. */
type RepairedProblem = Pick<Problem, "program" | "tests" | "heldOut" | "surroundings">;

/** Proven fixes that survive a reload, found again by the program and tests that they repair. */
export interface KeptFixes {
  load(problem: RepairedProblem): KeptRepair | null;
  /** Replaces what is kept for the same program and tests; no fixes removes it. */
  save(subject: RepairTask, fixes: readonly ProvenFix[]): void;
}

const keptRepairSchema = z.object({
  engine: z.enum(["search", "endpoint"]),
  subject: subjectSchema,
  fixes: z.array(provenFixSchema).min(1),
});
export type KeptRepair = z.infer<typeof keptRepairSchema>;

const storageKey = "tracemend.fixes.v1";
/** Bounds of what is kept: the newest repairs, in characters of JSON altogether. */
const maximumRepairs = 4;
const maximumCharacters = 1_000_000;
/** Of how many steps of a trace each is kept. */
const keptSteps = 2_000;

/** Keeps fixes in Web Storage. What does not fit, or cannot be read back, is forgotten. */
export function createKeptFixes(storage: Pick<Storage, "getItem" | "setItem">): KeptFixes {
  function read(): KeptRepair[] {
    try {
      return z.array(keptRepairSchema).parse(JSON.parse(storage.getItem(storageKey) ?? "[]"));
    } catch {
      return [];
    }
  }

  function write(repairs: readonly KeptRepair[]): void {
    const entries = repairs.slice(0, maximumRepairs).map((repair) => JSON.stringify(repair));
    let characters = 0;
    const fitting = entries.filter((entry) => (characters += entry.length) <= maximumCharacters);
    try {
      storage.setItem(storageKey, `[${fitting.join(",")}]`);
    } catch {
      // A full or forbidden storage only costs the restoring after a reload.
    }
  }

  return {
    load(problem) {
      return read().find((repair) => isAbout(repair, problem)) ?? null;
    },
    save(subject, fixes) {
      const others = read().filter((repair) => !isAbout(repair, subject.problem));
      const [first] = fixes;
      const engine = first?.proposal.engine.name;
      const small = { ...subject, trace: condense(subject.trace, keptSteps) };
      const kept = engine === undefined ? [] : [{ engine, subject: small, fixes: [...fixes] }];
      write([...kept, ...others]);
    },
  };
}

function isAbout(repair: KeptRepair, problem: RepairedProblem): boolean {
  const kept = repair.subject.problem;
  return (
    kept.program === problem.program &&
    kept.tests === problem.tests &&
    kept.heldOut === problem.heldOut &&
    sameSurroundings(kept, problem)
  );
}
