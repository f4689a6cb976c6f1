// ../../tmp/dev/prof.ts
import { loadPyodide } from "/work/main/node_modules/pyodide/pyodide.mjs";
import nodeCrypto from "node:crypto";

// src/python/realTime.ts
var realNow = performance.now.bind(performance);

// src/python/packedSteps.ts
var flagBase = 16;
var flags = {
  /** The call is another one than that of the step before; without a step before it is 0. */
  call: 1,
  /** The same of `printed`. */
  printed: 2,
  iteration: 4,
  /** There is not exactly one change. */
  count: 8
};
var StepPacker = class {
  count = 0;
  parts = [];
  names = /* @__PURE__ */ new Map();
  call = 0;
  printed = 0;
  add({ place, line, call, iteration, printed, changes }) {
    const { parts } = this;
    const hasCall = call !== this.call;
    const hasPrinted = printed !== this.printed;
    const hasCount = changes.length !== 2;
    let head = line * 2 * flagBase + place * flagBase;
    if (hasCall) head += flags.call;
    if (hasPrinted) head += flags.printed;
    if (iteration > 0) head += flags.iteration;
    if (hasCount) head += flags.count;
    parts.push(head);
    if (hasCall) parts.push(this.call = call);
    if (hasPrinted) parts.push(this.printed = printed);
    if (iteration > 0) parts.push(iteration);
    if (hasCount) parts.push(changes.length / 2);
    for (let at = 0; at < changes.length; at += 2) {
      parts.push(this.nameOf(String(changes[at])), changes[at + 1] ?? "");
    }
    this.count += 1;
  }
  /** The steps since this was last called. */
  take() {
    const { parts } = this;
    this.parts = [];
    this.names = /* @__PURE__ */ new Map();
    this.call = this.printed = this.count = 0;
    return parts;
  }
  nameOf(name) {
    const known = this.names.get(name);
    if (known !== void 0) return known;
    this.names.set(name, this.names.size);
    return name;
  }
};
function unpackSteps(packed, take) {
  const names = [];
  let at = 0;
  let call = 0;
  let printed = 0;
  const next = () => packed[at++];
  const natural = () => {
    const part = next();
    if (typeof part === "number" && Number.isSafeInteger(part) && part >= 0) return part;
    throw new Error(`a trace out of form: ${JSON.stringify(part)} where a number should be`);
  };
  const name = () => {
    const part = next();
    if (typeof part === "string") names.push(part);
    const found = typeof part === "string" ? part : names[part ?? -1];
    if (found === void 0) throw new Error("a trace out of form: a change has no name");
    return found;
  };
  while (at < packed.length) {
    const head = natural();
    const line = Math.floor(head / (2 * flagBase));
    const place = Math.floor(head / flagBase) % 2;
    if (head & flags.call) call = natural();
    if (head & flags.printed) printed = natural();
    const iteration = head & flags.iteration ? natural() : 0;
    const count = head & flags.count ? natural() : 1;
    const changes = [];
    for (let index = 0; index < count; index += 1) {
      const changed = name();
      const value = next();
      const isValue = typeof value === "string" || Number.isSafeInteger(value);
      if (value === void 0 || !isValue) {
        throw new Error("a trace out of form: a change has no value");
      }
      changes.push(changed, value);
    }
    take({ place, line, call, iteration, printed, changes });
  }
}

// src/python/traceAssembly.ts
var places = ["program", "tests"];
var highSurrogate = /[\ud800-\udbff]/;
var TraceAssembly = class {
  steps = [];
  frames = /* @__PURE__ */ new Map();
  output = new Output();
  pieces = [];
  totals = null;
  late = [];
  /** Takes the next piece. It is unfolded at the end, for the run goes on and wants the processor. */
  add(event) {
    if (event.kind === "totals") this.pieces = this.pieces.filter(({ kind }) => kind === "steps");
    this.pieces.push(event);
  }
  /**
   * The trace of what came. `end` says how the run ended that it belongs to; `stderr`, in code points,
   * which parts of the output went to standard error.
   * @throws Error when a piece is out of form.
   */
  finish(testId, end, stderr = []) {
    for (const piece of this.pieces) {
      for (const call of piece.calls) this.addCall(call);
      if (piece.kind === "steps") this.addSteps(piece);
      else this.setTotals(piece);
    }
    this.pieces = [];
    const late = this.late;
    const { counts, hits } = this.lineCounts();
    const parts = stderr.map(([from, to]) => [
      this.output.position(from),
      this.output.position(to)
    ]);
    return {
      version: 2,
      testId,
      end,
      steps: [...this.steps, ...late],
      stepCount: Math.max(this.steps.length, this.totals?.stepCount ?? 0),
      counts,
      hits,
      output: this.output.text,
      ...parts.length > 0 && { stderr: parts }
    };
  }
  addCall([call, name, depth, caller]) {
    const known = this.frames.get(call);
    if (known === void 0) {
      if (caller !== null && caller >= call) outOfForm(`call ${call} is made by call ${caller}`);
      this.frames.set(call, { call, function: name, depth, caller });
    } else if (known.function !== name || known.depth !== depth || known.caller !== caller) {
      outOfForm(`call ${call} is told in two ways`);
    }
  }
  addSteps({ first: first2, steps, output }) {
    if (first2 !== this.steps.length) {
      outOfForm(`a piece starts at step ${first2}, not ${this.steps.length}`);
    }
    if (steps.length > 0 && this.late.length > 0) {
      outOfForm("every step is kept again after some were not");
    }
    this.output.add(output);
    unpackSteps(steps, (step) => this.steps.push(this.stepOf(this.steps.length, step)));
  }
  setTotals(totals) {
    const { ordinals, stepCount } = totals;
    const late = [];
    let next = this.steps.length;
    unpackSteps(totals.late, (step) => {
      const ordinal = ordinals[late.length] ?? -1;
      if (ordinal < next) outOfForm(`step ${ordinal} comes where ${next} or a later one should`);
      next = ordinal + 1;
      late.push(this.stepOf(ordinal, step));
    });
    if (stepCount < next) outOfForm(`${stepCount} steps are fewer than ${next}`);
    this.totals = totals;
    this.late = late;
  }
  stepOf(ordinal, wire) {
    const { line, iteration } = wire;
    const place = places[wire.place];
    const frame = this.frames.get(wire.call);
    if (place === void 0 || frame === void 0 || line < 1) {
      return outOfForm(`step ${ordinal} is at no known place or call`);
    }
    const printed = this.output.position(wire.printed);
    const changes = changesOf(ordinal, wire);
    const step = { ordinal, place, line, frame, changes, printed };
    return iteration > 0 ? { ...step, iteration } : step;
  }
  /** The last totals, and the steps that came after them; a run ended by force sends no last ones. */
  lineCounts() {
    const counts = copyOf(this.totals?.counts);
    const hits = copyOf(this.totals?.hits);
    for (let index = this.totals?.stepCount ?? 0; index < this.steps.length; index += 1) {
      const step = this.steps[index];
      if (step === void 0) break;
      for (const lines2 of [counts[step.place], hits[step.place]]) {
        lines2[step.line] = (lines2[step.line] ?? 0) + 1;
      }
    }
    return { counts, hits };
  }
};
function changesOf(ordinal, wire) {
  const changes = [];
  for (let index = 0; index < wire.changes.length; index += 2) {
    changes.push({ name: String(wire.changes[index]), value: String(wire.changes[index + 1]) });
  }
  return changes.length > 0 ? changes : outOfForm(`step ${ordinal} changes nothing`);
}
var copyOf = (counts) => ({
  program: { ...counts?.program },
  tests: { ...counts?.tests }
});
function outOfForm(what) {
  throw new Error(`a trace out of form: ${what}`);
}
var Output = class {
  text = "";
  /** Whether some code points take two places of `text`. */
  isWide = false;
  /** A place found before: positions are mostly asked for in ascending order. */
  points = 0;
  at = 0;
  add(piece) {
    this.text += piece;
    this.isWide ||= highSurrogate.test(piece);
  }
  /** The index in `text` behind the first `points` code points, at most its end. */
  position(points) {
    if (!this.isWide) return Math.min(points, this.text.length);
    if (points < this.points) this.points = this.at = 0;
    while (this.points < points && this.at < this.text.length) {
      this.at += (this.text.codePointAt(this.at) ?? 0) > 65535 ? 2 : 1;
      this.points += 1;
    }
    return this.at;
  }
};

// src/python/recorder/api.ts
function apiOf(module) {
  const callable = (name) => {
    const found = module[name];
    return typeof found === "function" ? found : missing(name);
  };
  return {
    ...addresses(module),
    malloc: callable("_malloc"),
    newFunction: callable("_PyCFunction_NewEx"),
    thread: callable("_PyThreadState_Get"),
    call: callable("_PyObject_Vectorcall"),
    append: callable("_PyList_Append"),
    next: callable("_PyDict_Next"),
    size: callable("_PyDict_Size"),
    item: callable("_PyDict_GetItemWithError"),
    globals: callable("_PyEval_GetGlobals"),
    locals: callable("_PyEval_GetFrameLocals"),
    attributes: callable("_PyObject_GenericGetDict"),
    addWatcher: callable("_PyType_AddWatcher"),
    watch: callable("_PyType_Watch"),
    matches: callable("_PyErr_GivenExceptionMatches"),
    offset: callable("_PyUnstable_InterpreterFrame_GetLasti"),
    take: callable("_Py_IncRef"),
    drop: callable("_Py_DecRef")
  };
}
function addresses(module) {
  const address = (name) => {
    const found = module[name];
    return typeof found === "number" ? found : missing(name);
  };
  return {
    runtime: address("__PyRuntime"),
    none: address("__Py_NoneStruct"),
    true: address("__Py_TrueStruct"),
    false: address("__Py_FalseStruct"),
    int: address("_PyLong_Type"),
    float: address("_PyFloat_Type"),
    text: address("_PyUnicode_Type"),
    bytes: address("_PyBytes_Type"),
    complex: address("_PyComplex_Type"),
    list: address("_PyList_Type"),
    tuple: address("_PyTuple_Type"),
    dict: address("_PyDict_Type"),
    cell: address("_PyCell_Type"),
    // Where the classes of exceptions are written.
    stopIteration: address("_PyExc_StopIteration"),
    stopAsyncIteration: address("_PyExc_StopAsyncIteration"),
    generatorExit: address("_PyExc_GeneratorExit")
  };
}
function missing(name) {
  throw new Error(`this Pyodide does not show its ${name}`);
}

