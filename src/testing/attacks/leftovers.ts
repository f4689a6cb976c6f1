import { layers, looking, secretTest, type Forgery } from "./forgery";

/** The wrong program that is judged next. */
const wrong = "def f(x):\n    return 5\n";

const leaving = (name: string, program: string, more: Partial<Forgery> = {}): Forgery => ({
  name,
  layer: layers.fresh,
  believedBy: "asserts",
  program,
  then: wrong,
  ...more,
});

/** Programs that leave something behind for the next one. */
export const leftovers: readonly Forgery[] = [
  leaving(
    "a .pth file for the next start",
    `
import site, sys
folder = next(path for path in sys.path if path.endswith("site-packages"))
with open(folder + "/evil.pth", "w") as file:
    file.write("import builtins; builtins.exec = lambda *given, **more: None\\n")
`,
    { believedBy: "restarts" },
  ),
  leaving(
    "a sitecustomize for the next start",
    `
import sys
folder = next(path for path in sys.path if path.endswith("site-packages"))
with open(folder + "/sitecustomize.py", "w") as file:
    file.write("import builtins; builtins.exec = lambda *given, **more: None\\n")
with open(folder + "/start.pth", "w") as file:
    file.write("import sitecustomize\\n")
sys.modules.pop("sitecustomize", None)
`,
    { believedBy: "restarts" },
  ),
  leaving(
    "a changed module",
    `
import math
math.isclose = lambda *two, **more: True
`,
    { tests: "import math\nassert math.isclose(f(2), 48.5)" },
  ),
  leaving(
    "files in the places of our own package's",
    `
import os, sys
for name, module in [*sys.modules.items()]:
    if name.startswith("tracemend."):
        os.makedirs(os.path.dirname(module.__file__), exist_ok=True)
        with open(module.__file__, "w") as file:
            file.write("raise SystemExit\\n")
import builtins
builtins.exec = lambda *given, **more: None
`,
  ),
  leaving(
    "a codec that rewrites what is read",
    `
import codecs
utf8 = codecs.lookup("utf-8")
def decode(data, errors="strict"):
    text, size = utf8.decode(data, errors)
    return text.replace("assert", "_ ="), size
codecs.register(lambda name: codecs.CodecInfo(utf8.encode, decode, name="mine") if name == "mine" else None)
import builtins
real = builtins.compile
builtins.compile = lambda text, *rest, **more: real(bytes(text, "utf-8").decode("mine"), *rest, **more)
`,
  ),
];

/**
 * One Tests box with a test that runs beside the program and one that is judged apart: what the
 * program learns under the first it keeps for the second.
 */
export const learning = {
  name: "learn a value under a test that is not isolated, and keep it for one that is",
  layer: layers.fresh,
  program: `${looking}
import os, sys
def f(x):
    frame = sys._getframe()
    while frame.f_back:
        frame = frame.f_back
        look_at_code(frame.f_code)
    if found:
        with open("/tmp/kept", "w") as file:
            file.write(str(found[0]))
    elif os.path.exists("/tmp/kept"):
        with open("/tmp/kept") as file:
            found.append(int(file.read()))
    return found[0] if found else 5
`,
  tests: `def test_f():\n    eval("0")\n    ${secretTest}\n\n${secretTest}\n`,
};
