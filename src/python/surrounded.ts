import { surroundingsOf, isNothing } from "../domain/surroundings";
import type { Interpreter, InterpreterSource } from "./interpreter";
import type { Wheel } from "./packages/packageStore";
import type { Source } from "./runtime";

/** Seconds for handing an interpreter what programs run with; large packages take some to unpack. */
const preparingSeconds = 60;

/** The packages that are here of those which a problem imports. */
export type FindWheels = (problem: Source) => Promise<readonly Wheel[]>;

const noWheels: FindWheels = () => Promise.resolve([]);

/** Interpreters of `source` that surround what they run as the problem says; as they are for nothing. */
export function surrounding(
  source: InterpreterSource,
  problem: Source,
  findWheels: FindWheels = noWheels,
): InterpreterSource {
  if (source.preparedFor) return source.preparedFor(problem);
  return {
    async fresh(signal?: AbortSignal): Promise<Interpreter> {
      const [interpreter, wheels] = await Promise.all([source.fresh(signal), findWheels(problem)]);
      const surroundings = surroundingsOf(problem);
      if (isNothing(surroundings) && wheels.length === 0) return interpreter;
      const args = { surroundings, wheels: wheels.map(({ folder }) => folder) };
      const bytes = wheels.map((wheel) => wheel.bytes);
      const options = { seconds: preparingSeconds, bytes, ...(signal && { signal }) };
      try {
        await interpreter.call("prepare", args, options);
      } catch (error) {
        interpreter.end();
        throw error;
      }
      return interpreter;
    },
  };
}
