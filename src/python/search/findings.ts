import type { EngineEvent, ProposeOptions } from "../../domain/engine";
import type { Args, SearchEvent } from "../protocol";
import type { SearchLimits } from "./limits";
import { progressNote } from "./words";

/** A candidate that passed all tests in an interpreter that others had been tried in. */
export type Patch = Args<"rank">["patches"][number];

type Progress = Extract<EngineEvent, { type: "progress" }>;

/** What all parts of a search have found so far, and whether that is enough. */
export class Findings {
  readonly patches: Patch[] = [];
  /** How long to try candidates, in seconds. */
  readonly seconds: number;
  private readonly known = new Set<string>();
  /** By part: how many candidates it is past, and whether those of one edit are among them. */
  private readonly standings = new Map<number, { tried: number; singlesDone: boolean }>();
  private best: Progress["best"];
  private suspected = false;
  private firstAt: number | null = null;
  private reportedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly limits: SearchLimits,
    private readonly options: ProposeOptions,
  ) {
    this.seconds = (options.seconds ?? limits.seconds) * (1 - limits.rankShare);
  }

  /** Takes in what a part said; gives what the app is told of it. */
  take(part: number, event: SearchEvent): EngineEvent[] {
    switch (event.kind) {
      case "suspicion": {
        if (this.suspected) return [];
        this.suspected = true;
        return [{ type: "suspicion", lines: event.lines }];
      }
      case "plausible":
        this.keep(event);
        return [];
      case "trying":
        return this.advance(part, event);
    }
  }

  /** Candidates tried in all parts, and the best of them. */
  progress(): Progress {
    let tried = 0;
    for (const standing of this.standings.values()) tried += standing.tried;
    return {
      ...{ type: "progress", tried, total: null, note: progressNote },
      ...(this.best && { best: this.best }),
    };
  }

  /** Whether the search has gone on long enough after the first patch. */
  isEnough(): boolean {
    if (this.patches.length >= this.limits.patches) return true;
    if (this.options.thorough || this.firstAt === null) return false;
    const all = [...this.standings.values()];
    const singlesDone = all.length > 0 && all.every((standing) => standing.singlesDone);
    return singlesDone && performance.now() - this.firstAt >= this.limits.rivalSeconds * 1000;
  }

  private keep({ fix, edits, score, index }: Extract<SearchEvent, { kind: "plausible" }>): void {
    if (this.known.has(fix)) return;
    this.known.add(fix);
    this.firstAt ??= performance.now();
    this.patches.push({ fix, edits, score, index });
  }

  private advance(part: number, event: Extract<SearchEvent, { kind: "trying" }>): EngineEvent[] {
    const { tried, total, best } = event;
    const before = this.standings.get(part)?.singlesDone ?? false;
    this.standings.set(part, { tried, singlesDone: before || total === null });
    if (best && (!this.best || best.passed > this.best.passed)) this.best = best;
    const now = performance.now();
    if (tried === 0 || now - this.reportedAt < this.limits.reportEvery) return [];
    this.reportedAt = now;
    return [this.progress()];
  }
}
