/** `npm run bench -- NAME`: runs one benchmark and prints its figures. */
import { calibration } from "./calibration";
import { repair } from "./repair";
import { runtime } from "./runtime";
import { scrub } from "./scrub";
import { soak } from "./soak";
import { startup } from "./startup";
import { trace } from "./trace";

const benchmarks: Readonly<Record<string, () => Promise<void>>> = {
  calibration,
  repair,
  runtime,
  scrub,
  soak,
  startup,
  trace,
};

const name = process.argv[2] ?? "";
const benchmark = benchmarks[name];
if (benchmark) await benchmark();
else {
  console.error(`usage: npm run bench -- ${Object.keys(benchmarks).join("|")}`);
  process.exitCode = 2;
}
