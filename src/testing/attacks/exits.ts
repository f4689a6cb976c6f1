import { layers, type Forgery } from "./forgery";

const layer = layers.apart;

const atExit = (name: string, body: string, before = ""): Forgery => ({
  name,
  layer,
  believedBy: "exits",
  program: `${before}\ndef f(x):\n${body}\n`,
});

/** Programs that leave before the tests can fail. */
export const exits: readonly Forgery[] = [
  atExit("sys.exit at import", "    return 5", "import sys\nsys.exit(0)"),
  atExit("sys.exit in the call", "    import sys\n    sys.exit(0)"),
  atExit("a subclass of SystemExit", "    raise End", "class End(SystemExit):\n    pass"),
  atExit("quit()", "    raise SystemExit"),
  atExit("os._exit, which ends the interpreter", "    import os\n    os._exit(0)"),
  atExit(
    "exit from sys.excepthook",
    "    return 5",
    "import sys\ndef hook(*given):\n    sys.exit(0)\nsys.excepthook = hook",
  ),
  atExit(
    "exit while the error is formatted",
    "    raise Sly",
    "import sys\nclass Sly(Exception):\n    pass\nsys.excepthook = lambda kind, error, tb: (_ for _ in ()).throw(SystemExit(0))",
  ),
  {
    name: "an exception that is no failure",
    layer,
    believedBy: "failures",
    program: "class Quiet(BaseException):\n    pass\ndef f(x):\n    raise Quiet",
  },
  {
    name: "KeyboardInterrupt",
    layer,
    believedBy: "failures",
    program: "def f(x):\n    raise KeyboardInterrupt",
  },
  {
    name: "GeneratorExit",
    layer,
    believedBy: "failures",
    program: "def f(x):\n    raise GeneratorExit",
  },
  {
    name: "a report printed by atexit",
    layer,
    believedBy: "prints",
    program:
      'import atexit\natexit.register(lambda: print(\'{"status": "passed"}\'))\ndef f(x):\n    return 5',
  },
  {
    name: "a report printed by __del__",
    layer,
    believedBy: "prints",
    program:
      'import atexit\nclass Last:\n    def __del__(self):\n        print(\'{"status": "passed"}\')\nlast = [Last()]\natexit.register(last.clear)\ndef f(x):\n    return 5',
  },
  {
    name: "a printed verdict",
    layer,
    believedBy: "prints",
    program:
      'import atexit\ndef f(x):\n    atexit.register(print, \'{"status": "passed"}\')\n    return 5',
  },
];
