import type { StoreApi } from "zustand";
import type { Settings } from "../features/settings/settings";

/** Puts the chosen theme on the root element, now and after each change; none for the system's. */
export function applyTheme(settings: StoreApi<Settings>): void {
  const apply = ({ theme }: Settings): void => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  apply(settings.getState());
  settings.subscribe(apply);
}
