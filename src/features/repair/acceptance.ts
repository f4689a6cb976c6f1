import { condense } from "../../domain/condense";
import { visibleTo, type RepairRequest, type RepairTask } from "../../domain/engine";
import type { PromptMessage } from "../../domain/prompt";
import type { Sample } from "../../domain/sample";
import { sameSurroundings } from "../../domain/surroundings";
import { isPlausible } from "../../domain/verdict";
import { StorageError, type StorageFailure } from "../../storage/failure";
import type { SampleStorage } from "../../storage/samples";
import type { ProvenFix } from "./repairState";

export type AcceptanceDependencies = {
  samples: Pick<SampleStorage, "add" | "list">;
  buildPrompt: (request: RepairRequest) => PromptMessage[];
  newId: () => string;
  /** ISO 8601, UTC. */
  now: () => string;
};

/** Of how many steps of its trace a sample keeps each. */
const keptSteps = 20_000;

/** What became of the wish to keep a fix. */
export type Acceptance =
  { kind: "kept" } | { kind: "alreadyKept" } | { kind: "refused"; failure: StorageFailure };

/** Keeps a proven fix as a sample, unless the same fix of the same problem is kept already. */
export async function acceptFix(
  deps: AcceptanceDependencies,
  subject: RepairTask,
  fix: ProvenFix,
): Promise<Acceptance> {
  if (!isPlausible(fix.verdict)) return { kind: "refused", failure: unproven };
  const sample: Sample = {
    version: 1,
    id: deps.newId(),
    acceptedAt: deps.now(),
    problem: subject.problem,
    trace: condense(subject.trace, keptSteps),
    engine: fix.proposal.engine,
    prompt: [...(fix.proposal.prompt ?? deps.buildPrompt(visibleTo(subject)))],
    rationale: fix.proposal.rationale,
    fix: fix.proposal.fix,
    verdict: fix.verdict,
    versions: fix.versions,
  };
  try {
    const { samples } = await deps.samples.list();
    if (samples.some((kept) => saysTheSame(kept, sample))) return { kind: "alreadyKept" };
    await deps.samples.add(sample);
    return { kind: "kept" };
  } catch (error) {
    if (error instanceof StorageError) return { kind: "refused", failure: error.failure };
    throw error;
  }
}

const unproven: StorageFailure = {
  what: "The sample was not kept.",
  why: "Its fix does not pass every test in a fresh interpreter.",
  tryThis: "Find another fix.",
};

function saysTheSame(one: Sample, other: Sample): boolean {
  return (
    one.fix === other.fix &&
    one.rationale === other.rationale &&
    one.problem.instruction === other.problem.instruction &&
    one.problem.program === other.problem.program &&
    one.problem.tests === other.problem.tests &&
    one.problem.heldOut === other.problem.heldOut &&
    sameSurroundings(one.problem, other.problem)
  );
}
