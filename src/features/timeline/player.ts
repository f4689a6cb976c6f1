/** Calls back before the next frame is drawn, with the time in milliseconds. */
export type Frames = {
  request: (callback: (milliseconds: number) => void) => number;
  cancel: (id: number) => void;
};

/** The longest time between two frames that counts: a page in the background is given none. */
const longestPause = 250;

/**
 * Moves on by whole steps as time goes by. `advance` moves so many steps and says whether there is
 * more to come.
 */
export class Player {
  private frame: number | null = null;
  private before: number | null = null;
  /** Parts of a step that are due, from 0 to 1. */
  private due = 0;

  constructor(
    private readonly frames: Frames,
    private readonly stepsPerSecond: () => number,
    private readonly advance: (steps: number) => boolean,
  ) {}

  start(): void {
    this.stop();
    this.frame = this.frames.request(this.tick);
  }

  stop(): void {
    if (this.frame !== null) this.frames.cancel(this.frame);
    this.frame = null;
    this.before = null;
    this.due = 0;
  }

  private readonly tick = (now: number): void => {
    const elapsed = Math.min(longestPause, now - (this.before ?? now));
    this.before = now;
    this.due += (elapsed / 1000) * this.stepsPerSecond();
    const steps = Math.floor(this.due);
    this.due -= steps;
    this.frame = this.frames.request(this.tick);
    if (steps > 0 && !this.advance(steps)) this.stop();
  };
}
