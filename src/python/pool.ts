import type PQueue from "p-queue";
import { InterpreterEnded, type Interpreter, type InterpreterSource } from "./interpreter";

/** For what a queued interpreter is wanted: `proof` goes before `search`, that before `batch`. */
export type Priority = "proof" | "search" | "batch";
const rank: Record<Priority, number> = { proof: 2, search: 1, batch: 0 };

/** What a pool holds at this moment, in interpreters. */
export type PoolState = {
  /** Ready, and nothing has run in them. */
  spare: number;
  booting: number;
  /** Handed out by the queue and not ended yet, of at most `slots`. */
  working: number;
  slots: number;
  /** Requests that wait for a slot. */
  waiting: number;
};

export type PoolSize = {
  /** How many interpreters to keep warm; each costs 60 to 105 MB. */
  spares: number;
  /** How many the queue hands out at once. */
  slots: number;
};

/** Mebibytes to reckon with for each interpreter at work, the program's own included. */
const interpreterMebibytes = 160;
/** The part of the machine's memory that may go into interpreters at work. */
const memoryShare = 1 / 4;
const mostSlots = 8;
/** One for the program, one for the judge: what a run takes. */
const spares = 2;

/**
 * The size for a machine: `cores` processors, one of which is left to the page, and `gibibytes` of
 * memory as `navigator.deviceMemory` has it, which only some browsers tell.
 */
export function poolSize(machine: { cores: number; gibibytes?: number | undefined }): PoolSize {
  const { cores, gibibytes = 4 } = machine;
  const fitting = Math.floor((gibibytes * 1024 * memoryShare) / interpreterMebibytes);
  return { spares, slots: Math.max(1, Math.min(cores - 1, fitting, mostSlots)) };
}

type Spare = { booted: Promise<Interpreter>; isReady: boolean };

/**
 * Hands out interpreters in which nothing has run, and keeps some warm. `fresh` serves at once, for
 * what the user waits for; `queued` serves in the order of priorities, as many as there are slots.
 */
export class InterpreterPool implements InterpreterSource {
  private readonly spares: Spare[] = [];
  private queue: Promise<PQueue> | null = null;
  private working = 0;
  private waiting = 0;

  /** @param start boots one interpreter */
  constructor(
    private readonly start: () => Promise<Interpreter>,
    private readonly size: PoolSize,
  ) {}

  get state(): PoolState {
    const { working, waiting } = this;
    const spare = this.spares.filter(({ isReady }) => isReady).length;
    const booting = this.spares.length - spare;
    return { spare, booting, working, waiting, slots: this.size.slots };
  }

  /** Boots all missing spares, at the same time. */
  fill(): void {
    while (this.spares.length < this.size.spares) void this.addSpare();
  }

  /**
   * @throws InterpreterEnded when `signal` aborts first; the spare is kept.
   * @throws Error when an interpreter cannot boot.
   */
  async fresh(signal?: AbortSignal): Promise<Interpreter> {
    if (signal?.aborted) throw new InterpreterEnded({ kind: "ended" });
    if (this.spares.length === 0) void this.addSpare();
    const taken = await this.firstReady(signal);
    this.refill();
    return taken.alive ? taken : this.fresh(signal);
  }

  /** The same for work that can wait: each interpreter holds a slot until its taker ends it. */
  queued(priority: Priority): InterpreterSource {
    return { fresh: (signal) => this.whenFree(rank[priority], signal) };
  }

  private async whenFree(priority: number, signal?: AbortSignal): Promise<Interpreter> {
    if (signal?.aborted) throw new InterpreterEnded({ kind: "ended" });
    this.waiting += 1;
    const queue = await (this.queue ??= openQueue(this.size.slots));
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.waiting -= 1;
        reject(new InterpreterEnded({ kind: "ended" }));
      };
      signal?.addEventListener("abort", giveUp, { once: true });
      void queue.add(
        async () => {
          if (signal?.aborted) return;
          signal?.removeEventListener("abort", giveUp);
          this.waiting -= 1;
          this.working += 1;
          try {
            const given = await this.fresh(signal);
            await new Promise<void>((free) => {
              resolve(endingWith(given, free));
            });
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          } finally {
            this.working -= 1;
          }
        },
        { priority },
      );
    });
  }

  private addSpare(): Promise<unknown> {
    const booted = this.start();
    const spare: Spare = { booted, isReady: false };
    this.spares.push(spare);
    // Whoever takes it sees the failure; a spare that nobody took must not raise an unhandled one.
    return booted.then(
      () => {
        spare.isReady = true;
      },
      () => undefined,
    );
  }

  /** One after the other: the run that took the last spares needs the processors. */
  private refill(): void {
    const isUnderWay = this.spares.some(({ isReady }) => !isReady);
    if (isUnderWay || this.spares.length >= this.size.spares) return;
    void this.addSpare().then(() => {
      this.refill();
    });
  }

  private async firstReady(signal?: AbortSignal): Promise<Interpreter> {
    // Claimed before it is ready, so that two takers never share one.
    const claimed = this.spares.shift();
    if (!claimed) return this.start();
    if (!signal) return claimed.booted;
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener(
        "abort",
        () => {
          reject(new InterpreterEnded({ kind: "ended" }));
        },
        { once: true },
      );
    });
    try {
      return await Promise.race([claimed.booted, aborted]);
    } catch (error) {
      if (signal.aborted) this.spares.unshift(claimed);
      throw error;
    }
  }
}

/** Loaded when the first request is queued: the page's first run needs no queue. */
async function openQueue(slots: number): Promise<PQueue> {
  const { default: Queue } = await import("p-queue");
  return new Queue({ concurrency: slots });
}

/** `interpreter` itself; ending it also calls `onEnd`. */
function endingWith(interpreter: Interpreter, onEnd: () => void): Interpreter {
  return {
    versions: interpreter.versions,
    get alive() {
      return interpreter.alive;
    },
    call: (method, args, options) => interpreter.call(method, args, options),
    end() {
      interpreter.end();
      onEnd();
    },
  };
}
