/**
 * `npm run check`: format, types, lint, boundaries, unused code, Python, unit tests, build, bundle
 * size. `--report FILE` also writes the unit tests' results as JSON.
 */
import { bin, must } from "./run.mjs";

const asked = process.argv.indexOf("--report");
const report = asked > 0 ? process.argv[asked + 1] : null;

const steps = [
  ["format", bin("prettier"), ["--check", "--log-level", "warn", "."]],
  ["types", bin("tsc"), ["-p", "."]],
  ["lint", bin("eslint"), ["--max-warnings", "0", "."]],
  ["boundaries", "node", ["scripts/checkBoundaries.mjs"]],
  ["unused code", bin("knip"), []],
  ["Python", "node", ["scripts/checkPython.mjs"]],
  [
    "unit tests",
    bin("vitest"),
    [
      "run",
      ...(report ? ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`] : []),
    ],
  ],
  ["build", bin("vite"), ["build", "--logLevel", "warn"]],
  ["bundle size", "node", ["scripts/checkSize.mjs"]],
];

for (const [name, command, args] of steps) {
  const began = Date.now();
  console.log(`— ${name}`);
  must(command, args);
  console.log(`  ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