// src/python/recorder/layout.ts
var fields = {
  cookie: 0,
  version: 1,
  isFreeThreaded: 2,
  currentFrame: 26,
  frameCode: 33,
  frameLocals: 35,
  objectSize: 50,
  type: 51,
  typeFlags: 55,
  tupleItems: 57,
  tupleSize: 58,
  listItems: 60,
  listSize: 61,
  floatValue: 70,
  intSize: 71,
  intTag: 72,
  intDigits: 73,
  textSize: 77,
  textState: 78,
  textLength: 79,
  asciiLetters: 80
};
var cookie = "xdebugpy";
var supported = "3.14";
var digitBytes = 4;
var pointerBytes = 4;
function readLayout(memory2, at) {
  const view = new DataView(memory2, at);
  const read = (field) => Number(view.getBigUint64(fields[field] * 8, true));
  const found = new TextDecoder("latin1").decode(new Uint8Array(memory2, at, cookie.length));
  const version = read("version");
  const python = `${version >>> 24}.${version >>> 16 & 255}`;
  const intBytes = read("intSize") - read("intDigits");
  if (found !== cookie || python !== supported || read("isFreeThreaded") || intBytes !== digitBytes) {
    throw new Error(`the tracer reads objects of Python ${supported}, and this is another one`);
  }
  return {
    currentFrame: read("currentFrame"),
    frameCode: read("frameCode"),
    frameLocals: read("frameLocals"),
    type: read("type"),
    typeFlags: read("typeFlags"),
    cellContent: read("objectSize"),
    listItems: read("listItems"),
    listSize: read("listSize"),
    tupleItems: read("tupleItems"),
    tupleSize: read("tupleSize"),
    floatValue: read("floatValue"),
    intTag: read("intTag"),
    intDigits: read("intDigits"),
    textState: read("textState"),
    textLength: read("textLength"),
    asciiLetters: read("asciiLetters"),
    letters: read("textSize") - pointerBytes
  };
}

// src/python/recorder/cpython.ts
var raised = new Error("Python raised");
var dictFlag = 1 << 29;
var fastCall = 128;
var mostArguments = 3;
var flagBits = 3;
var Cpython = class {
  /** @throws Error when it is no Python that the recorder knows. */
  constructor(module) {
    this.module = module;
    this.api = apiOf(module);
    this.layout = readLayout(module.HEAPU32.buffer, this.api.runtime);
    this.none = this.api.none;
    this.thread = this.api.thread();
    this.values = this.api.malloc(4 * mostArguments);
    this.u32 = module.HEAPU32;
    this.u8 = new Uint8Array(0);
    this.f64 = new DataView(new ArrayBuffer(0));
    this.look();
  }
  module;
  u32;
  u8;
  f64;
  api;
  layout;
  none;
  watcher = -1;
  thread;
  values;
  /** Look at the memory anew, which moves when it grows: needed after anything that may allocate. */
  look() {
    if (this.u32.length > 0 && this.u8.length > 0) return;
    this.u32 = this.module.HEAPU32;
    this.u8 = new Uint8Array(this.u32.buffer);
    this.f64 = new DataView(this.u32.buffer);
  }
  word(at) {
    return this.u32[at >>> 2] ?? 0;
  }
  typeOf(value) {
    return this.u32[value + this.layout.type >>> 2] ?? 0;
  }
  isDict(value) {
    return (this.word(this.typeOf(value) + this.layout.typeFlags) & dictFlag) !== 0;
  }
  /** The innermost frame of Python's. */
  frame() {
    return this.word(this.thread + this.layout.currentFrame);
  }
  /** The value of a frame's variable by its place among them; 0 for none. */
  local(frame, index) {
    return (this.u32[(frame + this.layout.frameLocals >>> 2) + index] ?? 0) & ~flagBits;
  }
  /** An int of Python's that takes one of its digits: at most 30 bits. */
  smallInt(value) {
    const sign = 1 - (this.word(value + this.layout.intTag) & 3);
    return sign * this.word(value + this.layout.intDigits);
  }
  /** What a cell holds, where the value is one: a variable that functions share. */
  cellContent(value) {
    if (value === 0 || this.typeOf(value) !== this.api.cell) return value;
    return this.word(value + this.layout.cellContent);
  }
  /** Offset of the instruction that a frame is at. */
  offset(frame) {
    return this.api.offset(frame);
  }
  /**
   * Calls a function of Python with `count` values.
   * @returns a new reference.
   * @throws `raised` when it raised.
   */
  call(callee, count, first2 = 0, second2 = 0, third2 = 0) {
    const at = this.values >>> 2;
    this.u32[at] = first2;
    this.u32[at + 1] = second2;
    this.u32[at + 2] = third2;
    const result = this.api.call(callee, this.values, count, 0);
    this.look();
    if (result === 0) throw raised;
    return result;
  }
  /** Whether an exception is of a class, given by the address of the variable that has the class. */
  isOf(error, kind) {
    return this.api.matches(error, this.word(kind)) !== 0;
  }
  /** Calls `changed` with a class before it changes, if it is watched. */
  watchClasses(changed) {
    const callback = this.module.addFunction((type) => {
      changed(type);
      return 0;
    }, "ii");
    this.watcher = this.api.addWatcher(callback);
  }
  /**
   * Watch a class.
   * @throws `raised` when that cannot be done.
   */
  watch(type) {
    if (this.api.watch(this.watcher, type) !== 0) throw raised;
  }
  /** A new function for Python that takes positional arguments; `work` gets where they are. */
  makeFunction(name, work) {
    const definition = this.api.malloc(16) >>> 2;
    const pointer = this.module.addFunction((_self, values) => work(values), "iiii");
    const nameAt = this.module.stringToNewUTF8(name);
    this.look();
    this.u32.set([nameAt, pointer, fastCall, 0], definition);
    const made = this.api.newFunction(definition * 4, 0, 0);
    this.look();
    return made;
  }
};
function cpythonOf(pyodide2) {
  return new Cpython(Reflect.get(pyodide2, "_module"));
}

// src/python/recorder/classes.ts
var Classes = class {
  constructor(python, values, askName) {
    this.python = python;
    this.values = values;
    this.askName = askName;
  }
  python;
  values;
  askName;
  /** Names of classes, or null: others. References are held, so that addresses stay theirs. */
  names = /* @__PURE__ */ new Map();
  /** The name of such a class; null for others. */
  nameOf(type) {
    const known = this.names.get(type);
    return known === void 0 ? this.learn(type) : known;
  }
  /** A class has changed: what was known of it may not be true any more. */
  forget(type) {
    if (this.names.delete(type)) this.python.api.drop(type);
  }
  drop() {
    for (const type of this.names.keys()) this.values.release(type);
    this.names.clear();
  }
  learn(type) {
    const { python, values } = this;
    python.watch(type);
    const answer = python.call(this.askName, 1, type);
    const isText = python.typeOf(answer) === python.api.text;
    const name = isText ? values.letters(answer) : null;
    values.release(answer);
    python.api.take(type);
    this.names.set(type, name);
    return name;
  }
};

// src/python/recorder/calls.ts
var Calls = class {
  /** The innermost frame, and its code object; -1 for none. */
  top = null;
  code = -1;
  stack = [];
  suspended = /* @__PURE__ */ new Map();
  get depth() {
    return this.stack.length;
  }
  *all() {
    yield* this.stack;
    yield* this.suspended.values();
  }
  /** A frame begins, where there may have been one of a generator that ended unseen. */
  enter(followed) {
    if (this.suspended.size > 0) this.forget(followed.frame);
    this.stack.push(followed);
    this.focus(followed);
  }
  /** The innermost frame waits. */
  suspend(followed) {
    this.suspended.set(followed.frame, followed);
    this.leave();
  }
  /** The generator's frame at this place goes on; null where it is not known. */
  resume(frame, code) {
    const followed = this.suspended.get(frame);
    if (followed === void 0 || followed.code.facts.code !== code) return null;
    this.suspended.delete(frame);
    this.stack.push(followed);
    this.focus(followed);
    return followed;
  }
  /** The innermost frame ends. */
  end(followed) {
    this.leave();
    followed.variables.close();
  }
  /** Keep nothing of them. */
  drop() {
    for (const followed of this.all()) followed.variables.close();
    this.top = null;
    this.code = -1;
  }
  forget(frame) {
    this.suspended.get(frame)?.variables.close();
    this.suspended.delete(frame);
  }
  leave() {
    this.stack.pop();
    this.focus(this.stack.at(-1) ?? null);
  }
  focus(top) {
    this.top = top;
    this.code = top === null ? -1 : top.code.facts.code;
    if (top !== null) top.isOdd = true;
  }
};

