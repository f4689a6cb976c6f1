import { benchBug, type MeasuredBug } from "../../../src/cli/bench/benchBug";
import type { Bug } from "../../../src/domain/datasets/bug";
import { createRuntime } from "../../../src/python/client";

const runtime = createRuntime();
runtime.start();

/** The app's own runtime with its pool, without the app. */
const repairBench = (bug: Bug, row: string | null, budget: number): Promise<MeasuredBug> =>
  benchBug(runtime, bug, row, budget);
export type RepairBench = typeof repairBench;

Object.assign(globalThis, { repairBench });
