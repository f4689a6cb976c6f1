import { useSyncExternalStore } from "react";

/** What is on the screen, whoever chose it. */
export type ColorScheme = "light" | "dark";

const systemDark = "(prefers-color-scheme: dark)";

function current(): ColorScheme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia(systemDark).matches ? "dark" : "light";
}

function subscribe(listener: () => void): () => void {
  const system = matchMedia(systemDark);
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  system.addEventListener("change", listener);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", listener);
  };
}

/** The colour scheme in force: `data-theme` on the root element, else the system's. */
export function useColorScheme(): ColorScheme {
  return useSyncExternalStore(subscribe, current, () => "light");
}
