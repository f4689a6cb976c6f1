import { readFileSync } from "node:fs";
import { resolve } from "node:path";
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
