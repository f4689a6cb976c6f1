import { InterpreterEnded, type Interpreter, type InterpreterSource } from "./interpreter";

/**
 * Hands out interpreters in which nothing has run, and keeps some warm: whoever takes one waits for
 * a boot only when all spares are gone.
 */
export class WarmPool implements InterpreterSource {
  private readonly spares: Promise<Interpreter>[] = [];

  /**
   * @param start boots one interpreter
   * @param size how many spares to keep; each costs 60 to 105 MB
   */
  constructor(
    private readonly start: () => Promise<Interpreter>,
    private readonly size: number,
  ) {}

  /** Boots spares until there are `size`. */
  fill(): void {
    while (this.spares.length < this.size) this.addSpare();
  }

  /**
   * @throws InterpreterEnded when `signal` aborts first; the spare is kept.
   * @throws Error when an interpreter cannot boot.
   */
  async fresh(signal?: AbortSignal): Promise<Interpreter> {
    if (signal?.aborted) throw new InterpreterEnded({ kind: "ended" });
    if (this.spares.length === 0) this.addSpare();
    const taken = await this.firstReady(signal);
    this.fill();
    return taken.alive ? taken : this.fresh(signal);
  }

  private addSpare(): void {
    const spare = this.start();
    // Whoever takes it sees the failure; a spare that nobody took must not raise an unhandled one.
    spare.catch(() => undefined);
    this.spares.push(spare);
  }

  private async firstReady(signal?: AbortSignal): Promise<Interpreter> {
    // Claimed before it is ready, so that two takers never share one.
    const claimed = this.spares.shift();
    if (!claimed) return this.start();
    if (!signal) return claimed;
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
      return await Promise.race([claimed, aborted]);
    } catch (error) {
      if (signal.aborted) this.spares.unshift(claimed);
      throw error;
    }
  }
}
