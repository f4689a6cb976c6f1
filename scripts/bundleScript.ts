import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Bundles one of our TypeScript files, given by its path in the project, into a classic script. */
export async function bundleScript(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    root,
    logLevel: "warn",
    // The app's `public` folder does not belong to this script.
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      lib: { entry: join(root, entry), formats: ["iife"], name: "tracemendScript" },
    },
  });
  const chunk = [output].flat().flatMap((one) => ("output" in one ? one.output : []))[0];
  if (chunk?.type !== "chunk") throw new Error(`${entry} gave no script`);
  return chunk.code;
}
