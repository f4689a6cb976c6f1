/** The address of an object in Python's memory; 0 for none. */
export type Pointer = number;

/**
 * What the recorder uses of Python's C interface: where objects are, and functions by shorter names.
 * It is an object of its own because to look a name up among the thousands of Pyodide's module takes
 * its time.
 */
export type Api = ReturnType<typeof addresses> & {
  malloc: (bytes: number) => Pointer;
  /** `PyCFunction_NewEx`: a function from its definition. */
  newFunction: (definition: Pointer, self: Pointer, module: Pointer) => Pointer;
  thread: () => Pointer;
  /** `PyObject_Vectorcall`: gives a new reference, or 0 where an exception is set. */
  call: (callee: Pointer, values: Pointer, count: number, names: Pointer) => Pointer;
  append: (list: Pointer, value: Pointer) => number;
  /** `PyDict_Next`, whose three last arguments say where to write. */
  next: (dict: Pointer, position: Pointer, key: Pointer, value: Pointer) => number;
  size: (dict: Pointer) => number;
  item: (dict: Pointer, key: Pointer) => Pointer;
  globals: () => Pointer;
  /** The innermost frame's variables: a new reference. */
  locals: () => Pointer;
  /** The dict of an object's attributes: a new reference. */
  attributes: (value: Pointer, context: Pointer) => Pointer;
  addWatcher: (callback: number) => number;
  watch: (watcher: number, type: Pointer) => number;
  matches: (error: Pointer, kind: Pointer) => number;
  /** Offset of the instruction that a frame is at. */
  offset: (frame: Pointer) => number;
  take: (value: Pointer) => number;
  drop: (value: Pointer) => number;
};

type Module = Readonly<Record<`_${string}`, unknown>>;

/** @throws Error where Pyodide does not show something of it. */
export function apiOf(module: Module): Api {
  const callable = (name: `_${string}`): ((...values: Pointer[]) => number) => {
    const found = module[name];
    return typeof found === "function" ? (found as (...values: number[]) => number) : missing(name);
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
    drop: callable("_Py_DecRef"),
  };
}

function addresses(module: Module) {
  const address = (name: `_${string}`): Pointer => {
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
    generatorExit: address("_PyExc_GeneratorExit"),
  };
}

function missing(name: string): never {
  throw new Error(`this Pyodide does not show its ${name}`);
}
