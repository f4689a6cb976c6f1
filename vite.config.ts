import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { readFileSync } from "node:fs";
import { defineConfig } from "vite";
import { offline } from "./scripts/offlinePlugin.ts";
import { sandbox } from "./scripts/sandboxPlugin.ts";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as {
  version: string;
};

export default defineConfig({
  // Relative, so that the built folder works below any address.
  base: "./",
  plugins: [react(), tailwindcss(), sandbox(), offline()],
  define: { __TRACEMEND_VERSION__: JSON.stringify(version) },
  optimizeDeps: { exclude: ["pyodide"] },
  worker: { format: "es" },
  build: {
    target: "es2022",
    // The wasm and the zip must stay files of their own.
    assetsInlineLimit: 0,
    // Monaco's core is one chunk, loaded lazily; `npm run size` holds the real bounds.
    chunkSizeWarningLimit: 4_000,
  },
});
