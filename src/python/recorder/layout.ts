/** Where CPython keeps the parts of its objects, in bytes from their beginnings. */
export type Layout = {
  currentFrame: number;
  frameCode: number;
  frameLocals: number;
  type: number;
  typeFlags: number;
  cellContent: number;
  listItems: number;
  listSize: number;
  tupleItems: number;
  tupleSize: number;
  floatValue: number;
  intTag: number;
  intDigits: number;
  textState: number;
  textLength: number;
  /** Where the letters of a text begin, if all of them are ASCII and if not. */
  asciiLetters: number;
  letters: number;
};

/** The fields of `_Py_DebugOffsets`, 64 bits each, that are read here, by their place in it. */
const fields = {
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
  asciiLetters: 80,
} as const;

const cookie = "xdebugpy";
const supported = "3.14";
/** A digit of an int takes 32 bits and holds 30. */
const digitBytes = 4;
/** Behind the letters' count of a text that is no ASCII, a pointer that is of no use here. */
const pointerBytes = 4;

/**
 * Reads the table that CPython publishes at the beginning of `_PyRuntime` for debuggers and
 * profilers (`Include/internal/pycore_debug_offsets.h`).
 * @throws Error for a Python of another version, whose tables and objects may look otherwise.
 */
export function readLayout(memory: ArrayBuffer, at: number): Layout {
  const view = new DataView(memory, at);
  const read = (field: keyof typeof fields) => Number(view.getBigUint64(fields[field] * 8, true));
  const found = new TextDecoder("latin1").decode(new Uint8Array(memory, at, cookie.length));
  const version = read("version");
  const python = `${version >>> 24}.${(version >>> 16) & 0xff}`;
  const intBytes = read("intSize") - read("intDigits");
  if (
    found !== cookie ||
    python !== supported ||
    read("isFreeThreaded") ||
    intBytes !== digitBytes
  ) {
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
    letters: read("textSize") - pointerBytes,
  };
}
