/** A key pressed together with Ctrl, or ⌘ on a Mac. `key` as in `KeyboardEvent.key`, in lower case. */
export type Shortcut = { key: string; shift: boolean };

/** Something that the user can do from anywhere. */
export type Command = {
  id: string;
  group: "Problem" | "Repair" | "Timeline" | "Go to" | "View" | "Examples";
  label: string;
  shortcut: Shortcut | null;
  /** In words why it cannot be done now; null when it can. */
  unavailable: string | null;
  perform: () => void;
};

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

export function isPressed(shortcut: Shortcut, event: Pressed): boolean {
  const modifier = event.ctrlKey !== event.metaKey && !event.altKey;
  return modifier && event.shiftKey === shortcut.shift && event.key.toLowerCase() === shortcut.key;
}

const keyNames: Readonly<Record<string, string>> = { enter: "Enter", ",": ",", ".": "." };

/** The keys one after another, as they are written on the keyboard. */
export function keysOf({ key, shift }: Shortcut, isMac: boolean): string[] {
  const name = keyNames[key] ?? key.toUpperCase();
  return [isMac ? "⌘" : "Ctrl", ...(shift ? [isMac ? "⇧" : "Shift"] : []), name];
}

/** Whether this machine's shortcuts use ⌘. */
export function usesCommandKey(platform: string): boolean {
  return /mac|iphone|ipad/i.test(platform);
}
