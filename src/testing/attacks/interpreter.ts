import { layers, looking, type Forgery } from "./forgery";

const layer = layers.apart;

const lastFound = `
def f(x):
    return found[-1]
`;

/** Programs that have the interpreter tell them what the tests do. */
export const interpreter: readonly Forgery[] = [
  {
    name: "take over sys.settrace",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
import sys
def trace(frame, event, argument):
    look_at_code(frame.f_code)
sys.settrace(trace)
${lastFound}`,
  },
  {
    name: "take over sys.setprofile",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
import sys
def profile(frame, event, argument):
    look_at_code(frame.f_code)
sys.setprofile(profile)
${lastFound}`,
  },
  {
    name: "set a trace function for all threads",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
import threading
threading.settrace_all_threads(lambda frame, event, argument: look_at_code(frame.f_code))
${lastFound}`,
  },
  {
    name: "listen to sys.monitoring",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
from sys import monitoring
monitoring.use_tool_id(0, "spy")
monitoring.register_callback(0, monitoring.events.PY_START, lambda code, offset: look_at_code(code))
monitoring.set_events(0, monitoring.events.PY_START)
${lastFound}`,
  },
  {
    name: "free the tools of sys.monitoring and take their places",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
from sys import monitoring
for tool in range(6):
    if monitoring.get_tool(tool) is not None:
        monitoring.free_tool_id(tool)
    monitoring.use_tool_id(tool, "mine")
    monitoring.register_callback(tool, monitoring.events.LINE, lambda code, line: look_at_code(code))
    monitoring.set_events(tool, monitoring.events.LINE)
${lastFound}`,
  },
  {
    name: "hear of compiled and executed code by an audit hook",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
import sys
def hook(event, arguments):
    if event == "compile":
        look(arguments[0])
    elif event == "exec" and hasattr(arguments[0], "co_consts"):
        look_at_code(arguments[0])
sys.addaudithook(hook)
${lastFound}`,
  },
  {
    name: "read the caller's frame in a signal handler",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
import signal
def handler(number, frame):
    while frame:
        look_at_code(frame.f_code)
        frame = frame.f_back
signal.signal(signal.SIGINT, handler)
def f(x):
    signal.raise_signal(signal.SIGINT)
    for _ in range(1000):
        pass
    return found[0]
`,
  },
  {
    name: "read the caller's frame in sys.unraisablehook",
    layer,
    looks: true,
    believedBy: "asserts",
    program: `${looking}
import sys
class Falls:
    def __del__(self):
        raise ValueError
def hook(unraisable):
    frame = unraisable.exc_traceback.tb_frame
    while frame:
        look_at_code(frame.f_code)
        frame = frame.f_back
sys.unraisablehook = hook
def f(x):
    Falls()
    return found[0]
`,
  },
  {
    name: "answer for a module that the tests import by an import hook",
    layer: layers.says,
    says: true,
    believedBy: "asserts",
    tests: `import fractions_of_tests\nassert f(2) == fractions_of_tests.expected`,
    program: `
import sys, types
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "fractions_of_tests":
            sys.modules[name] = module = types.ModuleType(name)
            module.expected = 5
            from importlib.machinery import ModuleSpec
            return ModuleSpec(name, self)
    def create_module(self, spec):
        return sys.modules[spec.name]
    def exec_module(self, module):
        pass
sys.meta_path.insert(0, Finder())
def f(x):
    return 5
`,
  },
  {
    name: "put another module under the name that the tests import",
    layer: layers.noImport,
    believedBy: "asserts",
    tests: `import statistics\nassert statistics.mean(f(2)) == 7.5`,
    program: `
import sys, types
sys.modules["statistics"] = types.SimpleNamespace(mean=lambda values: 7.5)
def f(x):
    return [1]
`,
  },
  {
    name: "put a file in the way of a module that the tests import",
    layer: layers.noImport,
    believedBy: "asserts",
    tests: `import colorsys\nassert colorsys.rgb_to_hsv(*f(2)) == (0.5, 0.5, 0.5)`,
    program: `
import os, sys
os.makedirs("/tmp/first", exist_ok=True)
with open("/tmp/first/colorsys.py", "w") as file:
    file.write("def rgb_to_hsv(*rgb): return (0.5, 0.5, 0.5)")
sys.path.insert(0, "/tmp/first")
sys.modules.pop("colorsys", None)
def f(x):
    return [0, 0, 0]
`,
  },
  {
    name: "guess the test's random numbers by a patched random",
    layer: layers.noImport,
    believedBy: "asserts",
    tests: `import random\nx = random.randrange(1, 10**9)\nassert f(x) == x * x`,
    program: `
import random
random.randrange = lambda *bounds: 0
def f(x):
    return 0
`,
  },
];
