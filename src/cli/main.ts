/** `npm run -s tracemend -- trace PROGRAM.py`: the trace of a program, on standard output. */
import { leavesOutSteps } from "../domain/condense";
import { outputParts } from "../domain/stderr";
import { forms } from "../domain/renderers/forms";
import { writeTraceFile } from "../domain/traceFile";
import { ProcessInterpreter } from "../python/process/processInterpreter";
import { BadUsage, parseCommand, usage, type OutputForm } from "./arguments";
import { endInWords, keptStepsInWords } from "./words";
import { readSource, traceSource, type Traced } from "./trace";

const status = { ran: 0, failed: 1, badUsage: 2 };

function render(form: OutputForm, { source, test, trace }: Traced): string {
  if (form === "json") return writeTraceFile({ ...source, test, trace });
  const text = forms[form].render(source, test, trace);
  return text.endsWith("\n") ? text : `${text}\n`;
}

async function main(args: string[]): Promise<number> {
  const command = parseCommand(args);
  const source = readSource(command);
  const interpreter = await ProcessInterpreter.start();
  try {
    const traced = await traceSource(command, source, interpreter);
    process.stdout.write(render(command.form, traced));
    for (const { text, isError } of outputParts(traced.trace)) {
      if (isError) process.stderr.write(text);
    }
    const { end } = traced.trace;
    if (leavesOutSteps(traced.trace)) console.error(keptStepsInWords(traced.trace));
    if (end.kind === "finished") return status.ran;
    console.error(endInWords(end));
    return status.failed;
  } finally {
    interpreter.end();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof BadUsage) {
    console.error(`${error.message}\n${usage}`);
    process.exitCode = status.badUsage;
  } else {
    console.error(`Tracemend itself failed: ${String(error)}`);
    process.exitCode = status.failed;
  }
}
