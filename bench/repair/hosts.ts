import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchBug, type MeasuredBug } from "../../src/cli/bench/benchBug";
import { withReusedProcesses } from "../../src/cli/bench/benchRepair";
import type { Bug } from "../../src/domain/datasets/bug";
import { openBenchPage } from "../benchPage";
import type { RepairBench } from "./page/main";

export type MeasureBug = (bug: Bug, row: string | null, budget: number) => Promise<MeasuredBug>;

/** Where the engine runs, and how a bug is measured there. */
type Host = {
  title: string;
  within: (use: (measureBug: MeasureBug) => Promise<void>) => Promise<void>;
};

const folder = join(fileURLToPath(import.meta.url), "../page");

const node: Host = {
  title: "Node",
  within: (use) =>
    withReusedProcesses((runtime) =>
      use((bug, row, budget) => benchBug(runtime, bug, row, budget)),
    ),
};

type BenchPage = typeof globalThis & { repairBench: RepairBench };

const chromium: Host = {
  title: "Chromium",
  async within(use) {
    const { page, close } = await openBenchPage(folder, "repairBench");
    try {
      await use((bug, row, budget) =>
        page.evaluate(
          (asked) => (globalThis as BenchPage).repairBench(asked.bug, asked.row, asked.budget),
          { bug, row, budget },
        ),
      );
    } finally {
      await close();
    }
  },
};

/** `both`, or one by its name. */
export function hostsOf(where: string): Host[] {
  const hosts: Readonly<Record<string, Host[]>> = {
    both: [node, chromium],
    node: [node],
    chromium: [chromium],
  };
  const asked = hosts[where];
  if (asked) return asked;
  throw new Error(`REPAIR_WHERE is ${Object.keys(hosts).join(", ")}, not ${where}.`);
}
