import { parseArgs, type ParseArgsConfig } from "node:util";
import { BadUsage } from "./badUsage";

/** @throws BadUsage */
export function parseOptions<Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new BadUsage(error instanceof Error ? error.message : String(error));
  }
}
