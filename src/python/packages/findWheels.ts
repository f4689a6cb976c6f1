import { moduleName, surroundingsOf } from "../../domain/surroundings";
import type { Source } from "../runtime";
import type { FindWheels } from "../surrounded";
import type { PackageFile } from "./lock";
import type { Needs } from "./packages";

const mayImport = /(?:^|[;:])[ \t]*(?:import|from)[ \t]/m;

function importsNothing(problem: Source): boolean {
  const modules = surroundingsOf(problem).files.flatMap((file) =>
    "text" in file && moduleName(file.name) !== null ? [file.text] : [],
  );
  return ![problem.program, problem.tests, ...modules].some((text) => mayImport.test(text));
}

/** What a problem needs of the distribution; loads nothing where it imports nothing at all. */
async function needs(problem: Source): Promise<Needs> {
  if (importsNothing(problem)) return { held: [], missing: [] };
  try {
    const { needsOf } = await import("./packages");
    return await needsOf(problem);
  } catch {
    // Without the list the program runs as if there were none, and says which module is missing.
    return { held: [], missing: [] };
  }
}

/** The packages that are here of those which a problem imports. */
export const findWheels: FindWheels = async (problem) => (await needs(problem)).held;

/** Those that would have to be fetched. */
export const missingPackages = async (problem: Source): Promise<readonly PackageFile[]> =>
  (await needs(problem)).missing;
