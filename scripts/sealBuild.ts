import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { gunzipSync } from "node:zlib";
import { pagePath, type Build, type BuildFile } from "../src/offline/build.ts";

const workerFile = "sw.js";

/** Every file below `folder`, with its hash, in the order of their paths. */
function filesOf(folder: string): BuildFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join("/"))
    .filter((path) => path !== workerFile)
    .sort()
    .map((path) => {
      const content = readFileSync(join(folder, path));
      const sha256 = createHash("sha256").update(content).digest("hex");
      const isPacked = content[0] === 0x1f && content[1] === 0x8b;
      return {
        path,
        sha256,
        bytes: content.length,
        ...(isPacked && { unpacked: gunzipSync(content).length }),
      };
    });
}

/**
 * Writes the id of the build into its page, and the service worker with the list of the build's files.
 * @param folder holds the finished build
 * @param script the service worker's own code
 */
export function sealBuild(folder: string, script: string): Build {
  const id = createHash("sha256")
    .update(JSON.stringify([script, filesOf(folder)]))
    .digest("hex")
    .slice(0, 16);
  const page = join(folder, pagePath);
  const html = readFileSync(page, "utf8").replace(
    "</title>",
    `</title>\n    <meta name="tracemend-build" content="${id}" />`,
  );
  writeFileSync(page, html);
  const build: Build = { id, files: filesOf(folder) };
  writeFileSync(
    join(folder, workerFile),
    `const tracemendBuild = ${JSON.stringify(build)};\n${script}`,
  );
  return build;
}
