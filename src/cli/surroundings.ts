import { readFileSync } from "node:fs";
import { basename, isAbsolute, normalize, resolve, sep } from "node:path";
import { addFiles, fileOf } from "../domain/surroundingFiles";
import { noSurroundings, surroundingsBounds, type Surroundings } from "../domain/surroundings";
import { BadUsage, type TraceCommand } from "./arguments";

type Asked = Pick<TraceCommand, "stdin" | "files" | "seed" | "clock">;

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

/** What the program runs with. @throws BadUsage for files that cannot be read or taken along. */
export function readSurroundings({ stdin, files, seed, clock }: Asked): Surroundings {
  const input = stdin === null ? "" : readBytes(stdin).toString("utf8");
  if (input.length > surroundingsBounds.stdin) {
    throw new BadUsage(`--stdin takes at most ${surroundingsBounds.stdin} characters.`);
  }
  const given = files.map((path) => fileOf(nameOf(path), readBytes(path)));
  const { surroundings, refused } = addFiles(
    { ...noSurroundings, stdin: input, seed, clock },
    given,
  );
  const [first] = refused;
  if (first !== undefined) throw new BadUsage(`${first.name} cannot be taken along: ${first.why}`);
  return surroundings;
}

/** The path that was given, from where the user is; of one that leads elsewhere its last part. */
function nameOf(path: string): string {
  const name = normalize(path);
  const isElsewhere = isAbsolute(name) || name.startsWith("..");
  return isElsewhere ? basename(name) : name.split(sep).join("/");
}
