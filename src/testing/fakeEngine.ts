import type {
  Engine,
  EngineEvent,
  Proposal,
  ProposeOptions,
  RepairRequest,
} from "../domain/engine";

/** One call of a `FakeEngine`, steered by the test: what it says, and when it ends. */
class FakeEngineCall {
  readonly #queue: EngineEvent[] = [];
  #wake: () => void = () => undefined;
  #ended = false;
  #error: Error | null = null;

  constructor(
    readonly request: RepairRequest,
    readonly signal: AbortSignal,
    readonly options: ProposeOptions,
  ) {}

  say(...events: EngineEvent[]): void {
    this.#queue.push(...events);
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  break(error: Error): void {
    this.#error = error;
    this.#wake();
  }

  async *events(): AsyncGenerator<EngineEvent> {
    for (;;) {
      const event = this.#queue.shift();
      if (event !== undefined) yield event;
      else if (this.#error !== null) throw this.#error;
      else if (this.#ended) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

/** An engine that says what the test lets it say; being aborted does not silence it. */
export class FakeEngine implements Engine {
  readonly calls: FakeEngineCall[] = [];

  propose(
    request: RepairRequest,
    signal: AbortSignal,
    options: ProposeOptions = {},
  ): AsyncIterable<EngineEvent> {
    const call = new FakeEngineCall(request, signal, options);
    this.calls.push(call);
    return call.events();
  }

  get lastCall(): FakeEngineCall {
    const call = this.calls.at(-1);
    if (call === undefined) throw new Error("The engine was not called.");
    return call;
  }
}

/** A proposal of the search engine with the given program. */
export function proposalOf(fix: string, change: Partial<Proposal> = {}): Proposal {
  return {
    rationale: "The start value is wrong.",
    fix,
    prompt: null,
    engine: { name: "search", detail: "1" },
    ...change,
  };
}
