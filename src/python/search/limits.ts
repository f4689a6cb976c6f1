export type SearchLimits = {
  /** Seconds for one test of one candidate. */
  testSeconds: number;
  /** Seconds without a sign of life after which a candidate is skipped and its interpreter ended. */
  hangSeconds: number;
  /** Seconds after which there are proposals, unless the caller says how many. */
  seconds: number;
  /** The share of them that is kept for ranking what was found. */
  rankShare: number;
  /** Seconds that the search goes on after the first patch, to see what else would pass. */
  rivalSeconds: number;
  /** Candidates that one share tries at most. */
  candidates: number;
  /** Patches after which it does not look for more. */
  patches: number;
  /** Interpreters of one share that may hang or die before it gives up. */
  hangs: number;
  /** Seconds for ranking the patches. */
  rankSeconds: number;
  /** Milliseconds between two reports of progress. */
  reportEvery: number;
};

export const defaultSearchLimits: SearchLimits = {
  testSeconds: 1,
  hangSeconds: 4,
  seconds: 10,
  rankShare: 0.1,
  rivalSeconds: 0.8,
  candidates: 1_000_000,
  patches: 200,
  hangs: 20,
  rankSeconds: 20,
  reportEvery: 100,
};
