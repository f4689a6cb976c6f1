import { describe, expect, it } from "vitest";
import type { Interpreter } from "./interpreter";
import { Shelf } from "./shelf";

function interpreter(): Interpreter & { alive: boolean } {
  const one = {
    versions: { pyodide: "", python: "" },
    alive: true,
    call: () => Promise.reject(new Error("not called here")),
    end() {
      one.alive = false;
    },
  };
  return one;
}

describe("Shelf", () => {
  it("gives what was kept to one taker with the same key", () => {
    const shelf = new Shelf();
    const kept = interpreter();
    shelf.put("a", kept);
    expect(shelf.take("b")).toBeNull();
    expect(shelf.take("a")).toBe(kept);
    expect(shelf.take("a")).toBeNull();
  });

  it("ends what it replaces, and never what it was given again", () => {
    const shelf = new Shelf();
    const [first, second] = [interpreter(), interpreter()];
    shelf.put("a", first);
    shelf.put("a", first);
    expect(first.alive).toBe(true);
    shelf.put("b", second);
    expect([first.alive, second.alive]).toEqual([false, true]);
  });

  it("neither keeps nor gives one that has ended", () => {
    const shelf = new Shelf();
    const dead = interpreter();
    dead.end();
    shelf.put("a", dead);
    expect(shelf.take("a")).toBeNull();
    const dying = interpreter();
    shelf.put("a", dying);
    dying.end();
    expect(shelf.take("a")).toBeNull();
  });
});
