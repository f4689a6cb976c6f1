/** `npm run -s tracemend -- COMMAND …`: what the workbench does, without a browser. */
import { leavesOutSteps } from "../domain/condense";
import { outputParts } from "../domain/stderr";
import { forms } from "../domain/renderers/forms";
import { writeTraceFile } from "../domain/traceFile";
import { ProcessInterpreter } from "../python/process/processInterpreter";
import { ProcessRuntime } from "../python/process/processRuntime";
import {
  parseCommand,
  usage,
  type BenchRepairCommand,
  type OutputForm,
  type RepairCommand,
  type TraceCommand,
  type VerifyCommand,
} from "./arguments";
import { BadUsage } from "./badUsage";
import { benchRepair } from "./bench/benchRepair";
import { totalsWords } from "./bench/benchReport";
import { isRepaired, repairedJson, repairedWords, repairProgram } from "./repair";
import { inject } from "./inject";
import type { InjectCommand } from "./injectArguments";
import { readSource, traceSource, type Traced } from "./trace";
import { isPassed, readTask, verifiedJson, verifiedWords, verifySource } from "./verify";
import { endInWords, keptStepsInWords } from "./words";

/** `failed`: the program, its tests, or Tracemend itself. */
const status = { done: 0, failed: 1, badUsage: 2 };

function render(form: OutputForm, { source, test, trace }: Traced): string {
  if (form === "json") return writeTraceFile({ ...source, test, trace });
  const text = forms[form].render(source, test, trace);
  return text.endsWith("\n") ? text : `${text}\n`;
}

async function trace(command: TraceCommand): Promise<number> {
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
    if (end.kind === "finished") return status.done;
    console.error(endInWords(end));
    return status.failed;
  } finally {
    interpreter.end();
  }
}

async function verify(command: VerifyCommand): Promise<number> {
  const source = readTask(command);
  const runtime = new ProcessRuntime();
  try {
    const verified = await verifySource(command, source, runtime);
    process.stdout.write(command.json ? `${verifiedJson(verified)}\n` : verifiedWords(verified));
    return isPassed(verified) ? status.done : status.failed;
  } finally {
    runtime.end();
  }
}

async function repair(command: RepairCommand): Promise<number> {
  const runtime = new ProcessRuntime();
  try {
    const repaired = await repairProgram(command, runtime);
    process.stdout.write(command.json ? `${repairedJson(repaired)}\n` : repairedWords(repaired));
    return isRepaired(repaired) ? status.done : status.failed;
  } finally {
    runtime.end();
  }
}

async function makeBugs(command: InjectCommand): Promise<number> {
  const runtime = new ProcessRuntime();
  try {
    return (await inject(command, runtime)) ? status.done : status.failed;
  } finally {
    runtime.end();
  }
}

async function bench(command: BenchRepairCommand): Promise<number> {
  const report = await benchRepair(command, (line) => {
    (command.json ? process.stderr : process.stdout).write(`${line}\n`);
  });
  const { totals } = report;
  process.stdout.write(`${command.json ? JSON.stringify(report) : totalsWords(totals)}\n`);
  return status.done;
}

async function main(args: string[]): Promise<number> {
  const command = parseCommand(args);
  switch (command.kind) {
    case "trace":
      return trace(command);
    case "verify":
      return verify(command);
    case "repair":
      return repair(command);
    case "bench-repair":
      return bench(command);
    case "inject":
      return makeBugs(command);
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
