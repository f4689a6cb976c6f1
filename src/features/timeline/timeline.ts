import { createStore, type StoreApi } from "zustand/vanilla";
import { failurePosition } from "../../domain/timeline/failure";
import {
  everything,
  withLineToggled,
  withNameToggled,
  type Reading,
  type TracedLine,
} from "../../domain/timeline/reading";
import type { TraceIndex, Variable } from "../../domain/timeline/traceIndex";
import { Player, type Frames } from "./player";
import { watchedVariable } from "./watched";

export const tabs = ["state", "calls", "steps", "history", "forms", "compare"] as const;
export type TimelineTab = (typeof tabs)[number];

/** Steps a second. */
export const speeds = [1, 2, 5, 20, 100, 1000] as const;

export type TimelineState = Reading & {
  /** Where the run went wrong, as a position. */
  failure: number | null;
  playing: boolean;
  /** Steps a second. */
  speed: number;
  /** The variable whose changes are stepped through; null for the one that changed last. */
  watched: Variable | null;
  tab: TimelineTab;
  /** The line whose history is shown; null for that of the step. */
  historyLine: TracedLine | null;
  /** Counts how often the history was asked for from outside the timeline. */
  summons: number;
};

const nothing = {
  index: null,
  position: 0,
  preview: null,
  filter: everything,
  failure: null,
  playing: false,
  watched: null,
  historyLine: null,
} satisfies Partial<TimelineState>;

/** Where a reader is in a trace and what can be done there, free of React. */
export class Timeline {
  readonly store: StoreApi<TimelineState> = createStore<TimelineState>(() => ({
    ...nothing,
    speed: 5,
    tab: "state",
    summons: 0,
  }));
  private readonly player: Player;

  constructor(frames: Frames) {
    this.player = new Player(
      frames,
      () => this.state.speed,
      (steps) => this.playOn(steps),
    );
  }

  /** Shows another trace from its start on, or none. The trace that is shown already stays as it is. */
  readonly show = (index: TraceIndex | null): void => {
    if (index === this.state.index) return;
    this.player.stop();
    const failure = index === null ? null : failurePosition(index);
    this.store.setState({ ...nothing, index, failure });
  };

  /** Goes to a step, or to the nearest that there is; stops playing. */
  readonly goTo = (position: number | null): void => {
    if (position === null) return;
    this.pause();
    this.move(position);
  };

  readonly stepBy = (steps: number): void => {
    this.goTo(this.state.position + steps);
  };

  readonly goToFirst = (): void => {
    this.goTo(0);
  };

  readonly goToLast = (): void => {
    this.goTo(this.last);
  };

  readonly goToFailure = (): void => {
    this.goTo(this.state.failure);
  };

  /** Goes to the next or the previous step of the line that made this one. */
  readonly goAlongLine = (way: "next" | "previous"): void => {
    const { index, position } = this.state;
    if (index === null) return;
    this.goTo(way === "next" ? index.nextOfLine(position) : index.previousOfLine(position));
  };

  /** Goes to the next or the previous change of the watched variable, which is watched from then on. */
  readonly goAlongVariable = (way: "next" | "previous"): void => {
    const { index, position } = this.state;
    const watched = watchedVariable(this.state);
    if (index === null || watched === null) return;
    this.store.setState({ watched });
    this.goTo(
      way === "next"
        ? index.nextChange(watched, position)
        : index.previousChange(watched, position),
    );
  };

  /** Plays to the end; from the start when it is at the end. */
  readonly play = (): void => {
    if (this.state.index === null) return;
    if (this.state.position >= this.last) this.move(0);
    this.store.setState({ playing: true });
    this.player.start();
  };

  readonly pause = (): void => {
    this.player.stop();
    if (this.state.playing) this.store.setState({ playing: false });
  };

  readonly togglePlaying = (): void => {
    if (this.state.playing) this.pause();
    else this.play();
  };

  readonly setSpeed = (speed: number): void => {
    this.store.setState({ speed });
  };

  /** Shows a step in passing; null goes back to the one that is looked at. */
  readonly setPreview = (preview: number | null): void => {
    if (this.state.preview !== preview) this.store.setState({ preview });
  };

  readonly watch = (watched: Variable | null): void => {
    this.store.setState({ watched });
  };

  /** Shows the comments of one call only; null shows all. */
  readonly chooseCall = (call: number | null): void => {
    this.store.setState({ filter: { ...this.state.filter, call } });
  };

  readonly toggleLine = (line: TracedLine): void => {
    this.store.setState({ filter: withLineToggled(this.state.filter, line) });
  };

  readonly toggleName = (name: string): void => {
    this.store.setState({ filter: withNameToggled(this.state.filter, name) });
  };

  readonly unmuteAll = (): void => {
    this.store.setState({ filter: { ...everything, call: this.state.filter.call } });
  };

  readonly openTab = (tab: TimelineTab): void => {
    this.store.setState({ tab });
  };

  readonly chooseHistoryLine = (historyLine: TracedLine | null): void => {
    this.store.setState({ historyLine });
  };

  /** Opens the history of a line, from wherever it was asked for; null for the line of the step. */
  readonly showHistory = (historyLine: TracedLine | null): void => {
    if (this.state.index === null) return;
    this.store.setState({ tab: "history", historyLine, summons: this.state.summons + 1 });
  };

  private get state(): TimelineState {
    return this.store.getState();
  }

  /** The last position. */
  private get last(): number {
    return Math.max(0, (this.state.index?.stepCount ?? 0) - 1);
  }

  private move(position: number): void {
    const inside = Math.min(this.last, Math.max(0, position));
    if (inside === this.state.position && this.state.preview === null) return;
    this.store.setState({ position: inside, preview: null });
  }

  private playOn(steps: number): boolean {
    this.move(this.state.position + steps);
    const goesOn = this.state.position < this.last;
    if (!goesOn) this.store.setState({ playing: false });
    return goesOn;
  }
}
