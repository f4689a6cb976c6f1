import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { firstPatches, taskWords } from "../src/cli/bench/benchReport";
import {
  calibrationOf,
  calibrationSvg,
  calibrationTable,
  type CalibratedPatch,
} from "../src/cli/bench/calibration";
import { hostsOf } from "./repair/hosts";
import { sharedSets } from "./repair/sets";

const picture = join(fileURLToPath(import.meta.url), "../../docs/calibration.svg");

/** What of a report of `bench-repair --json` counts here. */
const reportSchema = z.object({
  tasks: z.array(
    z.object({
      patches: z.array(
        z.object({
          confidence: z.number().nullable(),
          hidden: z.object({ right: z.boolean() }).nullable(),
        }),
      ),
    }),
  ),
});

function fromReports(files: readonly string[]): CalibratedPatch[] {
  return files
    .map((file) => reportSchema.parse(JSON.parse(readFileSync(file, "utf8"))))
    .flatMap(({ tasks }) => tasks.flatMap((task) => firstPatches(task)));
}

async function measured(budget: number): Promise<CalibratedPatch[]> {
  const patches: CalibratedPatch[] = [];
  const bugs = sharedSets(process.env["REPAIR_SET"] ?? "").flatMap((set) => set.bugs);
  for (const { within } of hostsOf("node")) {
    await within(async (measureBug) => {
      for (const { bug, row } of bugs.filter((one) => one.row !== null)) {
        const { task } = await measureBug(bug, row, budget);
        console.log(taskWords(task));
        patches.push(...firstPatches(task));
      }
    });
  }
  return patches;
}

/**
 * How often patches are right that the engine says are right with some probability: a table, and
 * `docs/calibration.svg`. `CALIBRATION_REPORTS`: files of `bench-repair --json`, separated by commas;
 * without it the shared sets are measured in Node, `REPAIR_SECONDS` each.
 */
export async function calibration(): Promise<void> {
  const reports = process.env["CALIBRATION_REPORTS"];
  const budget = Number(process.env["REPAIR_SECONDS"] ?? 10);
  const patches = reports === undefined ? await measured(budget) : fromReports(reports.split(","));
  const bins = calibrationOf(patches);
  if (bins.every((bin) => bin.patches === 0)) {
    console.log("No patch has both a probability and hidden inputs: there is nothing to plot.");
    return;
  }
  console.log(calibrationTable(bins));
  writeFileSync(picture, calibrationSvg(bins));
}
