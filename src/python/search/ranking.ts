import type { Confidence, Disagreement, RepairRequest } from "../../domain/engine";
import { InterpreterEnded, type InterpreterSource } from "../interpreter";
import type { Result } from "../protocol";
import type { Patch } from "./findings";
import type { SearchLimits } from "./limits";
import { problemArgs } from "./share";

/** A patch in its place; without confidence where what it does could not be watched. */
export type RankedPatch = { fix: string; rationale: string; confidence?: Confidence };

export type Ranked = {
  patches: readonly RankedPatch[];
  disagreements: readonly Disagreement[];
};

const noRationale = "It passes all tests. What it does on other inputs could not be watched.";

/**
 * Puts the patches in order by what they do on other inputs too. A patch may hang there that passes
 * all tests: then they are watched under the tests alone, and if that fails, they stay by score.
 */
export async function rankPatches(
  source: InterpreterSource,
  request: RepairRequest,
  patches: readonly Patch[],
  limits: SearchLimits,
  signal: AbortSignal,
): Promise<Ranked> {
  for (const varied of [true, false]) {
    const ranked = await rankedOnce(source, request, patches, limits, signal, varied);
    if (ranked || signal.aborted) return ranked ?? { patches: [], disagreements: [] };
  }
  const byScore = [...patches].sort((one, other) => other.score - one.score);
  return {
    patches: byScore.map(({ fix }) => ({ fix, rationale: noRationale })),
    disagreements: [],
  };
}

async function rankedOnce(
  source: InterpreterSource,
  request: RepairRequest,
  patches: readonly Patch[],
  limits: SearchLimits,
  signal: AbortSignal,
  varied: boolean,
): Promise<Result<"rank"> | null> {
  let interpreter;
  try {
    interpreter = await source.fresh(signal);
    const args = { ...problemArgs(request, limits), patches: [...patches], varied };
    return await interpreter.call("rank", args, {
      seconds: limits.rankSeconds,
      silenceSeconds: 2 * limits.hangSeconds,
      signal,
    });
  } catch (error) {
    if (error instanceof InterpreterEnded) return null;
    throw error;
  } finally {
    interpreter?.end();
  }
}
