import { defineConfig } from "vitest/config";

/**
 * `unit`: pure rules. `python`: the real Pyodide under Node; each file boots its own (about 2 s), so
 * keep them few.
 */
export default defineConfig({
  test: {
    // One worker a core: most of the time goes into interpreters that compute.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
          exclude: ["src/**/*.python.test.ts"],
        },
      },
      {
        test: {
          name: "python",
          include: ["src/**/*.python.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
