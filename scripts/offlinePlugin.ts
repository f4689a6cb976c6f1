import type { Plugin } from "vite";
import { bundleScript } from "./bundleScript.ts";
import { sealBuild } from "./sealBuild.ts";

/** Makes the built app work offline. Nothing is done for the development server. */
export function offline(): Plugin {
  return {
    name: "tracemend-offline",
    apply: "build",
    writeBundle: {
      order: "post",
      sequential: true,
      // From what was written, so that the list is exact whatever other plugins emit.
      async handler({ dir }) {
        if (dir === undefined) throw new Error("the build has no folder");
        sealBuild(dir, await bundleScript("src/offline/worker/serviceWorker.ts"));
      },
    },
  };
}
