import type { PyodideAPI } from "pyodide";
import type { Trace } from "../../domain/trace";
import { TraceAssembly } from "../traceAssembly";
import type { Pointer } from "./api";
import { cpythonOf, type Cpython } from "./cpython";
import { Recording, type Start } from "./recording";

type Work = (recording: Recording, python: Cpython, values: Pointer) => Pointer;

const first = (python: Cpython, values: Pointer) => python.word(values);
const second = (python: Cpython, values: Pointer) => python.smallInt(python.word(values + 4));
const third = (python: Cpython, values: Pointer) => python.word(values + 8);
const thirdInt = (python: Cpython, values: Pointer) => python.smallInt(third(python, values));

const branch: Work = (recording, python, values) =>
  recording.branch(first(python, values), second(python, values), thirdInt(python, values));

/** The work of each event of `sys.monitoring`, on what its callback gets. */
const works: Readonly<Record<string, Work>> = {
  LINE: (recording, python, values) =>
    recording.line(first(python, values), second(python, values)),
  JUMP: (recording, python, values) =>
    recording.jump(first(python, values), second(python, values), thirdInt(python, values)),
  BRANCH_LEFT: branch,
  BRANCH_RIGHT: branch,
  PY_START: (recording, python, values) => recording.started(first(python, values)),
  PY_RESUME: (recording, python, values) => recording.resumed(first(python, values)),
  PY_THROW: (recording, python, values) => recording.thrown(first(python, values)),
  PY_RETURN: (recording, python, values) =>
    recording.returned(first(python, values), third(python, values)),
  PY_YIELD: (recording, python, values) =>
    recording.yielded(first(python, values), second(python, values), third(python, values)),
  PY_UNWIND: (recording, python, values) => recording.unwound(first(python, values)),
  RAISE: (recording, python, values) =>
    recording.raised(first(python, values), third(python, values)),
  RERAISE: (recording, python, values) =>
    recording.reraised(first(python, values), second(python, values), third(python, values)),
};

/** What `tracer.py` calls. */
export type Recorder = {
  /**
   * Begins a recording. `start` is a `Start` as JSON. Its events go to the app, unless it `keeps` them.
   * Appends the callbacks to the list at `callbacks`; gives the names of their events.
   */
  begin: (start: string, callbacks: Pointer, keeps: boolean) => string[];
  end: () => void;
  /** Completes the recording; gives what went wrong in the recorder itself, or an empty text. */
  finish: () => string;
  /** The trace that was kept, as JSON. `ended` has its test's id and end. */
  kept: (ended: string) => string;
};

/**
 * The recorder of a running Pyodide: the part of the tracer that runs at every line. It is in
 * JavaScript and reads Python's memory, which is many times faster than Python code would be.
 */
export function makeRecorder(pyodide: PyodideAPI, emitToApp: (json: string) => void): Recorder {
  let installed: { python: Cpython; functions: Pointer[]; room: Pointer } | null = null;
  let recording: Recording | null = null;
  let assembly = new TraceAssembly();
  const install = () => {
    const python = cpythonOf(pyodide);
    const functions = Object.entries(works).map(([event, work]) =>
      makeCallback(python, event, work, () => recording),
    );
    python.watchClasses((type) => recording?.classes.forget(type));
    return { python, functions, room: python.api.malloc(12) };
  };
  return {
    begin(start, callbacks, keeps) {
      const { python, functions, room } = (installed ??= install());
      for (const callback of functions) python.api.append(callbacks, callback);
      python.look();
      recording = new Recording(python, JSON.parse(start) as Start, room, (event) => {
        if (keeps) assembly.add(event);
        else emitToApp(JSON.stringify(event));
      });
      return Object.keys(works);
    },
    end: () => recording?.end(),
    finish() {
      const defect = recording?.finish() ?? "";
      recording = null;
      return defect;
    },
    kept(ended) {
      const { testId, end } = JSON.parse(ended) as Pick<Trace, "testId" | "end">;
      const trace = assembly.finish(testId, end);
      assembly = new TraceAssembly();
      return JSON.stringify(trace);
    },
  };
}

function makeCallback(
  python: Cpython,
  event: string,
  work: Work,
  current: () => Recording | null,
): Pointer {
  return python.makeFunction(event, (values) => {
    const recording = current();
    if (recording === null) return python.none;
    python.look();
    try {
      return work(recording, python, values);
    } catch (error) {
      return recording.caught(error);
    }
  });
}
