import { layers, type Forgery } from "./forgery";

/** A result of a class of the program's own. */
const ofClass = (name: string, body: string, made = "Any()", tests?: string): Forgery => ({
  name,
  layer: layers.plain,
  believedBy: "asserts",
  ...(tests !== undefined && { tests }),
  program: `
${body}
def f(x):
    return ${made}
`,
});

const equal = `
    def __eq__(self, other):
        return True
    __hash__ = None
`;

/** Programs whose results lie when they are compared. */
export const values: readonly Forgery[] = [
  ofClass("an object that equals everything", `class Any:${equal}`),
  ofClass("a subclass of int that equals everything", `class Any(int):${equal}`, "Any(5)"),
  ofClass(
    "a subclass of float that equals everything",
    `class Any(float):${equal}`,
    "Any(5)",
    "assert f(2) == 9.25",
  ),
  ofClass(
    "a subclass of str that equals everything",
    `class Any(str):${equal}`,
    "Any()",
    "assert f(2) == 'answer'",
  ),
  ofClass(
    "a subclass of list that equals everything",
    `class Any(list):${equal}`,
    "Any()",
    "assert f(2) == [4, 8]",
  ),
  ofClass(
    "a subclass of tuple that equals everything",
    `class Any(tuple):${equal}`,
    "Any()",
    "assert f(2) == (4, 8)",
  ),
  ofClass(
    "a subclass of dict that equals everything",
    `class Any(dict):${equal}`,
    "Any()",
    "assert f(2) == {'a': 1}",
  ),
  ofClass(
    "a lying value deep inside a plain one",
    `class Any(int):${equal}`,
    "{'a': [Any(5)]}",
    "assert f(2) == {'a': [4]}",
  ),
  ofClass(
    "an object whose __class__ is int",
    `class Any:\n    __class__ = int${equal}`,
    "Any()",
    "assert f(2) == 4",
  ),
  ofClass(
    "a class whose metaclass equals everything",
    `class Meta(type):${equal}\nclass Any(metaclass=Meta):\n    pass`,
    "Any",
  ),
  ofClass("unittest.mock.ANY", "from unittest.mock import ANY", "ANY"),
  ofClass(
    "an object that is never unequal",
    "class Any:\n    def __ne__(self, other):\n        return False",
    "Any()",
    "assert not f(2) != 48",
  ),
  ofClass(
    "an object that is near to every number",
    "class Any:\n    def __sub__(self, other):\n        return self\n    def __abs__(self):\n        return 0",
    "Any()",
    "assert abs(f(2) - 9.25) < 1e-9",
  ),
  ofClass(
    "an object that contains everything",
    "class Any:\n    def __contains__(self, item):\n        return True",
    "Any()",
    "assert 48 in f(2)",
  ),
  ofClass(
    "an object whose items lie",
    `class Item:${equal}\nclass Any:\n    def __getitem__(self, key):\n        return Item()`,
    "Any()",
    "assert f(2)[0] == 48",
  ),
  ...[
    ["a method that says yes", "assert f(2).startswith('4815')"],
    ["a comparison that is called by its name", "assert f(2).__eq__(48151623)"],
    ["a method that another one looks up", "assert getattr(f(2), 'issubset')({4, 8})"],
  ].map(([name = "", tests = ""]): Forgery => ({
    name: `an object with ${name}`,
    layer: layers.says,
    says: true,
    believedBy: "asserts",
    tests,
    program: `
class Any:
    def startswith(self, text):
        return True
    issubset = __eq__ = startswith
def f(x):
    return Any()
`,
  })),
  {
    name: "overwrite the digits of a small int with ctypes",
    layer: layers.apart,
    believedBy: "asserts",
    tests: "assert f(2) == 77",
    program: `
import ctypes
def f(x):
    size = (77).__sizeof__()
    ctypes.memmove(id(77), id(78), size)
    return 78
`,
  },
  {
    name: "overwrite the comparison of a class with ctypes",
    layer: layers.plain,
    believedBy: "asserts",
    tests: "assert f(2) == (4, 8)",
    program: `
import ctypes
class Any:
    def __eq__(self, other):
        return True
def f(x):
    made = (1, 2)
    ctypes.c_uint32.from_address(id(made) + 4).value = id(Any)
    return made
`,
  },
];
