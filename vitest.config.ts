import { defineConfig } from "vitest/config";

/**
 * `unit`: pure rules. `python`: the real Pyodide under Node; each file restores its own.
 */
export default defineConfig({
  test: {
    // One worker a core: most of the time goes into interpreters that compute.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          isolate: false,
          include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
          exclude: ["src/**/*.python.test.ts"],
          // A property of a few seconds took more than 5 s on a machine with other work.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "python",
          include: ["src/**/*.python.test.ts"],
          globalSetup: "src/testing/snapshotSetup.ts",
          // A boot of 2 s took more than 20 s on a machine with other work.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
