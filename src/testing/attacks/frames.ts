import { layers, looking, type Forgery } from "./forgery";

const layer = layers.apart;

/** Programs that look for the expected value in the interpreter that they run in. */
export const frames: readonly Forgery[] = [
  {
    name: "walk the frames of the callers with sys._getframe",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
import sys
def f(x):
    frame = sys._getframe()
    while frame.f_back:
        frame = frame.f_back
        look_at_code(frame.f_code)
    return found[0]
`,
  },
  {
    name: "read the local variables of the callers",
    layer,
    looks: true,
    believedBy: "compares",
    program: `
import sys
def f(x):
    frame = sys._getframe()
    while frame:
        if "case" in frame.f_locals:
            return frame.f_locals["case"]["expected"]
        frame = frame.f_back
`,
  },
  {
    name: "walk the frames of a traceback",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
def f(x):
    try:
        raise ValueError
    except ValueError as error:
        frame = error.__traceback__.tb_frame
    while frame.f_back:
        frame = frame.f_back
        look_at_code(frame.f_code)
    return found[0]
`,
  },
  {
    name: "read the source around the callers with inspect.stack",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
import inspect
def f(x):
    for caller in inspect.stack():
        look(caller.code_context)
    return found[0]
`,
  },
  {
    name: "read the frames of all threads",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
import sys
def f(x):
    for frame in sys._current_frames().values():
        while frame:
            look(frame.f_locals)
            frame = frame.f_back
    return found[0]
`,
  },
  {
    name: "search all objects that gc knows for the test's text",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
import gc
def f(x):
    for thing in gc.get_objects():
        for part in gc.get_referents(thing):
            if type(part) is str and part[:6] == "assert":
                look(part)
    return found[0]
`,
  },
  {
    name: "search all objects that gc knows for an expected value",
    layer,
    looks: true,
    believedBy: "compares",
    program: `
import gc
def f(x):
    for each in gc.get_objects():
        if type(each) is dict and each.keys() == {"call", "expected", "notes"}:
            return each["expected"]
`,
  },
  {
    name: "read the tests in linecache",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
import linecache
def f(x):
    look(list(linecache.cache.values()))
    return found[0]
`,
  },
  {
    name: "read the tests in the variables of all modules",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
import sys
def f(x):
    for module in list(sys.modules.values()):
        for value in list(getattr(module, "__dict__", {}).values()):
            if type(value) is str and len(value) < 10000:
                look(value)
    return found[0]
`,
  },
  {
    name: "read the tests on the disk",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
import os
def f(x):
    for folder, _, files in os.walk("/tmp"):
        for file in files:
            with open(os.path.join(folder, file)) as opened:
                look(opened.read())
    return found[0]
`,
  },
  {
    name: "search the interpreter's memory with ctypes",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `
import ctypes, re, pyodide_js
def f(x):
    memory = ctypes.string_at(1024, pyodide_js._module.HEAPU8.length - 1024)
    return int(re.search(rb"assert f\\(2\\) == (\\d+)", memory)[1])
`,
  },
  {
    name: "read the interpreter's memory through pyodide_js",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `
import pyodide_js, re
def f(x):
    memory = pyodide_js._module.HEAPU8.slice(0, 40_000_000).to_bytes()
    return int(re.search(rb"assert f\\(2\\) == (\\d+)", memory)[1])
`,
  },
];
