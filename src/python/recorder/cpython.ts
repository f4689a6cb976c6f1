import type { PyodideAPI } from "pyodide";
import { apiOf, type Api, type Pointer } from "./api";
import { readLayout, type Layout } from "./layout";

/** The parts of Pyodide's module that are used here, by the names that it gives them. */
type Module = {
  HEAPU32: Uint32Array;
  stringToNewUTF8: (text: string) => Pointer;
  addFunction: (work: (first: number, second: number) => number, signature: string) => number;
} & Record<`_${string}`, unknown>;

/** Thrown where a function of Python raised: its exception is set, and waits for a return. */
export const raised = new Error("Python raised");

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
  readonly api: Api;
  readonly layout: Layout;
  readonly none: Pointer;
  private watcher = -1;
  private readonly thread: Pointer;
  private readonly values: Pointer;

  /** @throws Error when it is no Python that the recorder knows. */
  constructor(private readonly module: Module) {
    this.api = apiOf(module);
    this.layout = readLayout(module.HEAPU32.buffer as ArrayBuffer, this.api.runtime);
    this.none = this.api.none;
    this.thread = this.api.thread();
    this.values = this.api.malloc(4 * mostArguments);
    this.u32 = module.HEAPU32;
    this.u8 = new Uint8Array(0);
    this.f64 = new DataView(new ArrayBuffer(0));
    this.look();
  }

  /** Look at the memory anew, which moves when it grows: needed after anything that may allocate. */
  look(): void {
    if (this.u32.length > 0 && this.u8.length > 0) return;
    this.u32 = this.module.HEAPU32;
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
    if (value === 0 || this.typeOf(value) !== this.api.cell) return value;
    return this.word(value + this.layout.cellContent);
  }

  /** Offset of the instruction that a frame is at. */
  offset(frame: Pointer): number {
    return this.api.offset(frame);
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
    const result = this.api.call(callee, this.values, count, 0);
    this.look();
    if (result === 0) throw raised;
    return result;
  }

  /** Whether an exception is of a class, given by the address of the variable that has the class. */
  isOf(error: Pointer, kind: Pointer): boolean {
    return this.api.matches(error, this.word(kind)) !== 0;
  }

  /** Calls `changed` with a class before it changes, if it is watched. */
  watchClasses(changed: (type: Pointer) => void): void {
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
  watch(type: Pointer): void {
    if (this.api.watch(this.watcher, type) !== 0) throw raised;
  }

  /** A new function for Python that takes positional arguments; `work` gets where they are. */
  makeFunction(name: string, work: (values: Pointer) => Pointer): Pointer {
    const definition = this.api.malloc(16) >>> 2;
    const pointer = this.module.addFunction((_self, values) => work(values), "iiii");
    const nameAt = this.module.stringToNewUTF8(name);
    this.look();
    this.u32.set([nameAt, pointer, fastCall, 0], definition);
    const made = this.api.newFunction(definition * 4, 0, 0);
    this.look();
    return made;
  }
}

/** The C side of a running Pyodide. */
export function cpythonOf(pyodide: PyodideAPI): Cpython {
  return new Cpython(Reflect.get(pyodide, "_module") as Module);
}
