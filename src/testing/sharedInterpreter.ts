import { InterpreterEnded, type Interpreter, type InterpreterSource } from "../python/interpreter";

/**
 * Hands out one interpreter again and again, as if each were fresh: ending what it gave ends only
 * that. For tests of programs that leave the interpreter as it was, where a boot each would be slow.
 */
export function sharing(interpreter: Interpreter): InterpreterSource {
  return {
    fresh: (signal) =>
      signal?.aborted
        ? Promise.reject(new InterpreterEnded({ kind: "ended" }))
        : Promise.resolve(lend(interpreter)),
  };
}

function lend(interpreter: Interpreter): Interpreter {
  let ended = false;
  return {
    versions: interpreter.versions,
    get alive() {
      return !ended && interpreter.alive;
    },
    call: (method, args, options) =>
      ended
        ? Promise.reject(new InterpreterEnded({ kind: "ended" }))
        : interpreter.call(method, args, options),
    end: () => {
      ended = true;
    },
  };
}
