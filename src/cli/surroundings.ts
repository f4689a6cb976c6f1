import { basename, isAbsolute, normalize, sep } from "node:path";
import { addFiles, fileOf } from "../domain/surroundingFiles";
import { noSurroundings, surroundingsBounds, type Surroundings } from "../domain/surroundings";
import type { AskedSurroundings } from "./arguments";
import { BadUsage } from "./badUsage";
import { readBytes, readText } from "./files";

/** What the program runs with. @throws BadUsage for files that cannot be read or taken along. */
export function readSurroundings({ stdin, files, seed, clock }: AskedSurroundings): Surroundings {
  const input = stdin === null ? "" : readText(stdin);
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
