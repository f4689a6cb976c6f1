/** The address of an object in Python's memory; 0 for none. */
export type Pointer = number;

/**
 * What the recorder uses of Python's C interface: functions, and where objects are. It is an object
 * of its own because to look a name up among the thousands of Pyodide's module takes its time.
 */
export type Api = ReturnType<typeof apiOf>;

type Module = Readonly<Record<`_${string}`, unknown>>;

/**
 * @throws Error where Pyodide does not show one of them.
 */
export function apiOf(module: Module) {
  const address = (name: `_${string}`): Pointer => {
    const found = module[name];
    return typeof found === "number" ? found : missing(name);
  };
  const callable = <Work extends (...values: Pointer[]) => number | void>(
    name: `_${string}`,
  ): Work => {
    const found = module[name];
    return typeof found === "function" ? (found as Work) : missing(name);
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
    malloc: callable<(bytes: number) => Pointer>("_malloc"),
    makeFunction: callable<Three>("_PyCFunction_NewEx"),
    thread: callable<() => Pointer>("_PyThreadState_Get"),
    call: callable<Four>("_PyObject_Vectorcall"),
    repr: callable<(value: Pointer) => Pointer>("_PyObject_Repr"),
    append: callable<Two>("_PyList_Append"),
    next: callable<Four>("_PyDict_Next"),
    item: callable<Two>("_PyDict_GetItemWithError"),
    globals: callable<() => Pointer>("_PyEval_GetGlobals"),
    locals: callable<() => Pointer>("_PyEval_GetFrameLocals"),
    /** The dict of an object's attributes: a new reference. */
    attributes: callable<Two>("_PyObject_GenericGetDict"),
    addWatcher: callable<(callback: number) => number>("_PyType_AddWatcher"),
    watch: callable<(watcher: number, type: Pointer) => number>("_PyType_Watch"),
    matches: callable<Two>("_PyErr_GivenExceptionMatches"),
    offset: callable<(frame: Pointer) => number>("_PyUnstable_InterpreterFrame_GetLasti"),
    take: callable<(value: Pointer) => void>("_Py_IncRef"),
    drop: callable<(value: Pointer) => void>("_Py_DecRef"),
  };
}

type Two = (first: Pointer, second: Pointer) => number;
type Three = (first: Pointer, second: Pointer, third: Pointer) => Pointer;
type Four = (first: Pointer, second: Pointer, third: Pointer, fourth: Pointer) => Pointer;

function missing(name: string): never {
  throw new Error(`this Pyodide does not show its ${name}`);
}
