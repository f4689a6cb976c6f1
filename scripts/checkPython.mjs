/** Lints and checks the format of the Python files with ruff. `--write` formats them. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";
import { root } from "./run.mjs";

const folder = join(root, "src/python/py");
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
for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
  if (!path.endsWith(".py")) continue;
  const file = join(folder, path);
  const text = readFileSync(file, "utf8");
  for (const { code, message, start_location: at } of workspace.check(text)) {
    failures++;
    console.error(`src/python/py/${path}:${at.row}:${at.column} ${code} ${message}`);
  }
  const formatted = workspace.format(text);
  if (formatted === text) continue;
  if (process.argv.includes("--write")) writeFileSync(file, formatted);
  else {
    failures++;
    console.error(`src/python/py/${path} is not formatted: npm run format`);
  }
}
process.exit(failures === 0 ? 0 : 1);
