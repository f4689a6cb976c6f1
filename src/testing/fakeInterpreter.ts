import {
  InterpreterEnded,
  type CallOptions,
  type EndOfInterpreter,
  type Interpreter,
  type InterpreterSource,
} from "../python/interpreter";
import { methods, type Args, type Method } from "../python/protocol";

/** What a scripted interpreter does with a call: give a result, break, end, or never answer. */
export type Behaviour = (method: Method, args: Args<Method>) => unknown;

/** A behaviour gives this to end the interpreter in the middle of a call. */
export class Ends {
  constructor(readonly end: EndOfInterpreter) {}
}

/** A behaviour gives this to send events before it does what `then` says. */
export class Sends {
  constructor(
    readonly events: readonly unknown[],
    readonly then: unknown,
  ) {}
}

/** A behaviour gives this to stay silent until the interpreter is ended. */
export const silence = Symbol("silence");

/**
 * An interpreter whose answers a test writes. Like the real ones it checks results against the
 * protocol, ends when a call outlasts its seconds (at once here), when it is aborted and when it is
 * told to, and is of no use after that.
 */
class FakeInterpreter implements Interpreter {
  readonly versions = { pyodide: "0", python: "3" };
  readonly calls: { method: Method; args: Args<Method>; seconds: number }[] = [];
  alive = true;

  constructor(private readonly behaviour: Behaviour) {}

  async call<M extends Method>(method: M, args: Args<M>, options: CallOptions<M>) {
    if (!this.alive || options.signal?.aborted) throw new InterpreterEnded({ kind: "ended" });
    this.calls.push({ method, args, seconds: options.seconds });
    const given = await this.behaviour(method, args);
    const sent = given instanceof Sends ? given : new Sends([], given);
    for (const event of sent.events) {
      options.onEvent?.(methods[method].event.parse(event) as never);
    }
    const answer = sent.then;
    if (answer === silence) return this.outlast(options.seconds, options.signal);
    if (answer instanceof Ends) {
      this.alive = false;
      throw new InterpreterEnded(answer.end);
    }
    return methods[method].result.parse(answer) as never;
  }

  end(): void {
    this.alive = false;
  }

  /** With a signal the call waits for it, else its time is over at once. */
  private async outlast(seconds: number, signal: AbortSignal | undefined): Promise<never> {
    if (signal && !signal.aborted) {
      await new Promise((resolve) => {
        signal.addEventListener("abort", resolve, { once: true });
      });
    }
    this.alive = false;
    throw new InterpreterEnded(signal ? { kind: "ended" } : { kind: "timedOut", seconds });
  }
}

/** Hands out scripted interpreters and remembers them. */
export class FakeSource implements InterpreterSource {
  readonly given: FakeInterpreter[] = [];

  constructor(private readonly behaviour: Behaviour) {}

  fresh(signal?: AbortSignal): Promise<Interpreter> {
    if (signal?.aborted) return Promise.reject(new InterpreterEnded({ kind: "ended" }));
    const interpreter = new FakeInterpreter(this.behaviour);
    this.given.push(interpreter);
    return Promise.resolve(interpreter);
  }
}
