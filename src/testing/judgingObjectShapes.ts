import { apartAs, inFunction, unittest, type JudgingShape } from "./judgingShape";

const stack = {
  right: `class Stack:
    def __init__(self, items=()): self.items = list(items)
    def push(self, x): self.items.append(x); return self
    def pop(self): return self.items.pop()
    def __len__(self): return len(self.items)
    def __iter__(self): return iter(self.items)
    def __contains__(self, x): return x in self.items
    def __getitem__(self, i): return self.items[i]
    def __repr__(self): return f"Stack({self.items})"
    def __eq__(self, other): return isinstance(other, Stack) and self.items == other.items
    @property
    def top(self): return self.items[-1]`,
  wrong: `class Stack:
    def __init__(self, items=()): self.items = list(items)
    def push(self, x): self.items.insert(0, x); return self
    def pop(self): return self.items.pop(0) if len(self.items) > 2 else None
    def __len__(self): return 3
    def __iter__(self): return iter([])
    def __contains__(self, x): return not self.items
    def __getitem__(self, i): return self.items
    def __repr__(self): return f"Stack{self.items}"
    def __eq__(self, other): return self is not other and self.items != other.items
    @property
    def top(self): return 0`,
};
const nodes = {
  right: `class Node:
    def __init__(self, value, next=None): self.value = value; self.next = next
def build(xs):
    head = None
    for x in reversed(xs): head = Node(x, head)
    return head
def total(node): return 0 if node is None else node.value + total(node.next)
def reverse(node):
    before = None
    while node: node.next, before, node = before, node, node.next
    return before
def find(node, x): return node if node is None or node.value == x else find(node.next, x)`,
  wrong: `class Node:
    def __init__(self, value, next=None): self.value = value; self.next = next
def build(xs):
    head = None
    for x in xs: head = Node(x, head)
    return head and head.next
def total(node): return 1
def reverse(node): return node
def find(node, x): return None`,
};
const walk = "out = []\nwhile node: out.append(node.value); node = node.next\n";

