import { useEffect } from "react";
import { toast } from "sonner";
import { isPressed, type Command } from "./commands";
import type { Overlay } from "./overlay";

/**
 * Performs commands by their shortcuts, wherever the focus is, or says why they cannot be done now;
 * nothing while a dialog is open.
 */
export function useShortcuts(commands: readonly Command[], overlay: Overlay): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = commands.find(
        ({ shortcut }) => shortcut !== null && isPressed(shortcut, event),
      );
      if (command === undefined || overlay !== "none") return;
      event.preventDefault();
      event.stopPropagation();
      if (command.unavailable === null) command.perform();
      else toast(`${command.label}: not now. ${command.unavailable}`, { id: command.id });
    };
    // In the capturing phase: the editors would take some of these keys for themselves.
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => {
      window.removeEventListener("keydown", onKeyDown, { capture: true });
    };
  }, [commands, overlay]);
}
