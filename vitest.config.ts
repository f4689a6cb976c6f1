import { defineConfig } from "vitest/config";

/**
 * `unit`: pure rules. `python`: the real Pyodide under Node; each file boots its own (about 2 s), so
 * keep them few.
 */
export default defineConfig({
  test: {
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