/** Tests of what is no plain value: objects, classes and iterators of the program. */
export const judgingObjectShapes: JudgingShape[] = [
  ...apartAs(stack, {
    "methods of an object": "s = Stack()\ns.push(1).push(2)\nassert s.pop() == 2",
    "attributes of an object": "s = Stack([1])\ns.push(2)\nassert s.items == [1, 2]",
    "attributes that the test sets":
      "s = Stack()\ns.items = [4, 5]\ns.items.append(7)\nassert s.pop() == 7",
    "len, in, items and loops":
      "s = Stack([1, 2])\nassert len(s) == 2 and 2 in s and s[0] == 1 and list(s) == [1, 2] and bool(s)",
    "a property": inFunction("s = Stack([5])\nassert s.top == 5"),
    "the text of an object": "assert repr(Stack([1])) == 'Stack([1])' == str(Stack([1]))",
    "class of an object":
      "s = Stack([2])\nassert isinstance(s, Stack) and type(s) is Stack and s.__class__.__name__ == 'Stack' and s.top == 2",
    "objects and unittest": unittest(
      "self.s.push(7)\nself.assertEqual(self.s.pop(), 7)\nself.assertEqual(len(self.s), 1)",
      "    def setUp(self): self.s = Stack([1])\n",
    ),
    "objects in a list":
      "ss = [Stack([n]) for n in range(3)]\nassert [s.pop() for s in ss] == [0, 1, 2]",
    "hasattr and getattr":
      "s = Stack([1])\nassert hasattr(s, 'top') and not hasattr(s, 'x') and getattr(s, 'top') == 1",
  }),
  {
    name: "objects compared by the program",
    ...stack,
    tests: "a = Stack([1, 2])\nassert a == Stack().push(1).push(2) and a.pop() == 2",
    together: "compares objects of the program",
  },
  ...apartAs(nodes, {
    "objects between functions": "assert total(build([1, 2, 3])) == 6",
    "a walk through objects": inFunction(
      `node = reverse(build([1, 2]))\n${walk}assert out == [2, 1]`,
    ),
    "object or None": "assert find(build([1, 2]), 2) is not None and find(None, 1) is None",
    "one object twice": "n = build([1, 2])\nassert find(n, 2) is n.next is not None",
    "objects that the test makes": "assert total(Node(1, Node(2))) == 3",
  }),
  {
    name: "named tuples",
    right:
      "from collections import namedtuple\nP = namedtuple('P', 'x y')\ndef f(x): return P(x, x + 1)",
    wrong:
      "from collections import namedtuple\nP = namedtuple('P', 'x y')\ndef f(x): return P(x, x)",
    tests: "assert f(1) == (1, 2) and f(1).y == 2 and f(2)[1] == 3 and sum(f(1)) == 3",
  },
  {
    name: "data classes",
    right:
      "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\n    y: int = 0\ndef f(p): return P(p.y, p.x)",
    wrong:
      "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\n    y: int = 0\ndef f(p): return p",
    tests: "assert f(P(1, 2)).x == 2 and repr(f(P(1))) == 'P(x=0, y=1)'",
  },
  {
    name: "data classes compared",
    right:
      "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\ndef f(x): return P(x)",
    wrong:
      "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\ndef f(x): return P(-x)",
    tests: "assert f(1) == P(1)",
    together: "compares objects of the program",
  },
  {
    name: "enumerations",
    right:
      "from enum import Enum, IntEnum\nclass C(Enum):\n    A = 1\n    B = 2\nclass N(IntEnum):\n    ONE = 1\ndef f(x): return C(x)\ndef g(): return N.ONE",
    wrong:
      "from enum import Enum, IntEnum\nclass C(Enum):\n    A = 1\n    B = 2\nclass N(IntEnum):\n    ONE = 2\ndef f(x): return C.A\ndef g(): return N.ONE",
    tests: "assert f(2) == C.B and f(2) is C.B and f(1).name == 'A' and g() == 1 and g() + 1 == 2",
  },
  {
    name: "a class with operators",
    right:
      "class V:\n    def __init__(self, x): self.x = x\n    def __add__(self, o): return V(self.x + o.x)\n    def __rmul__(self, k): return V(k * self.x)\n    def __abs__(self): return abs(self.x)\n    def __float__(self): return float(self.x)",
    wrong:
      "class V:\n    def __init__(self, x): self.x = x\n    def __add__(self, o): return V(self.x)\n    def __rmul__(self, k): return V(self.x)\n    def __abs__(self): return self.x\n    def __float__(self): return 0.0",
    tests:
      "assert (V(1) + V(2)).x == 3 and (3 * V(2)).x == 6 and abs(V(-2)) == 2 and float(V(2)) == 2.0",
  },
  {
    name: "a class compared with plain values",
    right:
      "class M:\n    def __init__(self, x): self.x = x\n    def __eq__(self, o): return self.x == o",
    wrong:
      "class M:\n    def __init__(self, x): self.x = -x\n    def __eq__(self, o): return self.x == o",
    tests: "assert M(5) == 5",
    together: "by the program's own rules",
  },
  {
    name: "a subclass of list",
    right: "class L(list): pass\ndef f(x): return L([x, x])",
    wrong: "class L(list): pass\ndef f(x): return L([x])",
    tests: "assert f(1) == [1, 1] and len(f(2)) == 2 and 2 in f(2) and f(1) + [3] == [1, 1, 3]",
  },
  {
    name: "a context manager",
    right:
      "class M:\n    n = 0\n    def __enter__(self): self.n += 1; return self\n    def __exit__(self, *e): self.n += 10",
    wrong:
      "class M:\n    n = 0\n    def __enter__(self): return self\n    def __exit__(self, *e): self.n += 10",
    tests: "with M() as m:\n    n = m.n\nassert (n, m.n) == (1, 11)",
  },
  ...apartAs(
    {
      right:
        "def f(n):\n    for i in range(n): yield i * i\ndef g():\n    n = 0\n    while True:\n        yield n\n        n += 1\ndef h(xs): return map(abs, xs)",
      wrong:
        "def f(n):\n    for i in range(n): yield i\ndef g():\n    while True: yield 1\ndef h(xs): return map(str, xs)",
    },
    {
      "items of a generator": "assert list(f(3)) == [0, 1, 4] and sum(f(4)) == 14",
      "next of an endless generator":
        "g1 = g()\nassert [next(g1), next(g1), next(g1)] == [0, 1, 2]",
      "the first items of an endless generator":
        "import itertools\nassert list(itertools.islice(g(), 20)) == list(range(20))",
      "items of a map": "assert list(h([-1, 2])) == [1, 2] and set(h([-3])) == {3}",
      "two generators": "assert [a + b for a, b in zip(f(3), g())] == [0, 2, 6]",
      "the end of a generator": "it = f(3)\nassert sum(it) == 5 and next(it, 'end') == 'end'",
      "many items": "assert sum(f(300)) == sum(i * i for i in range(300))",
    },
  ),
];