// src/python/recorder/facts.ts
var Line = class {
  line;
  pure;
  first;
  last;
  /** The places of its stores among the variables, and which are silent or updated in place. */
  stores;
  isSilent;
  isUpdated;
  hits = 0;
  defined;
  constructor(facts, indexOf) {
    this.line = facts.line;
    this.pure = facts.pure;
    [this.first, this.last] = facts.body ?? [1, 0];
    this.stores = facts.stores.map(indexOf);
    this.isSilent = facts.stores.map((name) => facts.silent.includes(name));
    this.isUpdated = facts.stores.map((name) => facts.updated.includes(name));
    this.defined = facts.defines && new Set(facts.defines);
  }
  get isHeader() {
    return this.last > 0;
  }
  isBody(line) {
    return this.first <= line && line <= this.last;
  }
  defines(name) {
    return this.defined?.has(name) ?? true;
  }
};
var nothing = {
  line: 0,
  stores: [],
  silent: [],
  updated: [],
  pure: true,
  body: null,
  defines: []
};
var Code = class {
  constructor(facts) {
    this.facts = facts;
    const slots = facts.isFunction ? [...facts.slots, ...facts.globals] : facts.slots;
    this.names = slots.map(([name]) => name);
    this.namesAt = slots.map(([, at]) => at);
    this.isOwn = this.names.map(isOwnName);
    this.slotCount = facts.slots.length;
    const cells = new Set(facts.cells);
    this.isCell = facts.slots.map((_, at) => cells.has(at));
    const index = new Map(this.names.map((name, at) => [name, at]));
    const indexInNames = new Map(facts.names.map(([name], at) => [name, at]));
    const indexOf = (name) => (facts.isFunction ? index.get(name) : indexInNames.get(name)) ?? -1;
    for (const line of facts.lines) this.lines[line.line] = new Line(line, indexOf);
    this.before = new Line({ ...nothing, line: facts.defLine }, indexOf);
    this.parameters = new Set(facts.parameters);
    this.pastFor = new Set(facts.pastFor);
    this.yields = new Set(facts.yields);
    this.raises = new Set(facts.raises);
    this.iterates = new Set(facts.iterates);
    this.loops = facts.loops && new Loops(facts.loops);
  }
  facts;
  /** Names of the variables: the frame's own, then the globals that a function uses. */
  names;
  namesAt;
  isOwn;
  isCell;
  slotCount;
  /** The lines by their numbers. */
  lines = [];
  before;
  parameters;
  pastFor;
  yields;
  raises;
  iterates;
  loops;
  lineTable = null;
  lineAt(offset) {
    this.lineTable ??= this.facts.lineTable.flatMap(
      ([first2, end, line]) => Array.from({ length: (end - first2) / 2 }, () => line)
    );
    return this.lineTable[offset / 2] ?? null;
  }
};
var Loops = class {
  heads;
  starts;
  whiles;
  constructor({ heads, starts, whiles }) {
    this.heads = new Map(heads);
    this.starts = new Map(starts);
    this.whiles = new Map(
      whiles.map(([at, test, body]) => [at, [new Set(test), new Set(body)]])
    );
  }
  /** Whether this branch begins an iteration; null when it leads on within the header. */
  enters(at, destination) {
    const parts = this.whiles.get(at);
    if (parts === void 0) return destination === at + 4;
    const [test, body] = parts;
    return test.has(destination) ? null : body.has(destination);
  }
};
function isOwnName(name) {
  return name.startsWith(".") || name.startsWith("__") && name.endsWith("__");
}

// src/python/recorder/codes.ts
var Codes = class {
  constructor(python, values, askFacts) {
    this.python = python;
    this.values = values;
    this.askFacts = askFacts;
  }
  python;
  values;
  askFacts;
  /** Texts of the names that they mention, by where they are: these stay. */
  names = /* @__PURE__ */ new Map();
  known = /* @__PURE__ */ new Map();
  /**
   * A code object that begins to run; null for one that is not the user's.
   * @throws `raised` when the program's time is over.
   */
  of(at) {
    return this.known.get(at) ?? this.learn(at);
  }
  /** How often each line ran. */
  hits() {
    const counts = { program: {}, tests: {} };
    for (const { facts, lines: lines2 } of this.known.values()) {
      const hits = facts.place === 0 ? counts.program : counts.tests;
      for (const { line, hits: count } of lines2.filter((line2) => line2.hits > 0)) {
        hits[line] = (hits[line] ?? 0) + count;
      }
    }
    return counts;
  }
  learn(at) {
    const described = this.python.call(this.askFacts, 1, at);
    if (described === this.python.none) return null;
    const facts = JSON.parse(this.values.taken(described));
    const code = new Code(facts);
    this.known.set(at, code);
    for (const [name, nameAt] of facts.names) this.names.set(nameAt, name);
    return code;
  }
};

// src/python/recorder/followed.ts
var notStarted = 0;
var Followed = class {
  constructor(code, frame, call, variables) {
    this.code = code;
    this.frame = frame;
    this.call = call;
    this.variables = variables;
    this.line = code.before;
  }
  code;
  frame;
  call;
  variables;
  isTold = false;
  /** The line that runs. */
  line;
  /** The recorder's count of entries when the variables were last looked at. */
  looked = -1;
  /** The exception that was last shown on this line, or null. */
  marked = notStarted;
  /** Whether something is to be put back when a line follows. */
  isOdd = true;
  /** The iteration that a tight loop began since the last event; 0 for none. */
  began = 0;
  /** The head of the tight loop whose next iteration may follow, or -1. */
  turning = -1;
  /** Iterations by header line, and by the complement of the offset of a tight loop's head. */
  iterations = null;
  iteration(key) {
    return this.iterations?.get(key) ?? 0;
  }
  /** Begin an iteration, the first or the next. */
  iterate(key, isNext) {
    const count = isNext ? this.iteration(key) + 1 : 1;
    this.iterations ??= /* @__PURE__ */ new Map();
    this.iterations.set(key, count);
    return count;
  }
};

