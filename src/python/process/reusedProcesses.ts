import { InterpreterEnded, type Interpreter, type InterpreterSource } from "../interpreter";
import { defaultLimits } from "../../domain/limits";
import { ProcessInterpreter } from "./processInterpreter";

/** After so many uses a process is ended: its memory never shrinks. */
const mostUses = 60;

/** Seconds for making a process forget; it takes milliseconds. */
const forgettingSeconds = 10;

type Kept = { process: ProcessInterpreter; uses: number };

/**
 * Hands out processes again and again, since a boot costs more than most of what they are used for.
 * One that is ended while it works, or that failed a call, is killed; `close` ends the others. For
 * measuring only: what ran in a process before may have left its marks, so that no verdict of
 * these may accept a fix.
 */
export class ReusedProcesses implements InterpreterSource {
  private readonly idle: Kept[] = [];
  private isClosed = false;

  async fresh(signal?: AbortSignal): Promise<Interpreter> {
    for (;;) {
      if (signal?.aborted) throw new InterpreterEnded({ kind: "ended" });
      const kept = this.idle.pop();
      if (!kept) return this.lend({ process: await ProcessInterpreter.start(), uses: 1 });
      if (await forgets(kept.process)) return this.lend({ ...kept, uses: kept.uses + 1 });
      kept.process.end();
    }
  }

  close(): void {
    this.isClosed = true;
    for (const { process } of this.idle.splice(0)) process.end();
  }

  private lend(kept: Kept): Interpreter {
    const { process } = kept;
    let [ended, failed, calls] = [false, false, 0];
    return {
      versions: process.versions,
      get alive() {
        return !ended && process.alive;
      },
      call: async (method, args, options) => {
        if (ended) throw new InterpreterEnded({ kind: "ended" });
        calls += 1;
        try {
          return await process.call(method, args, options);
        } catch (error) {
          failed = true;
          throw error;
        } finally {
          calls -= 1;
        }
      },
      end: () => {
        if (ended) return;
        ended = true;
        const isSpent = failed || calls > 0 || kept.uses >= mostUses || this.isClosed;
        if (isSpent) process.end();
        else this.idle.push(kept);
      },
    };
  }
}

/** Answering for another program drops the namespaces of the one before. */
async function forgets(process: ProcessInterpreter): Promise<boolean> {
  const ask = { kind: "run" as const, stdin: "" };
  const args = { program: "", session: "", ask, limits: defaultLimits };
  try {
    await process.call("answer", args, { seconds: forgettingSeconds });
    return true;
  } catch (error) {
    if (error instanceof InterpreterEnded) return false;
    throw error;
  }
}
