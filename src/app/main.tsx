import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { config } from "zod";
import "../ui/theme.css";
import { markOnce } from "../domain/startup";
import { holdBuild } from "../offline/heldBuild";
import { App } from "./App";
import { compose } from "./composition";
import { ErrorBoundary } from "./ErrorBoundary";
import { applyTheme } from "./theme";

markOnce(performance, "page");
holdBuild();

// The page allows no `eval`, and zod would try it first.
config({ jitless: true });

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root to start in.");

const composition = compose();
applyTheme(composition.settings);
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <App composition={composition} />
    </ErrorBoundary>
  </StrictMode>,
);
