import type { Discovery, Test } from "../domain/test";
import { emptyTrace, type Trace } from "../domain/trace";
import type { Interpreter } from "../python/interpreter";
import { recordTrace } from "../python/recordTrace";
import { isNothing } from "../domain/surroundings";
import type { TraceCommand } from "./arguments";
import { BadUsage } from "./badUsage";
import { readText } from "./files";
import { readSurroundings } from "./surroundings";

type Source = { program: string; tests: string };

/** A trace with what its lines and its test count in. */
export type Traced = { source: Source; test: Test | null; trace: Trace };

/** Seconds for taking the tests apart, and for preparing; neither executes anything. */
const discoverySeconds = 30;

/** @throws BadUsage for a file that cannot be read. */
export function readSource(command: TraceCommand): Source {
  return {
    program: readText(command.program),
    tests: command.tests === null ? "" : readText(command.tests),
  };
}

/**
 * The trace of the asked test; without one, of the first test where there is a file of tests, and of
 * the program alone otherwise.
 * @throws BadUsage where there is no such test.
 */
export async function traceSource(
  command: TraceCommand,
  source: Source,
  interpreter: Interpreter,
): Promise<Traced> {
  const surroundings = readSurroundings(command);
  if (!isNothing(surroundings)) {
    await interpreter.call("prepare", { surroundings }, { seconds: discoverySeconds });
  }
  const wantsTest = command.tests !== null || command.test !== null;
  if (!wantsTest)
    return { source, test: null, trace: await run(command, source, null, interpreter) };
  const discovery = await interpreter.call("discover", source, { seconds: discoverySeconds });
  if (discovery.kind === "unreadable") return { source, test: null, trace: unreadable(discovery) };
  const test = discovery.tests[(command.test ?? 1) - 1];
  if (!test) {
    const many = discovery.tests.length;
    throw new BadUsage(
      `There is no test ${command.test ?? 1}: ${many === 1 ? "one test was" : `${many} tests were`} found.`,
    );
  }
  return { source, test, trace: await run(command, source, test, interpreter) };
}

function run(
  { limits }: TraceCommand,
  source: Source,
  test: Test | null,
  interpreter: Interpreter,
): Promise<Trace> {
  return recordTrace(interpreter, { ...source, test: test?.id ?? null, limits });
}

function unreadable(discovery: Extract<Discovery, { kind: "unreadable" }>) {
  const { message, place, line, column, explanation, traceback } = discovery;
  return emptyTrace(null, {
    kind: "syntaxError",
    message,
    at: { place, line },
    column,
    ...(explanation && { explanation }),
    ...(traceback !== undefined && { traceback }),
  });
}
