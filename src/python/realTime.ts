/** Milliseconds of the real clock, also while a run sees one that stands still. */
export const realNow: () => number = performance.now.bind(performance);
