/** Names in the page's User Timing: a moment each, of which the first entry counts. */
export const startupMarks = {
  /** The app's own code has begun. */
  page: "tracemend: page",
  /** The editor has its code and can be typed in. */
  editor: "tracemend: editor",
  /** The interpreter's parts are asked for, then all here; its wasm begins to compile, and is. */
  partsAsked: "tracemend: parts asked",
  partsFetched: "tracemend: parts fetched",
  compileBegun: "tracemend: compile begun",
  compiled: "tracemend: compiled",
  /** The first trace is recorded, then drawn. */
  traced: "tracemend: traced",
  traceDrawn: "tracemend: trace drawn",
} as const;

/** Name in User Timing of each interpreter's start, from its worker's to its readiness. */
export const bootMeasure = "tracemend: interpreter boot";

export type TimingEntry = { name: string; startTime: number; duration: number };

/** One part of the way to the first trace, in milliseconds since the page was asked for. */
export type StartupPhase = {
  name: "page" | "editor" | "fetch" | "compile" | "restore" | "run" | "draw";
  from: number;
  to: number;
};

export type Startup = {
  /** In the order of their begin; some run side by side. Those not reached yet are absent. */
  phases: readonly StartupPhase[];
  /** Until the first trace was on screen; null while there is none. */
  total: number | null;
};

/** Takes a page's start apart into its phases. */
export function readStartup(entries: readonly TimingEntry[]): Startup {
  const first = (name: string): TimingEntry | undefined =>
    entries.find((entry) => entry.name === name);
  const at = (mark: keyof typeof startupMarks): number | undefined =>
    first(startupMarks[mark])?.startTime;
  const boot = first(bootMeasure);
  const ready = boot && boot.startTime + boot.duration;
  const traced = at("traced");
  const drawn = at("traceDrawn");
  // Whichever came last, the editor or the trace, is what the drawing had to wait for.
  const drawable = traced === undefined ? undefined : Math.max(traced, at("editor") ?? 0);
  const spans: [StartupPhase["name"], number | undefined, number | undefined][] = [
    ["page", 0, at("page")],
    ["editor", at("page"), at("editor")],
    ["fetch", at("partsAsked"), at("partsFetched")],
    ["compile", at("compileBegun"), at("compiled")],
    ["restore", boot?.startTime, ready],
    ["run", ready, traced],
    ["draw", drawable, drawn],
  ];
  const phases = spans.flatMap(([name, from, to]) =>
    from === undefined || to === undefined || to < from ? [] : [{ name, from, to }],
  );
  return { phases: phases.sort((one, other) => one.from - other.from), total: drawn ?? null };
}

/** Sets a mark unless it is set: of each moment only the first counts. */
export function markOnce(
  performance: Pick<Performance, "mark" | "getEntriesByName">,
  mark: keyof typeof startupMarks,
): void {
  const name = startupMarks[mark];
  if (performance.getEntriesByName(name).length === 0) performance.mark(name);
}
