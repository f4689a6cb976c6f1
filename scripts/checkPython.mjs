/** Lints and checks the format of the Python files with ruff. `--write` formats them. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";
import { root } from "./run.mjs";

const folders = [
  "src/python/py",
  "src/testing/oracle",
  "src/testing/explaining",
  "src/testing/attacks",
];
const workspace = new Workspace(
  {
    "line-length": 100,
    "target-version": "py314",
    lint: { select: ["E", "F", "W", "I", "B", "UP", "C4", "SIM", "RET", "PIE"] },
    format: { "quote-style": "double" },
  },
  PositionEncoding.Utf16,
);

let failures = 0;
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".py"))
    .map((path) => `${folder}/${path}`),
);
for (const file of files) {
  const path = join(root, file);
  const text = readFileSync(path, "utf8");
  for (const { code, message, start_location: at } of workspace.check(text)) {
    failures++;
    console.error(`${file}:${at.row}:${at.column} ${code} ${message}`);
  }
  const formatted = workspace.format(text);
  if (formatted === text) continue;
  if (process.argv.includes("--write")) writeFileSync(path, formatted);
  else {
    failures++;
    console.error(`${file} is not formatted: npm run format`);
  }
}
process.exit(failures === 0 ? 0 : 1);
