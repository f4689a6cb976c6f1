import type { PyodideAPI } from "pyodide";
import { readLayout, type Layout } from "./layout";

/** The address of an object in Python's memory; 0 for none. */
export type Pointer = number;

type Functions = {
  _malloc: (bytes: number) => Pointer;
  stringToNewUTF8: (text: string) => Pointer;
  addFunction: (work: (...values: number[]) => number, signature: string) => number;
  _PyCFunction_NewEx: (definition: Pointer, self: Pointer, module: Pointer) => Pointer;
  _PyThreadState_Get: () => Pointer;
  _PyObject_Vectorcall: (of: Pointer, values: Pointer, count: number, names: Pointer) => Pointer;
  _PyObject_Repr: (value: Pointer) => Pointer;
  _PyList_Append: (list: Pointer, value: Pointer) => number;
  _PyDict_Next: (dict: Pointer, at: Pointer, key: Pointer, value: Pointer) => number;
  _PyDict_GetItemWithError: (dict: Pointer, key: Pointer) => Pointer;
  _PyEval_GetGlobals: () => Pointer;
  _PyEval_GetFrameLocals: () => Pointer;
  _PyErr_GivenExceptionMatches: (error: Pointer, kind: Pointer) => number;
  _PyUnstable_InterpreterFrame_GetLasti: (frame: Pointer) => number;
  _Py_IncRef: (value: Pointer) => void;
  _Py_DecRef: (value: Pointer) => void;
};
type Addresses = Record<(typeof addressNames)[number], Pointer>;
type Module = Functions & Addresses & { HEAPU32: Uint32Array };

const addressNames = [
  "__PyRuntime",
  "__Py_NoneStruct",
  "__Py_TrueStruct",
  "__Py_FalseStruct",
  "_PyLong_Type",
  "_PyFloat_Type",
  "_PyUnicode_Type",
  "_PyList_Type",
  "_PyDict_Type",
  "_PyCell_Type",
  "_PyBytes_Type",
  "_PyComplex_Type",
  "_PyExc_StopIteration",
  "_PyExc_StopAsyncIteration",
  "_PyExc_GeneratorExit",
] as const;

/** Thrown where a function of Python raised: its exception is set, and waits for a return. */
export const raised = Symbol("Python raised");

/** A type's flag for dicts and what is derived from them: `Py_TPFLAGS_DICT_SUBCLASS`. */
const dictFlag = 1 << 29;
/** Flags of a `PyMethodDef`: `METH_FASTCALL`. */
const fastCall = 0x80;
const mostArguments = 3;
/** The lowest bits of a reference that a frame holds are flags (`pycore_stackref.h`). */
const flagBits = 3;

/**
 * CPython from outside: its memory, and those of its C functions that the recorder calls. What it
 * gives is an address; nothing is kept alive by that.
 */
export class Cpython {
  u32: Uint32Array;
  u8: Uint8Array;
  f64: DataView;
  readonly layout: Layout;
  readonly none: Pointer;
  private readonly thread: Pointer;
  private readonly values: Pointer;

  constructor(readonly api: Module) {
    this.layout = readLayout(api.HEAPU32.buffer as ArrayBuffer, api.__PyRuntime);
    this.none = api.__Py_NoneStruct;
    this.thread = api._PyThreadState_Get();
    this.values = api._malloc(4 * mostArguments);
    this.u32 = api.HEAPU32;
    this.u8 = new Uint8Array(0);
    this.f64 = new DataView(new ArrayBuffer(0));
    this.look();
  }

  /** Look at the memory anew, which moves when it grows: needed after anything that may allocate. */
  look(): void {
    if (this.u32.length > 0 && this.u8.length > 0) return;
    this.u32 = this.api.HEAPU32;
    this.u8 = new Uint8Array(this.u32.buffer);
    this.f64 = new DataView(this.u32.buffer);
  }

  word(at: Pointer): number {
    return this.u32[at >>> 2] ?? 0;
  }

  typeOf(value: Pointer): Pointer {
    return this.u32[(value + this.layout.type) >>> 2] ?? 0;
  }

  isDict(value: Pointer): boolean {
    return (this.word(this.typeOf(value) + this.layout.typeFlags) & dictFlag) !== 0;
  }

  /** The innermost frame of Python's. */
  frame(): Pointer {
    return this.word(this.thread + this.layout.currentFrame);
  }

  /** The value of a frame's variable by its place among them; 0 for none. */
  local(frame: Pointer, index: number): Pointer {
    return (this.u32[((frame + this.layout.frameLocals) >>> 2) + index] ?? 0) & ~flagBits;
  }

  /** An int of Python's that takes one of its digits: at most 30 bits. */
  smallInt(value: Pointer): number {
    const sign = 1 - (this.word(value + this.layout.intTag) & 3);
    return sign * this.word(value + this.layout.intDigits);
  }

  /** What a cell holds, where the value is one: a variable that functions share. */
  cellContent(value: Pointer): Pointer {
    if (value === 0 || this.typeOf(value) !== this.api._PyCell_Type) return value;
    return this.word(value + this.layout.cellContent);
  }

  /** Offset of the instruction that a frame is at. */
  offset(frame: Pointer): number {
    return this.api._PyUnstable_InterpreterFrame_GetLasti(frame);
  }

  /**
   * Calls a function of Python with `count` values.
   * @returns a new reference.
   * @throws `raised` when it raised.
   */
  call(callee: Pointer, count: number, first = 0, second = 0, third = 0): Pointer {
    const at = this.values >>> 2;
    this.u32[at] = first;
    this.u32[at + 1] = second;
    this.u32[at + 2] = third;
    const result = this.api._PyObject_Vectorcall(callee, this.values, count, 0);
    this.look();
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- no error of ours: see `raised`
    if (result === 0) throw raised;
    return result;
  }

  /** Whether an exception is of a class, given by the address of the variable that has the class. */
  isOf(error: Pointer, kind: Pointer): boolean {
    return this.api._PyErr_GivenExceptionMatches(error, this.word(kind)) !== 0;
  }

  /** A new function for Python that takes positional arguments; `work` gets where they are. */
  makeFunction(name: string, work: (values: Pointer) => Pointer): Pointer {
    const definition = this.api._malloc(16) >>> 2;
    const pointer = this.api.addFunction((_self, values) => work(values ?? 0), "iiii");
    const nameAt = this.api.stringToNewUTF8(name);
    this.look();
    this.u32.set([nameAt, pointer, fastCall, 0], definition);
    const made = this.api._PyCFunction_NewEx(definition * 4, 0, 0);
    this.look();
    return made;
  }
}

/**
 * The C side of a running Pyodide.
 * @throws Error when it has not what the recorder needs.
 */
export function cpythonOf(pyodide: PyodideAPI): Cpython {
  const module: unknown = Reflect.get(pyodide, "_module");
  for (const name of addressNames) {
    if (typeof module !== "object" || !module || typeof Reflect.get(module, name) !== "number") {
      throw new Error(`this Pyodide does not show where ${name} is`);
    }
  }
  return new Cpython(module as Module);
}
