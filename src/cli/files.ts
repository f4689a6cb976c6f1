import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { BrokenRow } from "../domain/datasets/rows";
import { BadUsage } from "./badUsage";

/** @throws BadUsage for a file that cannot be read. */
export function readBytes(path: string): Buffer {
  try {
    // npm runs a script in the project's folder, and keeps here where the user was.
    return readFileSync(resolve(process.env.INIT_CWD ?? ".", path));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BadUsage(`${path} cannot be read: ${why}`);
  }
}

/** @throws BadUsage for a file that cannot be read. */
export const readText = (path: string): string => readBytes(path).toString("utf8");

/** The rows of a data set's file. @throws BadUsage for a line that `read` cannot use. */
export function rowsOf<T>(path: string, read: (text: string) => T): T {
  const text = readText(path);
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof BrokenRow)) throw error;
    throw new BadUsage(`${path}, line ${error.line}: ${error.message}`);
  }
}