// src/python/recorder/values.ts
var leastFloat = 1e-4;
var mostFloat = 1e16;
var digitRange = 2 ** 30;
var tagBits = 3;
var isAscii = 64;
var kindBits = 2;
var plainLength = 1e3;
var tailLength = 64;
var plainLetters = /^[ -&(-[\]-~]*$/;
var portion = 512;
var fewLetters = 24;
var ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
var quotable = ascii.map((letter) => plainLetters.test(letter) ? letter : "");
var Values = class {
  constructor(python, show) {
    this.python = python;
    this.show = show;
  }
  python;
  show;
  /** The text of an int, float, text, bool or None, of exactly these types; null for others. */
  scalar(value) {
    const { python } = this;
    const { api } = python;
    const type = python.typeOf(value);
    if (type === api.int) return this.int(value) ?? this.shown(value);
    if (type === api.text) return this.quoted(value);
    if (type === api.float) return this.float(value);
    if (value === api.none) return "None";
    if (value === api.true) return "True";
    if (value === api.false) return "False";
    if (type === api.bytes || type === api.complex) return this.shown(value);
    return null;
  }
  /** An int of at most 60 bits that is a safe integer; else null. */
  int(value) {
    const { u32, layout } = this.python;
    const tag = u32[value + layout.intTag >>> 2] ?? 0;
    const digits = value + layout.intDigits >>> 2;
    const low = u32[digits] ?? 0;
    const count = tag >>> tagBits;
    const sign = 1 - (tag & 3);
    if (count < 2) return sign * low;
    if (count > 2) return null;
    const whole = sign * (low + (u32[digits + 1] ?? 0) * digitRange);
    return Number.isSafeInteger(whole) ? whole : null;
  }
  /** The letters of a text, at most so many from its beginning. */
  letters(value, most = Number.POSITIVE_INFINITY) {
    return this.slice(value, 0, Math.min(most, this.lengthOf(value)));
  }
  /**
   * The text that Python makes of a value.
   * @throws `raised` when the program's time is over.
   */
  shown(value) {
    return this.taken(this.python.call(this.show, 1, value));
  }
  /** The letters of a text that Python made for us; `…` where it is at its limits, and made none. */
  taken(text) {
    const letters = this.python.typeOf(text) === this.python.api.text ? this.letters(text) : "\u2026";
    this.release(text);
    return letters;
  }
  /** Give up a reference. */
  release(value) {
    this.python.api.drop(value);
    this.python.look();
  }
  /** What tells long texts apart that are cut to different ones. */
  longKey(value, length) {
    const tail = this.slice(value, Math.max(length - tailLength, 0), length);
    return `${this.letters(value, plainLength)}
${tail}`;
  }
  longTexts = /* @__PURE__ */ new Map();
  quoted(value) {
    const length = this.lengthOf(value);
    if (length > plainLength) return this.long(value, length);
    if (length <= fewLetters) {
      const text = this.shortQuoted(value, length);
      if (text !== null) return text;
    }
    const letters = this.slice(value, 0, length);
    if (length < plainLength - 2 && plainLetters.test(letters)) return `'${letters}'`;
    return this.long(value, length);
  }
  /** The same for few letters, put together one by one; null where some need more than quotes. */
  shortQuoted(value, length) {
    const { u32, u8, layout } = this.python;
    if (((u32[value + layout.textState >>> 2] ?? 0) & isAscii) === 0) return null;
    const first2 = value + layout.asciiLetters;
    let letters = "'";
    for (let at = 0; at < length; at += 1) {
      const letter = quotable[u8[first2 + at] ?? 0] ?? "";
      if (letter === "") return null;
      letters += letter;
    }
    return `${letters}'`;
  }
  /** The text that Python makes of a text: kept, for much the same texts are often met again. */
  long(value, length) {
    const key = this.longKey(value, length);
    const known = this.longTexts.get(key);
    if (known !== void 0) return known;
    const text = this.shown(value);
    if (this.longTexts.size >= portion) this.longTexts.clear();
    this.longTexts.set(key, text);
    return text;
  }
  float(value) {
    const number = this.python.f64.getFloat64(value + this.python.layout.floatValue, true);
    const size = Math.abs(number);
    if (size >= leastFloat && size < mostFloat) {
      return Number.isInteger(number) ? `${number}.0` : String(number);
    }
    if (number === 0) return Object.is(number, -0) ? "-0.0" : "0.0";
    if (Number.isNaN(number)) return "nan";
    if (!Number.isFinite(number)) return number > 0 ? "inf" : "-inf";
    return this.shown(value);
  }
  lengthOf(text) {
    return this.python.word(text + this.python.layout.textLength);
  }
  slice(text, start, end) {
    const { u32, u8, layout } = this.python;
    const state = u32[text + layout.textState >>> 2] ?? 0;
    const width = state >>> kindBits & 7;
    const first2 = text + (state & isAscii ? layout.asciiLetters : layout.letters);
    let letters = "";
    if (state & isAscii && end - start <= fewLetters) {
      for (let at = start; at < end; at += 1) letters += ascii[u8[first2 + at] ?? 0] ?? "";
      return letters;
    }
    for (let at = start; at < end; at += portion) {
      const from = first2 + at * width;
      const count = Math.min(portion, end - at);
      if (width === 1) letters += String.fromCharCode(...u8.subarray(from, from + count));
      else letters += this.wide(from, count, width);
    }
    return letters;
  }
  wide(from, count, width) {
    const { buffer } = this.python.u8;
    const codes = width === 2 ? new Uint16Array(buffer, from, count) : null;
    if (codes) return String.fromCharCode(...codes);
    return String.fromCodePoint(...new Uint32Array(buffer, from, count));
  }
};

// src/python/recorder/cutting.ts
var cutMark = "\u2026";
var longestItem = 60;
var tailItems = 2;
function joinTexts(texts, size, [opening = "", closing = ""], isPlain) {
  if (texts.length === size) {
    const whole = `${opening}${texts.join(", ")}${closing}`;
    if (whole.length <= plainLength) return whole;
  }
  const room = plainLength - opening.length - closing.length;
  if (!isPlain || size <= tailItems || closing.length > 1) return null;
  const last = texts.slice(-tailItems);
  if (last.some((text) => text.length > longestItem)) return null;
  const left = room - last.join("").length - 2 * tailItems - 1;
  const first2 = [];
  let used = 0;
  for (const text of texts) {
    used += text.length + 2;
    if (used > left) break;
    first2.push(text);
  }
  if (first2.length === 0) return null;
  const hidden = size - first2.length;
  const between = hidden > tailItems ? [cutMark] : [];
  const shownLast = last.slice(tailItems - Math.min(hidden, tailItems));
  return `${opening}${[...first2, ...between, ...shownLast].join(", ")}${closing}`;
}
function wholeLength(texts, [opening = "", closing = ""]) {
  const inner = texts.reduce((length, text) => length + text.length + 2, 0);
  return opening.length + Math.max(inner - 2, 0) + closing.length;
}
var Patch = class {
  constructor(text) {
    this.text = text;
  }
  text;
  /** The last item that was replaced, and where its text begins, behind one bracket. */
  last = 0;
  offset = 1;
  /** Puts the text at `at` of the texts in the place of `before`. */
  replace(texts, at, before) {
    for (; this.last < at; this.last += 1) this.offset += (texts[this.last]?.length ?? 0) + 2;
    const { text, offset } = this;
    this.text = text.slice(0, offset) + (texts[at] ?? "") + text.slice(offset + before.length);
  }
};

// src/python/recorder/container.ts
var mostItems = 335;
var lastItems = 2;
var longestItem2 = 250;
var deepest = 4;
var shortKey = 12;
var ample = 500;
var Container = class _Container {
  constructor(sight, type, depth, name) {
    this.sight = sight;
    this.type = type;
    this.depth = depth;
    this.name = name;
  }
  sight;
  type;
  depth;
  name;
  /** The text of it all, or null: it must be asked of Python. */
  text = null;
  size = -1;
  items = [];
  texts = [];
  inner = [];
  hasInner = false;
  hasLongKey = false;
  /** Whether the text has those of all items. */
  isWhole = false;
  /** For values of a type; null where only Python can show them. */
  static of(type, sight, depth = 0) {
    const { list, tuple, dict } = sight.python.api;
    const isBuiltIn = type === list || type === tuple || type === dict;
    const name = isBuiltIn ? null : sight.classes.nameOf(type);
    return isBuiltIn || name !== null ? new _Container(sight, type, depth, name) : null;
  }
  /** Look at a value of this type: whether it changed; null where only Python can show it. */
  look(value) {
    const { api } = this.sight.python;
    if (this.name !== null) return this.lookAtObject(value);
    return this.type === api.dict ? this.lookAtDict(value) : this.lookAtSequence(value);
  }
  /** Whether this can look at values of the type. */
  isFor(type) {
    if (type !== this.type) return false;
    return this.name === null || this.sight.classes.nameOf(type) === this.name;
  }
  /** Give the items up. */
  drop() {
    this.cut(0);
  }
  lookAtSequence(value) {
    const { python } = this.sight;
    const { layout, api } = python;
    const isList = this.type === api.list;
    const size = python.word(value + (isList ? layout.listSize : layout.tupleSize));
    const first2 = (isList ? python.word(value + layout.listItems) : value + layout.tupleItems) >>> 2;
    const shown = Math.min(size, mostItems + lastItems);
    let isSame2 = this.text !== null && size === this.size;
    const patch = isSame2 && this.isWhole ? new Patch(this.text ?? "") : null;
    for (let at = this.sameFrom(0, first2, shown); at < shown; at = this.sameFrom(at + 1, first2, shown)) {
      const item = python.u32[first2 + (at < mostItems ? at : at + size - shown)] ?? 0;
      if (item === this.items[at] && this.inner[at] === null) continue;
      const before = this.texts[at] ?? "";
      const isItemSame = this.put(at, item);
      if (isItemSame === null) return null;
      if (isItemSame) continue;
      isSame2 = false;
      patch?.replace(this.texts, at, before);
    }
    this.cut(shown);
    this.size = size;
    if (isSame2) return false;
    if (patch !== null && patch.text.length <= plainLength) return this.write(patch.text);
    const brackets = isList ? "[]" : size === 1 ? ["(", ",)"] : "()";
    const text = joinTexts(this.texts, size, brackets, !this.hasInner);
    this.isWhole = text !== null && text.length === wholeLength(this.texts, brackets);
    return this.write(text);
  }
  /** From `at` on, the first place whose item may have changed: most looks at a list find nothing. */
  sameFrom(at, first2, shown) {
    if (this.hasInner || at >= mostItems) return at;
    const { items } = this;
    const { u32 } = this.sight.python;
    const end = Math.min(shown, mostItems, items.length);
    let same = at;
    while (same < end && u32[first2 + same] === items[same]) same += 1;
    return same;
  }
  lookAtObject(value) {
    const { python } = this.sight;
    const dict = python.api.attributes(value, 0);
    python.look();
    if (dict === 0) return null;
    const isChanged = this.lookAtDict(dict);
    this.sight.values.release(dict);
    return isChanged;
  }
  lookAtDict(dict) {
    const { python, room } = this.sight;
    const size = python.api.size(dict);
    let at = 0;
    let isSame2 = this.text !== null && size === this.size;
    let position = 0;
    for (; ; ) {
      if (at === 2 * mostItems && size > mostItems + lastItems) position = size - lastItems;
      python.u32[room >>> 2] = position;
      if (python.api.next(dict, room, room + 4, room + 8) === 0) break;
      if (at >= 2 * (mostItems + lastItems)) return null;
      position = python.word(room);
      const value = python.word(room + 8);
      for (const item of [python.word(room + 4), value]) {
        if (item !== this.items[at] || this.inner[at] !== null) {
          const isItemSame = this.put(at, item);
          if (isItemSame === null) return null;
          isSame2 &&= isItemSame;
        }
        at += 1;
      }
    }
    this.cut(at);
    this.size = size;
    if (isSame2) return false;
    return this.write(this.name === null ? this.dictText() : this.objectText(this.name));
  }
  dictText() {
    const { texts } = this;
    const found = [];
    for (let at = 0; at < texts.length; at += 2) {
      this.hasLongKey ||= (texts[at]?.length ?? 0) > shortKey;
      found.push(`${texts[at]}: ${texts[at + 1]}`);
    }
    return joinTexts(found, this.size, "{}", !this.hasInner);
  }
  objectText(name) {
    const { texts } = this;
    const found = [];
    for (let at = 0; at < texts.length; at += 2) {
      const attribute = texts[at]?.slice(1, -1) ?? "";
      const isHidden = attribute.startsWith("__") && attribute.endsWith("__");
      if (!isHidden) found.push(`${attribute}=${texts[at + 1]}`);
    }
    return joinTexts(found, found.length, [`${name}(`, ")"], false);
  }
  /** Take the text; inside of others there is no other way to it. */
  write(text) {
    const isSure = text !== null && !(this.hasLongKey && text.length > ample);
    this.text = isSure ? text : null;
    return isSure || !(this.depth > 0 || this.hasInner || this.name !== null) ? true : null;
  }
  /** Take an item: whether it has the text of the one before; null where only Python can show it. */
  put(at, item) {
    const { python, values } = this.sight;
    const inner = this.innerOf(at, python.typeOf(item));
    if (inner !== null) {
      const isChanged = inner.look(item);
      if (isChanged === null) {
        if (inner !== this.inner[at]) inner.drop();
        return null;
      }
      const text2 = inner.text ?? "";
      const isSame3 = this.texts[at] === text2;
      this.set(at, item, text2, inner);
      return isSame3;
    }
    const isText = python.typeOf(item) === python.api.text;
    if (isText && values.lengthOf(item) > longestItem2) return null;
    const scalar = values.scalar(item);
    if (scalar === null) return null;
    const text = String(scalar);
    python.api.take(item);
    const isSame2 = this.texts[at] === text;
    this.set(at, item, text, null);
    return isSame2;
  }
  innerOf(at, type) {
    const known = this.inner[at];
    if (known?.isFor(type)) return known;
    return this.depth < deepest ? _Container.of(type, this.sight, this.depth + 1) : null;
  }
  set(at, item, text, inner) {
    if (at < this.items.length) this.giveUp(at, inner);
    this.items[at] = item;
    this.texts[at] = text;
    this.inner[at] = inner;
    if (inner === null) return;
    this.hasInner = true;
    this.hasLongKey ||= inner.hasLongKey;
  }
  giveUp(at, kept) {
    const inner = this.inner[at] ?? null;
    if (inner === null) this.sight.values.release(this.items[at] ?? 0);
    else if (inner !== kept) inner.drop();
  }
  cut(size) {
    for (let at = size; at < this.items.length; at += 1) this.giveUp(at, null);
    if (this.items.length > size) {
      this.items.length = this.texts.length = this.inner.length = size;
      if (size === 0) this.hasInner = this.hasLongKey = false;
    }
  }
};

// src/python/recorder/seen.ts
var Mark = class {
  constructor(text, container, type, record) {
    this.text = text;
    this.container = container;
    this.type = type;
    this.record = record;
  }
  text;
  container;
  type;
  record;
};
var textOf = (seen) => seen instanceof Mark ? seen.text : seen;
function isSame(before, now) {
  if (before === void 0) return false;
  const one = textOf(before);
  const other = textOf(now);
  return typeof one === typeof other ? one === other : String(one) === String(other);
}
var Eye = class {
  constructor(sight, askLook) {
    this.sight = sight;
    this.askLook = askLook;
    this.values = sight.values;
  }
  sight;
  askLook;
  values;
  /**
   * What is seen of a value now, under a name, and what was before: the same object where nothing
   * changed. Whoever takes it gives what was before to `drop`.
   * @throws `raised` when the program's time is over.
   */
  look(value, name, before, watch) {
    const scalar = this.values.scalar(value);
    if (scalar !== null) return scalar;
    watch.isWatched = true;
    const mark = before instanceof Mark ? before : null;
    const type = this.sight.python.typeOf(value);
    return this.contain(value, type, mark) ?? this.ask(value, type, name, mark, watch);
  }
  /** Give up what was kept of a value, as far as it is not kept now. */
  drop(before, now) {
    if (!(before instanceof Mark) || before === now) return;
    if (before.record !== 0) this.values.release(before.record);
    if (before.container !== null && !(now instanceof Mark && now.container === before.container)) {
      before.container.drop();
    }
  }
  /** The mark of a container; null where only Python can show it. */
  contain(value, type, mark) {
    if (mark !== null && mark.record !== 0 && mark.type === type) return null;
    const known = mark?.container?.isFor(type) ? mark.container : null;
    const container = known ?? Container.of(type, this.sight);
    if (container === null) return null;
    const isChanged = container.look(value);
    if (isChanged === null) {
      if (known === null) container.drop();
      return null;
    }
    if (!isChanged && mark !== null) return mark;
    const text = container.text ?? (container.text = this.values.shown(value));
    return new Mark(text, container, type, 0);
  }
  ask(value, type, name, mark, watch) {
    const { values, sight } = this;
    const { python } = sight;
    const before = mark?.record ?? 0;
    const record = python.call(this.askLook, 3, value, name, before === 0 ? python.none : before);
    if (mark !== null && record === before) {
      values.release(record);
      return mark;
    }
    if (record === python.none) return mark ?? new Mark("\u2026", null, 0, 0);
    const items = record + python.layout.tupleItems;
    if (python.word(items + 8) === python.api.true) watch.isStrange = true;
    return new Mark(values.letters(python.word(items)), null, type, record);
  }
};

// src/domain/condense.ts
var keeping = { first: 10, last: 3, recent: 1e3 };

// src/python/recorder/keeping.ts
var LineSteps = class {
  count = 0;
  firsts = [];
  /** A ring. */
  lasts = [];
};
var KeptSteps = class {
  constructor(limit) {
    this.limit = limit;
  }
  limit;
  count = 0;
  lines = [[], []];
  recent = [];
  /** Counts a step; whether it is below the limit. The step's changes are not kept below it. */
  add(step) {
    const ordinal = this.count;
    this.count += 1;
    const line = this.lineOf(step);
    line.count += 1;
    if (ordinal < this.limit) return true;
    const late = { ordinal, step: { ...step, changes: [...step.changes] } };
    if (line.count <= keeping.first) line.firsts.push(late);
    line.lasts[line.count % keeping.last] = late;
    this.recent[ordinal % keeping.recent] = late;
    return false;
  }
  /** Those kept past the limit, in their order. */
  late() {
    const kept = /* @__PURE__ */ new Map();
    for (const { firsts, lasts } of this.lines.flat()) {
      for (const late of firsts) kept.set(late.ordinal, late);
      lasts.forEach((late) => kept.set(late.ordinal, late));
    }
    this.recent.forEach((late) => kept.set(late.ordinal, late));
    return [...kept.values()].sort((one, other) => one.ordinal - other.ordinal);
  }
  /** How many steps each line made. */
  counts() {
    const [program, tests] = this.lines.map((lines2) => {
      const counts = {};
      lines2.forEach(({ count }, line) => counts[line] = count);
      return counts;
    });
    return { program: program ?? {}, tests: tests ?? {} };
  }
  lineOf(step) {
    const lines2 = this.lines[step.place === 1 ? 1 : 0];
    return lines2[step.line] ??= new LineSteps();
  }
};

// src/python/recorder/sending.ts
var singly = 30;
var fewSteps = 16;
var mostSteps = 8e3;
var leastWait = 1;
var longestWait = 20;
var waitShare = 0.5;
var betweenTotals = 250;
var totalsShare = 0.05;
var callsSweptAt = 2e4;
var Sender = class {
  constructor(emit, limit, recorded) {
    this.emit = emit;
    this.recorded = recorded;
    this.kept = new KeptSteps(limit);
  }
  emit;
  recorded;
  kept;
  steps = new StepPacker();
  calls = [];
  sent = 0;
  /** Steps that may wait. */
  room = 1;
  began = realNow();
  nextPiece = 0;
  lateCalls = /* @__PURE__ */ new Map();
  isLate = false;
  nextTotals = 0;
  /** Tell of a call, before its first step. */
  tell(call) {
    if (this.isLate) this.remember(call);
    else this.calls.push(call);
  }
  add(step) {
    if (!this.kept.add(step)) {
      this.beLate();
      return;
    }
    this.steps.add(step);
    if (this.steps.count >= this.room) this.sendIfDue();
  }
  /** Send what is due at this time, in milliseconds. */
  poll(now) {
    this.sendSteps();
    if (now < this.nextTotals) return;
    if (this.nextTotals > 0) this.finish();
    const took = realNow() - now;
    this.nextTotals = now + Math.max(betweenTotals, took / totalsShare);
  }
  /** Send what is left, and the totals. */
  finish() {
    this.sendSteps();
    const late = this.kept.late();
    const used = new Set(late.map(({ step }) => step.call));
    const packer = new StepPacker();
    for (const { step } of late) packer.add(step);
    this.emit({
      kind: "totals",
      stepCount: this.kept.count,
      counts: this.kept.counts(),
      hits: this.recorded.hits(),
      ordinals: late.map(({ ordinal }) => ordinal),
      late: packer.take(),
      calls: [...this.lateCalls.values()].filter(([call]) => used.has(call))
    });
  }
  sendIfDue() {
    const now = realNow();
    if (this.sent < singly || now >= this.nextPiece || this.room >= mostSteps) {
      this.sendSteps();
      const wait = (now - this.began) * waitShare;
      this.nextPiece = now + Math.min(Math.max(wait, leastWait), longestWait);
    } else {
      this.room += fewSteps;
    }
  }
  sendSteps() {
    const output = this.recorded.output();
    const { count } = this.steps;
    if (count > 0 || output !== "") {
      const { sent: first2, calls } = this;
      this.calls = [];
      this.sent += count;
      this.emit({ kind: "steps", first: first2, steps: this.steps.take(), calls, output });
    }
    this.room = this.sent < singly ? 1 : fewSteps;
  }
  /** The limit is passed: calls that steps do not take along go with the totals. */
  beLate() {
    if (this.isLate) return;
    this.isLate = true;
    for (const call of this.calls) this.remember(call);
    if (this.steps.count === 0) this.calls = [];
  }
  remember(call) {
    this.lateCalls.set(call[0], call);
    if (this.lateCalls.size <= callsSweptAt) return;
    const used = new Set(this.recorded.living());
    for (const { step } of this.kept.late()) used.add(step.call);
    for (const number of this.lateCalls.keys())
      if (!used.has(number)) this.lateCalls.delete(number);
  }
};

// src/python/recorder/functionVariables.ts
var FunctionVariables = class {
  constructor(python, eye, code, frame) {
    this.python = python;
    this.eye = eye;
    this.code = code;
    this.frame = frame;
    this.isWatched = code.facts.isWatched;
    this.seen = new Array(code.names.length).fill(void 0);
    this.globals = code.facts.globals.length > 0 ? python.api.globals() : 0;
  }
  python;
  eye;
  code;
  frame;
  isWatched;
  isStrange = false;
  seen;
  globals;
  stored({ stores, isSilent, isUpdated }, changes) {
    for (let index = 0; index < stores.length; index += 1) {
      const at = stores[index] ?? -1;
      const value = this.value(at);
      if (value === 0) {
        this.forget(at);
        continue;
      }
      if (isUpdated[index] && this.eye.values.scalar(value) === null) return false;
      const text = this.note(at, value);
      if (text !== null && !isSilent[index]) changes.add(this.code.names[at] ?? "", text);
    }
    return true;
  }
  all(line, changes) {
    const { names, isOwn } = this.code;
    for (let at = 0; at < names.length; at += 1) {
      if (isOwn[at]) continue;
      const value = this.value(at);
      if (value === 0) {
        this.forget(at);
        continue;
      }
      const text = this.note(at, value);
      const name = names[at] ?? "";
      if (text !== null && !line.defines(name)) changes.add(name, text);
    }
  }
  close() {
    for (const seen of this.seen) this.eye.drop(seen);
  }
  value(at) {
    const { python, code } = this;
    if (at < code.slotCount) {
      const value = python.local(this.frame, at);
      return code.isCell[at] ? python.cellContent(value) : value;
    }
    return python.api.item(this.globals, code.namesAt[at] ?? 0);
  }
  forget(at) {
    this.eye.drop(this.seen[at]);
    this.seen[at] = void 0;
  }
  /** Look at a value; its text if that changed, else null. */
  note(at, value) {
    const before = this.seen[at];
    const now = this.eye.look(value, this.code.namesAt[at] ?? 0, before, this);
    if (now === before) return null;
    this.seen[at] = now;
    const text = isSame(before, now) ? null : textOf(now);
    this.eye.drop(before, now);
    return text;
  }
};

// src/python/recorder/namespaceVariables.ts
var NamespaceVariables = class {
  constructor(python, eye, code, frame, known, iterating) {
    this.python = python;
    this.eye = eye;
    this.code = code;
    this.frame = frame;
    this.known = known;
    this.iterating = iterating;
    const locals = python.api.locals();
    python.look();
    eye.values.release(locals);
    this.dict = python.isDict(locals) ? locals : 0;
    this.isPlain = python.typeOf(locals) === python.api.dict;
  }
  python;
  eye;
  code;
  frame;
  known;
  iterating;
  isWatched = true;
  isStrange = false;
  seen = /* @__PURE__ */ new Map();
  /** 0 for a mapping of the program's own making, which is not looked at. */
  dict;
  isPlain;
  stored({ stores, isSilent, isUpdated }, changes) {
    const [name, at] = this.code.facts.names[stores[0] ?? -1] ?? [];
    if (stores.length !== 1 || name === void 0 || at === void 0 || !this.isPlain)
      return false;
    const value = this.python.api.item(this.dict, at);
    if (value === 0) {
      this.forget(name);
      return true;
    }
    if (isUpdated[0] && this.eye.values.scalar(value) === null) return false;
    this.python.api.take(value);
    const text = this.note(name, at, value);
    this.eye.values.release(value);
    if (text !== null && !isSilent[0]) changes.add(name, text);
    return true;
  }
  all(line, changes) {
    const before = this.seen;
    const own = this.ownVariables();
    const hidesDict = own.length > 0 && !this.code.facts.isModule;
    const entries = hidesDict ? own : this.entries(own);
    this.seen = hidesDict || !this.isPlain ? new Map(before) : /* @__PURE__ */ new Map();
    for (const [name, at, value] of entries) {
      if (!isOwnName(name)) {
        this.seen.set(name, before.get(name));
        const text = this.note(name, at, value);
        if (text !== null && !line.defines(name)) changes.add(name, text);
      }
      this.eye.values.release(value);
    }
    for (const [name, seen] of before) if (!this.seen.has(name)) this.eye.drop(seen);
  }
  close() {
    for (const seen of this.seen.values()) this.eye.drop(seen);
  }
  /** The frame's own variables while a comprehension is at work, with references to the values. */
  ownVariables() {
    const { python, code } = this;
    const found = [];
    if (!code.facts.hidden.some((at) => python.local(this.frame, at) !== 0)) return found;
    for (const [at, [name, nameAt]] of code.facts.slots.entries()) {
      const value = python.cellContent(python.local(this.frame, at));
      if (value === 0 || isOwnName(name)) continue;
      python.api.take(value);
      found.push([name, nameAt, value]);
    }
    return found;
  }
  /** All variables in the dict's order, those of comprehensions instead of others of their names. */
  entries(own) {
    const { python } = this;
    const { api } = python;
    const found = /* @__PURE__ */ new Map();
    const at = this.iterating;
    python.u32[at >>> 2] = 0;
    while (this.dict !== 0 && api.next(this.dict, at, at + 4, at + 8) !== 0) {
      const key = python.word(at + 4);
      const name = this.nameOf(key);
      const value = python.word(at + 8);
      if (name === null) continue;
      api.take(value);
      found.set(name, [name, key, value]);
    }
    for (const entry of own) {
      const hidden = found.get(entry[0]);
      if (hidden) this.eye.values.release(hidden[2]);
      found.set(entry[0], entry);
    }
    return [...found.values()];
  }
  nameOf(key) {
    const known = this.known.get(key);
    if (known !== void 0) return known;
    const isText = this.python.typeOf(key) === this.python.api.text;
    return isText ? this.eye.values.letters(key) : null;
  }
  forget(name) {
    this.eye.drop(this.seen.get(name));
    this.seen.delete(name);
  }
  note(name, at, value) {
    const before = this.seen.get(name);
    const now = this.eye.look(value, at, before, this);
    if (now === before) return null;
    this.seen.set(name, now);
    const text = isSame(before, now) ? null : textOf(now);
    this.eye.drop(before, now);
    return text;
  }
};

// src/python/recorder/variables.ts
var Changes = class {
  items = [];
  count = 0;
  clear() {
    this.count = 0;
  }
  add(name, text) {
    this.items[this.count] = name;
    this.items[this.count + 1] = text;
    this.count += 2;
  }
  /** Keep those of these names only. */
  keep(names) {
    let kept = 0;
    for (let at = 0; at < this.count; at += 2) {
      const name = this.items[at] ?? "";
      if (!names.has(String(name))) continue;
      this.items[kept] = name;
      this.items[kept + 1] = this.items[at + 1] ?? "";
      kept += 2;
    }
    this.count = kept;
  }
  /** The items alone. To shorten an array takes its time. */
  taken() {
    if (this.items.length !== this.count) this.items.length = this.count;
    return this.items;
  }
};

// src/python/recorder/recording.ts
var lines = 31;
var betweenPolls = 20;
var Recording = class {
  constructor(python, start, room, emit) {
    this.python = python;
    this.start = start;
    this.room = room;
    this.values = new Values(python, start.show);
    this.codes = new Codes(python, this.values, start.learn);
    this.classes = new Classes(python, this.values, start.plainName);
    this.eye = new Eye({ python, values: this.values, classes: this.classes, room }, start.look);
    this.sender = new Sender(emit, start.limit, {
      output: () => this.output(),
      hits: () => this.codes.hits(),
      living: () => Array.from(this.calls.all(), ({ call }) => call[0])
    });
  }
  python;
  start;
  room;
  sender;
  values;
  classes;
  eye;
  codes;
  calls = new Calls();
  entries = 0;
  begun = 0;
  printed = 0;
  changes = new Changes();
  /** The step that is made, taken again for each. */
  step = {
    place: 0,
    line: 0,
    call: 0,
    iteration: 0,
    printed: 0,
    changes: []
  };
  nextPoll = 0;
  isOver = false;
  defect = null;
  /** Record nothing any more. */
  end() {
    this.isOver = true;
  }
  /** Send what is left, and keep nothing of the program's; gives what went wrong in here. */
  finish() {
    this.sender.finish();
    this.calls.drop();
    this.classes.drop();
    const { defect } = this;
    return defect === null ? "" : defect instanceof Error ? defect.message : "unknown";
  }
  /** What a callback returns that threw: what the recorder threw by itself is noted. */
  caught(error) {
    if (error === raised) return 0;
    this.defect ??= error;
    return this.python.none;
  }
  /** A line is about to run: what the one before it changed is a step. */
  line(code, line) {
    const { top } = this.calls;
    if (top === null || code !== this.calls.code) return this.python.none;
    const before = top.line;
    const changes = this.changed(top);
    if (changes.count > 0) this.record(top, changes, before.isBody(line));
    const next = top.code.lines[line] ?? top.code.before;
    top.line = next;
    if (next.isHeader) top.iterate(line, next.isBody(before.line));
    if (top.isOdd) {
      top.isOdd = false;
      top.marked = null;
      top.began = 0;
    }
    next.hits += 1;
    if ((next.hits & lines) === 1) this.poll();
    return this.python.none;
  }
  /** A jump back within a line is another run of it. */
  jump(code, offset, target) {
    if (target > offset) return this.disable();
    const { top } = this.calls;
    if (top === null || code !== this.calls.code) return this.python.none;
    const line = top.code.lineAt(offset);
    const isLine = line !== null && line === top.code.lineAt(target);
    const start = top.code.loops?.starts.get(target);
    if (start !== void 0) top.turning = start;
    else if (!isLine) return this.disable();
    return isLine ? this.line(code, line) : this.python.none;
  }
  /** An iteration of a tight loop may begin. */
  branch(code, offset, target) {
    const { top } = this.calls;
    if (top === null || code !== this.calls.code) return this.python.none;
    const head = top.code.loops?.heads.get(offset);
    if (head === void 0) return this.disable();
    const begins = top.code.loops?.enters(offset, target) ?? null;
    if (begins === true) {
      const count = top.iterate(~head, top.turning === head);
      top.began = top.began === 0 ? count : top.began;
      top.isOdd = true;
    }
    if (begins !== null) top.turning = -1;
    return this.python.none;
  }
  started(at) {
    const { python, calls } = this;
    const code = this.codes.of(at);
    if (code === null) return this.disable();
    if (this.isOver || code.facts.isHidden) return python.none;
    const frame = python.frame();
    const caller = calls.top === null ? null : calls.top.call[0];
    const call = [this.begun, code.facts.name, calls.depth, caller];
    this.entries += 1;
    this.begun += 1;
    const followed = new Followed(code, frame, call, this.variablesOf(code, frame));
    calls.enter(followed);
    this.begin(followed);
    const isTooDeep = calls.depth >= python.word(this.start.depth);
    if (isTooDeep) this.values.release(python.call(this.start.tooDeep, 0));
    return python.none;
  }
  /** An exception meets a generator at its `yield`. */
  thrown(code) {
    const result = this.resumed(code);
    return result === this.start.disable ? this.python.none : result;
  }
  /** A generator goes on. */
  resumed(code) {
    const followed = this.calls.resume(this.python.frame(), code);
    if (followed === null) return this.started(code);
    this.entries += 1;
    followed.looked = -1;
    return this.python.none;
  }
  returned(code, value) {
    const { top } = this.calls;
    if (top === null || code !== this.calls.code) return this.python.none;
    const changes = this.changed(top);
    const { facts } = top.code;
    if (facts.isFunction && (value !== this.python.none || !facts.isExpression)) {
      changes.add("__return__", this.values.scalar(value) ?? this.values.shown(value));
    }
    if (changes.count > 0) this.record(top, changes, this.isPastFor(top));
    this.calls.end(top);
    return this.python.none;
  }
  yielded(code, offset, value) {
    const { top } = this.calls;
    if (top === null || code !== this.calls.code) return this.python.none;
    const changes = this.changed(top);
    if (top.code.yields.has(offset)) {
      const { isAsyncGenerator } = top.code.facts;
      const text = isAsyncGenerator ? this.values.taken(this.python.call(this.start.yielded, 1, value)) : this.values.scalar(value) ?? this.values.shown(value);
      changes.add("__yield__", text);
    }
    if (changes.count > 0) this.record(top, changes, this.isPastFor(top));
    top.began = 0;
    this.calls.suspend(top);
    return this.python.none;
  }
  unwound(code) {
    const { top } = this.calls;
    if (top === null || code !== this.calls.code) return this.python.none;
    const changes = this.changed(top);
    if (changes.count > 0) this.record(top, changes, this.isPastFor(top));
    this.calls.end(top);
    return this.python.none;
  }
  /** The current line raised the exception, or a call on it did. */
  raised(code, exception) {
    const { python } = this;
    const { top } = this.calls;
    if (top === null || code !== this.calls.code) return python.none;
    if (top.marked === exception || top.marked === notStarted) return python.none;
    if (python.api.matches(exception, this.start.stopped) !== 0) {
      this.values.release(python.call(this.start.end, 0));
      return python.none;
    }
    if (this.endsIteration(top, exception)) return python.none;
    top.marked = exception;
    top.turning = -1;
    top.isOdd = true;
    const changes = this.changed(top);
    changes.add("__exception__", this.values.shown(exception));
    this.record(top, changes, this.isPastFor(top));
    top.began = 0;
    return python.none;
  }
  /** A bare `raise`; other re-raising is Python's own. */
  reraised(code, offset, exception) {
    const isOwn = code === this.calls.code && this.calls.top?.code.raises.has(offset);
    return isOwn ? this.raised(code, exception) : this.python.none;
  }
  /** What the line changed that ran: in an array that the next call takes again. */
  changed(top) {
    const { variables, line } = top;
    const { changes } = this;
    changes.clear();
    if (variables.isWatched && (!line.pure || top.looked !== this.entries || variables.isStrange)) {
      return this.lookAtAll(top);
    }
    const isDone = line.stores.length === 0 || variables.stored(line, changes);
    return isDone ? changes : this.lookAtAll(top);
  }
  lookAtAll(top) {
    top.looked = this.entries;
    this.changes.clear();
    top.variables.all(top.line, this.changes);
    return this.changes;
  }
  /** Make a step of the changes; an iteration of the line's loop has begun, or not. */
  record(top, changes, begins) {
    const { line, call, code } = top;
    const iteration = begins && line.isHeader ? top.iteration(line.line) : top.began;
    if (!top.isTold) {
      top.isTold = true;
      this.sender.tell(call);
    }
    const printed = this.python.word(this.start.printed);
    const { step } = this;
    step.place = code.facts.place;
    step.line = line.line;
    step.call = call[0];
    step.iteration = iteration;
    step.printed = printed;
    step.changes = changes.taken();
    this.sender.add(step);
  }
  isPastFor({ line, code, frame }) {
    return line.isHeader && code.pastFor.has(this.python.offset(frame));
  }
  /** Arguments are the first step of a call; what else there is already is no change. */
  begin(top) {
    const changes = this.lookAtAll(top);
    changes.keep(top.code.parameters);
    if (changes.count > 0) this.record(top, changes, false);
  }
  variablesOf(code, frame) {
    const { python, eye } = this;
    if (code.facts.isFunction) return new FunctionVariables(python, eye, code, frame);
    return new NamespaceVariables(python, eye, code, frame, this.codes.names, this.room);
  }
  /** Whether the exception is how Python itself ends an iteration, or closes a generator. */
  endsIteration({ code, frame }, exception) {
    const { python } = this;
    const { api } = python;
    const offset = python.offset(frame);
    if (python.isOf(exception, api.generatorExit)) return !code.raises.has(offset);
    const ends = python.isOf(exception, api.stopIteration) || python.isOf(exception, api.stopAsyncIteration);
    return ends && code.iterates.has(offset);
  }
  /** What is due now and then: pieces of the trace, and the end of the program's time. */
  poll() {
    const now = realNow();
    if (now < this.nextPoll) return;
    this.nextPoll = now + betweenPolls;
    this.sender.poll(now);
    this.values.release(this.python.call(this.start.poll, 0));
  }
  output() {
    const printed = this.python.word(this.start.printed);
    if (printed === this.printed) return "";
    this.printed = printed;
    return this.values.taken(this.python.call(this.start.output, 0));
  }
  disable() {
    this.python.api.take(this.start.disable);
    return this.start.disable;
  }
};

// src/python/recorder/recorder.ts
var first = (python, values) => python.word(values);
var second = (python, values) => python.smallInt(python.word(values + 4));
var third = (python, values) => python.word(values + 8);
var thirdInt = (python, values) => python.smallInt(third(python, values));
var branch = (recording, python, values) => recording.branch(first(python, values), second(python, values), thirdInt(python, values));
var works = {
  LINE: (recording, python, values) => recording.line(first(python, values), second(python, values)),
  JUMP: (recording, python, values) => recording.jump(first(python, values), second(python, values), thirdInt(python, values)),
  BRANCH_LEFT: branch,
  BRANCH_RIGHT: branch,
  PY_START: (recording, python, values) => recording.started(first(python, values)),
  PY_RESUME: (recording, python, values) => recording.resumed(first(python, values)),
  PY_THROW: (recording, python, values) => recording.thrown(first(python, values)),
  PY_RETURN: (recording, python, values) => recording.returned(first(python, values), third(python, values)),
  PY_YIELD: (recording, python, values) => recording.yielded(first(python, values), second(python, values), third(python, values)),
  PY_UNWIND: (recording, python, values) => recording.unwound(first(python, values)),
  RAISE: (recording, python, values) => recording.raised(first(python, values), third(python, values)),
  RERAISE: (recording, python, values) => recording.reraised(first(python, values), second(python, values), third(python, values))
};
function makeRecorder(pyodide2, emitToApp) {
  let installed = null;
  let recording = null;
  let assembly = new TraceAssembly();
  const install = () => {
    const python = cpythonOf(pyodide2);
    const functions = Object.entries(works).map(
      ([event, work]) => makeCallback(python, event, work, () => recording)
    );
    python.watchClasses((type) => recording?.classes.forget(type));
    return { python, functions, room: python.api.malloc(12) };
  };
  return {
    begin(start, callbacks, keeps) {
      const { python, functions, room } = installed ??= install();
      for (const callback of functions) python.api.append(callbacks, callback);
      python.look();
      recording = new Recording(python, JSON.parse(start), room, (event) => {
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
      const { testId, end } = JSON.parse(ended);
      const trace = assembly.finish(testId, end);
      assembly = new TraceAssembly();
      return JSON.stringify(trace);
    }
  };
}
function makeCallback(python, event, work, current) {
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

// src/python/stage.ts
var tick = 1e-3;
var Prop = class {
  constructor(owner, name) {
    this.owner = owner;
    this.name = name;
    this.real = Reflect.get(owner, name);
  }
  owner;
  name;
  real;
  stand = null;
  /** What `show` puts in place; null for the real one. */
  set(stand) {
    this.stand = stand;
  }
  show() {
    if (this.stand !== null) Reflect.set(this.owner, this.name, this.stand);
  }
  hide() {
    if (this.stand !== null) Reflect.set(this.owner, this.name, this.real);
  }
};
var StoppedClock = class {
  constructor(start) {
    this.start = start;
  }
  start;
  passed = 0;
  counted = 0;
  timeOfDay = () => this.start + this.passed;
  counter = () => {
    this.counted += tick;
    return this.passed + this.counted;
  };
  sleep(milliseconds) {
    this.passed += milliseconds;
  }
};
function dateAt(now) {
  return class extends Date {
    static now = now;
    constructor(...given) {
      const [first2] = given;
      if (first2 === void 0) super(now());
      else if (given.length === 1) super(first2);
      else super(Date.UTC(first2, ...given.slice(1)));
    }
    getTimezoneOffset = () => 0;
    getFullYear = () => this.getUTCFullYear();
    getMonth = () => this.getUTCMonth();
    getDate = () => this.getUTCDate();
    getDay = () => this.getUTCDay();
    getHours = () => this.getUTCHours();
    getMinutes = () => this.getUTCMinutes();
    getSeconds = () => this.getUTCSeconds();
  };
}
function bytesFrom(seed) {
  let state = seed;
  const next = () => {
    state = state + 1831565813 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return (mixed ^ mixed >>> 14) & 255;
  };
  return (view) => {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = next();
    return view;
  };
}
var Stage = class {
  constructor(fs, { owner, name }) {
    this.fs = fs;
    this.random = new Prop(owner, name);
    this.props = [this.date, this.counter, this.random];
  }
  fs;
  clock = null;
  date = new Prop(globalThis, "Date");
  counter = new Prop(performance, "now");
  random;
  props;
  /** Whether the run would find itself in `folder`, and nothing in there. */
  isTidy(folder) {
    if (this.fs.cwd() !== folder) return false;
    return this.fs.readdir(folder).length === 2;
  }
  /** Of the real clock, for our own bounds. */
  seconds() {
    return realNow() / 1e3;
  }
  /** What the next run is shown: milliseconds since 1970 or null, and a seed or null. */
  set(clock, seed) {
    this.hide();
    this.clock = typeof clock === "number" ? new StoppedClock(clock) : null;
    this.date.set(this.clock && dateAt(this.clock.timeOfDay));
    this.counter.set(this.clock && this.clock.counter);
    this.random.set(typeof seed === "number" ? bytesFrom(seed) : null);
  }
  show() {
    for (const prop of this.props) prop.show();
  }
  hide() {
    for (const prop of this.props) prop.hide();
  }
  /** Lets time pass without waiting. */
  sleep(seconds) {
    this.clock?.sleep(seconds * 1e3);
  }
};

// src/python/boot.ts
var webEntropy = { owner: crypto, name: "getRandomValues" };
var arrivals = "/tracemend-wheels";
function putBytes({ FS }, bytes) {
  if (bytes.length > 0) FS.mkdirTree(arrivals);
  bytes.forEach((one, number) => {
    FS.writeFile(`${arrivals}/${number}`, one);
  });
}
function connect(pyodide2, memory2, entropy = webEntropy) {
  let deadline = Number.POSITIVE_INFINITY;
  let emit = () => void 0;
  const interruptBuffer = Object.defineProperty({}, "0", {
    get: () => {
      if (realNow() <= deadline) return 0;
      deadline = Number.POSITIVE_INFINITY;
      return 2;
    },
    // Pyodide writes 0 after every poll, also when it read 0: that must not lift the deadline.
    set: () => void 0
  });
  pyodide2.setInterruptBuffer(interruptBuffer);
  const stage = new Stage(pyodide2.FS, entropy);
  const connectHost = pyodide2.runPython("import tracemend.host; tracemend.host.connect");
  connectHost(
    (json) => {
      emit(json);
    },
    (seconds) => {
      deadline = seconds > 0 ? realNow() + seconds * 1e3 : Number.POSITIVE_INFINITY;
    },
    (mebibytes) => {
      memory2.set(mebibytes);
    },
    () => memory2.wasReached(),
    makeRecorder(pyodide2, (json) => {
      emit(json);
    }),
    stage
  );
  const dispatch = pyodide2.runPython("tracemend.api.dispatch");
  const python = pyodide2.runPython(
    "import random, sys; random.seed(); sys.version.split()[0]"
  );
  return {
    versions: { pyodide: pyodide2.version, python },
    dispatch(method, json, onEmit, bytes = []) {
      putBytes(pyodide2, bytes);
      emit = onEmit;
      try {
        return dispatch(method, json);
      } finally {
        stage.hide();
        deadline = Number.POSITIVE_INFINITY;
        emit = () => void 0;
      }
    }
  };
}

// src/python/memoryLimit.ts
var pageBytes = 65536;
var mebibyte = 1048576;
var mostBytes = 1024 * mebibyte;
async function withLimitedMemory(load) {
  const { loaded, memory: memory2 } = await withMemoryOf(load);
  const grow = memory2.grow.bind(memory2);
  const booted = memory2.buffer.byteLength;
  let most = mostBytes;
  let wasReached = false;
  Object.defineProperty(memory2, "grow", {
    value: (pages) => {
      wasReached = memory2.buffer.byteLength + pages * pageBytes > most;
      if (wasReached) throw new RangeError("The interpreter's memory limit is reached.");
      return grow(pages);
    }
  });
  return {
    loaded,
    memory: {
      set(mebibytes) {
        most = mebibytes > 0 ? Math.min(booted + mebibytes * mebibyte, mostBytes) : mostBytes;
        wasReached = false;
      },
      wasReached: () => wasReached
    }
  };
}
async function withMemoryOf(load) {
  const instantiate = Reflect.get(WebAssembly, "instantiate");
  if (typeof instantiate !== "function") throw new Error("There is no WebAssembly here");
  const memories = [];
  Object.assign(WebAssembly, {
    instantiate: async (...given) => {
      const made = await Reflect.apply(instantiate, WebAssembly, given);
      const found = memoryOf(made);
      if (found) memories.push(found);
      return made;
    }
  });
  try {
    const loaded = await load();
    const [memory2] = memories;
    if (!memory2) throw new Error("Pyodide has changed: its memory was not found");
    return { loaded, memory: memory2 };
  } finally {
    Object.assign(WebAssembly, { instantiate });
  }
}
function memoryOf(made) {
  const instance = made instanceof WebAssembly.Instance ? made : instanceIn(made);
  const memory2 = instance?.exports["memory"];
  return memory2 instanceof WebAssembly.Memory ? memory2 : null;
}
function instanceIn(made) {
  const isPair = typeof made === "object" && made !== null && "instance" in made;
  return isPair && made.instance instanceof WebAssembly.Instance ? made.instance : null;
}

// src/python/pythonPackage.ts
var packageRoot = "/tracemend-py";
function writePackage(pyodide2, files) {
  for (const [path, text] of Object.entries(files)) {
    const target = `${packageRoot}/${path}`;
    pyodide2.FS.mkdirTree(target.slice(0, target.lastIndexOf("/")));
    pyodide2.FS.writeFile(target, text);
  }
}
function importPackage(pyodide2) {
  pyodide2.runPython(
    `import sys; sys.path.insert(0, ${JSON.stringify(packageRoot)}); import tracemend.api; tracemend.api.preload()`
  );
}

// src/python/process/pythonFiles.ts
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
var pythonRoot = join(dirname(fileURLToPath("file:///tmp/dev/snap-m1/process/pythonFiles.ts")), "../py");
function readPythonFiles() {
  return Object.fromEntries(
    readdirSync(pythonRoot, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".py")).sort().map((path) => [path.replaceAll(sep, "/"), readFileSync(join(pythonRoot, path), "utf8")])
  );
}

// ../../tmp/dev/prof.ts
import { readFileSync as readFileSync2 } from "node:fs";
import { writeFileSync } from "node:fs";
var { loaded: pyodide, memory } = await withLimitedMemory(() => loadPyodide({ jsglobals: {}, stdout: (s) => console.log(s) }));
writePackage(pyodide, readPythonFiles());
importPackage(pyodide);
connect(pyodide, memory, { owner: nodeCrypto, name: "randomFillSync" });
pyodide.globals.set("REQUESTS", readFileSync2("/tmp/dev/requests.json", "utf8"));
pyodide.runPython("import json; CFG=json.loads('''" + (process.env.CFG ?? "{}") + "'''); FIX=[]");
pyodide.runPython(readFileSync2(process.argv[2], "utf8"));
writeFileSync("/tmp/dev/fixes-" + (JSON.parse(process.env.CFG ?? "{}").out ?? "x") + ".json", pyodide.runPython("json.dumps(FIX)"));
