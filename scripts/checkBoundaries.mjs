/** Runs dependency-cruiser, and fails too when it read suspiciously few modules. */
import { spawnSync } from "node:child_process";
import { bin, root } from "./run.mjs";

// Under a compiler that it does not know, dependency-cruiser reads nothing and reports success.
const fewestModules = 60;

const { stdout, stderr, status } = spawnSync(
  bin("depcruise"),
  ["src", "--config", ".dependency-cruiser.mjs", "--output-type", "json"],
  { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 },
);
if (!stdout) {
  console.error(stderr);
  process.exit(status || 1);
}
const { summary, modules } = JSON.parse(stdout);
for (const { rule, from, to } of summary.violations) {
  const { comment } = summary.ruleSetUsed.forbidden.find(({ name }) => name === rule.name);
  console.error(`${from} → ${to}\n  ${rule.name}: ${comment}`);
}
const ours = modules.filter(({ source }) => source.startsWith("src/")).length;
console.log(`  ${ours} modules, ${summary.violations.length} violations`);
if (ours < fewestModules) {
  console.error(`Only ${ours} modules were read; the checker does not see the project.`);
  process.exit(1);
}
process.exit(summary.violations.length === 0 ? 0 : 1);
