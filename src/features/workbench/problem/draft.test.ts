import { beforeEach, describe, expect, it } from "vitest";
import type { Problem } from "../../../domain/problem";
import { noSurroundings } from "../../../domain/surroundings";
import { createDraft, draftAsideKey, draftKey, type TextStorage } from "./draft";

const example: Problem = {
  id: "largest",
  title: "Largest",
  instruction: "Return the largest.",
  program: "def f(): pass",
  tests: "assert f()",
  heldOut: "",
  provenance: { source: "example", reference: "largest" },
};
const shared: Problem = { ...example, id: "s", provenance: { source: "link", reference: "" } };

class MemoryStorage implements TextStorage {
  readonly entries = new Map<string, string>();
  full = false;
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    if (this.full) throw new Error("QuotaExceededError");
    this.entries.set(key, text);
  }
}

let storage: MemoryStorage;
beforeEach(() => {
  storage = new MemoryStorage();
});
const open = () => createDraft(storage, example);

describe("the draft", () => {
  it("begins with the first example and is there after a reload, with every edit", () => {
    const draft = open();
    expect(draft.store.getState().problem).toEqual(example);
    draft.edit("program", "def f(): return 1");
    draft.edit("title", "Mine");
    expect(open().store.getState().problem).toEqual(draft.store.getState().problem);
  });

  it("becomes the user's own when an example is edited, and remembers what it was", () => {
    const draft = open();
    draft.edit("tests", example.tests);
    expect(draft.store.getState().problem).toEqual(example);
    draft.edit("tests", "assert not f()");
    const { id, provenance } = draft.store.getState().problem;
    expect(provenance).toEqual({ source: "user", reference: "largest" });
    expect(id).not.toBe(example.id);
    draft.edit("tests", "assert f() is None");
    expect(draft.store.getState().problem.id).toBe(id);
  });

  it("keeps what the program runs with, and nothing where that is nothing", () => {
    const draft = open();
    const surroundings = { ...noSurroundings, stdin: "3\n" };
    draft.surround(surroundings);
    const { problem } = open().store.getState();
    expect(problem).toMatchObject({ surroundings, provenance: { source: "user" } });
    draft.surround(noSurroundings);
    expect(open().store.getState().problem).not.toHaveProperty("surroundings");
  });

  it("keeps the solution of an exercise through edits and a reload", () => {
    const draft = open();
    draft.replace({ ...example, reference: "def f(): return 1" });
    draft.edit("program", "def f(): return 2");
    expect(open().store.getState().problem.reference).toBe("def f(): return 1");
  });

  it("gives back what was replaced, and can redo", () => {
    const draft = open();
    draft.edit("program", "mine");
    const mine = draft.store.getState().problem;
    draft.replace(shared);
    draft.undoReplace();
    expect(draft.store.getState().problem).toEqual(mine);
    expect(open().store.getState().problem).toEqual(mine);
    draft.undoReplace();
    expect(draft.store.getState().problem).toEqual(shared);
  });
});

it("reads a draft of before there were held-out tests", () => {
  const { heldOut, ...old } = { ...shared, program: "old" };
  storage.entries.set(draftKey, JSON.stringify({ version: 1, problem: old }));
  expect(open().store.getState().problem).toEqual({ ...old, heldOut });
});

describe("storage that fails", () => {
  it.each(["{", '{"version":1,"problem":{"id":""}}', '{"version":7}'])(
    "keeps a draft that cannot be read aside: %s",
    (text) => {
      storage.entries.set(draftKey, text);
      const draft = open();
      expect(draft.store.getState()).toMatchObject({
        problem: example,
        notice: { kind: "setAside", key: draftAsideKey },
      });
      expect(storage.entries.get(draftAsideKey)).toBe(text);
      draft.edit("program", "x");
      expect(draft.store.getState().notice?.kind).toBe("setAside");
      draft.dismissNotice();
      expect(draft.store.getState().notice).toBeNull();
    },
  );

  it("says so while nothing can be stored, and stops saying so when it can", () => {
    const draft = open();
    storage.full = true;
    draft.edit("program", "x");
    expect(draft.store.getState().notice).toEqual({ kind: "notSaved" });
    expect(draft.store.getState().problem.program).toBe("x");
    storage.full = false;
    draft.edit("program", "xy");
    expect(draft.store.getState().notice).toBeNull();
  });
});
