import { z } from "zod";
import { createStore, type StoreApi } from "zustand/vanilla";
import { isNothing, type Surroundings } from "../../../domain/surroundings";
import { problemSchema, type Problem, type ProblemField } from "../../../domain/problem";

/** The part of `localStorage` that the draft needs. */
export type TextStorage = Pick<Storage, "getItem" | "setItem">;

/** Something about keeping the draft that the user should know. */
export type DraftNotice =
  /** The stored draft could not be read; its text was moved to `key`. */
  | { kind: "setAside"; key: string }
  /** The browser refused to store; work would be lost on a reload. */
  | { kind: "notSaved" };

export type Draft = {
  problem: Problem;
  /** What the last replacement replaced. */
  previous: Problem | null;
  notice: DraftNotice | null;
};

export type DraftStore = {
  readonly store: StoreApi<Draft>;
  readonly edit: (field: ProblemField | "title", text: string) => void;
  readonly surround: (surroundings: Surroundings) => void;
  /** Another problem takes the place of this one; `undoReplace` brings it back. */
  readonly replace: (problem: Problem) => void;
  readonly undoReplace: () => void;
  readonly dismissNotice: () => void;
};

export const draftKey = "tracemend.draft";
export const draftAsideKey = "tracemend.draft.aside";

const storedSchema = z.object({ version: z.literal(1), problem: problemSchema });

/** A random id, also where `crypto.randomUUID` is missing because the page is not served by HTTPS. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A problem of the user's own with nothing in it. */
export function blankProblem(): Problem {
  return {
    id: newId(),
    title: "Untitled",
    instruction: "",
    program: "",
    tests: "",
    heldOut: "",
    provenance: { source: "user", reference: "" },
  };
}

/** The stored problem, or null. What cannot be read is kept under another key, never thrown away. */
function readStored(storage: TextStorage): { problem: Problem | null; notice: DraftNotice | null } {
  let text: string | null = null;
  try {
    text = storage.getItem(draftKey);
    if (text === null) return { problem: null, notice: null };
    return { problem: storedSchema.parse(JSON.parse(text)).problem, notice: null };
  } catch {
    if (text === null || !store(storage, draftAsideKey, text)) {
      return { problem: null, notice: { kind: "notSaved" } };
    }
    return { problem: null, notice: { kind: "setAside", key: draftAsideKey } };
  }
}

function store(storage: TextStorage, key: string, text: string): boolean {
  try {
    storage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** An edited example or shared problem is the user's own; the reference says what it began as. */
function madeOwn(problem: Problem): Problem {
  if (problem.provenance.source === "user") return problem;
  return {
    ...problem,
    id: newId(),
    provenance: { source: "user", reference: problem.provenance.reference },
  };
}

/** The problem being edited. Each change is stored before the call returns, so a reload loses nothing. */
export function createDraft(storage: TextStorage, first: Problem): DraftStore {
  const stored = readStored(storage);
  const state = createStore<Draft>(() => ({
    problem: stored.problem ?? first,
    previous: null,
    notice: stored.notice,
  }));

  const change = (problem: Problem, previous: Problem | null): void => {
    const saved = store(storage, draftKey, JSON.stringify({ version: 1, problem }));
    const { notice } = state.getState();
    const kept = notice?.kind === "notSaved" ? null : notice;
    state.setState({ problem, previous, notice: saved ? kept : { kind: "notSaved" } });
  };

  return {
    store: state,
    edit(field, text) {
      const { problem, previous } = state.getState();
      if (problem[field] === text) return;
      change({ ...madeOwn(problem), [field]: text }, previous);
    },
    surround(surroundings) {
      const { problem, previous } = state.getState();
      const kept = isNothing(surroundings) ? undefined : surroundings;
      change({ ...madeOwn(problem), surroundings: kept }, previous);
    },
    replace(problem) {
      change(problem, state.getState().problem);
    },
    undoReplace() {
      const { problem, previous } = state.getState();
      if (previous !== null) change(previous, problem);
    },
    dismissNotice() {
      state.setState({ notice: null });
    },
  };
}
