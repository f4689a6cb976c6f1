import { describe, expect, it } from "vitest";
import { isPressed, keysOf, usesCommandKey } from "./commands";

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const find = { key: "enter", shift: true };

describe("shortcuts", () => {
  it("takes Ctrl or ⌘, but not both, and exactly the Shift it asks for", () => {
    const press = { ...plain, key: "Enter", shiftKey: true };
    expect(isPressed(find, { ...press, ctrlKey: true })).toBe(true);
    expect(isPressed(find, { ...press, metaKey: true })).toBe(true);
    expect(isPressed(find, press)).toBe(false);
    expect(isPressed(find, { ...press, ctrlKey: true, metaKey: true })).toBe(false);
    expect(isPressed(find, { ...press, ctrlKey: true, shiftKey: false })).toBe(false);
    expect(isPressed(find, { ...press, ctrlKey: true, altKey: true })).toBe(false);
  });

  it("writes the keys as they are on the keyboard", () => {
    expect(keysOf(find, false)).toEqual(["Ctrl", "Shift", "Enter"]);
    expect(keysOf({ key: "k", shift: false }, usesCommandKey("MacIntel"))).toEqual(["⌘", "K"]);
    expect(usesCommandKey("Linux x86_64")).toBe(false);
  });
});
