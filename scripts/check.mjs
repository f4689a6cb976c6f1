/**
 * `npm run check`: lint, types, build, format, unused code, Python, boundaries, unit tests,
 * bundle size. `--report FILE` also writes the unit tests' results as JSON.
 */
import { bin, fail, must, run } from "./run.mjs";

const asked = process.argv.indexOf("--report");
const report = asked > 0 ? process.argv[asked + 1] : null;

// They neither need nor disturb each other, and most keep one core busy; the longest ones first.
const apart = [
  ["lint", bin("eslint"), ["--max-warnings", "0", "."]],
  ["types", bin("tsc"), ["-p", "."]],
  ["build", bin("vite"), ["build", "--logLevel", "warn"]],
  ["format", bin("prettier"), ["--check", "--log-level", "warn", "."]],
  ["unused code", bin("knip"), []],
  ["Python", "node", ["scripts/checkPython.mjs"]],
  ["boundaries", "node", ["scripts/checkBoundaries.mjs"]],
];
const inOrder = [
  [
    "unit tests",
    bin("vitest"),
    [
      "run",
      ...(report ? ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`] : []),
    ],
  ],
  ["bundle size", "node", ["scripts/checkSize.mjs"]],
];

const secondsSince = (began) => `  ${((Date.now() - began) / 1000).toFixed(1)} s`;

async function runNext() {
  for (let next = apart.shift(); next !== undefined; next = apart.shift()) {
    const [name, command, args] = next;
    const began = Date.now();
    const { status, output } = await run(command, args);
    console.log(`— ${name}\n${output}${secondsSince(began)}`);
    if (status !== 0) fail(command, args, status);
  }
}
await Promise.all([runNext(), runNext()]);

for (const [name, command, args] of inOrder) {
  const began = Date.now();
  console.log(`— ${name}`);
  must(command, args);
  console.log(secondsSince(began));
}
