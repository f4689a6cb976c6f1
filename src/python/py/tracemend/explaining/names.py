"""Names that have no value: never given, misspelt, not imported, local, or not yet given."""

import ast
import builtins
import re
import sys

from tracemend.explaining.near import near
from tracemend.explaining.reading import COMPREHENSIONS, FUNCTIONS, parameters
from tracemend.explaining.telling import Told, code, listing, sentences

# What is often used before it is imported, with the module it comes from.
_HOMES = {
    "sqrt": "math", "ceil": "math", "floor": "math", "pi": "math", "gcd": "math", "log": "math",
    "factorial": "math", "isqrt": "math", "prod": "math", "inf": "math",
    "Counter": "collections", "defaultdict": "collections", "deque": "collections",
    "OrderedDict": "collections", "namedtuple": "collections",
    "reduce": "functools", "lru_cache": "functools", "cache": "functools", "partial": "functools",
    "permutations": "itertools", "combinations": "itertools", "product": "itertools",
    "chain": "itertools", "groupby": "itertools", "accumulate": "itertools",
    "List": "typing", "Dict": "typing", "Optional": "typing", "Tuple": "typing", "Any": "typing",
    "Set": "typing", "Union": "typing", "Callable": "typing", "Iterable": "typing",
    "dataclass": "dataclasses", "field": "dataclasses", "Enum": "enum", "Decimal": "decimal",
    "Fraction": "fractions", "randint": "random", "shuffle": "random", "choice": "random",
    "heappush": "heapq", "heappop": "heapq", "heapify": "heapq", "bisect_left": "bisect",
    "bisect_right": "bisect", "deepcopy": "copy", "timedelta": "datetime", "sleep": "time",
    "ABC": "abc", "abstractmethod": "abc", "mean": "statistics", "median": "statistics",
    "itemgetter": "operator", "StringIO": "io",
}  # fmt: skip
# What other languages, and Python 2, call it.
_ELSEWHERE = {
    "true": "True", "false": "False", "none": "None", "null": "None", "nil": "None", "NULL": "None",
    "undefined": "None", "this": "self", "xrange": "range", "raw_input": "input", "unicode": "str",
    "unichr": "chr", "long": "int", "basestring": "str", "string": "str", "strlen": "len",
    "boolean": "bool", "println": "print", "printf": "print", "echo": "print",
    "length": "len", "lenght": "len", "Exeption": "Exception",
}  # fmt: skip
_LOCAL = re.compile(r"^cannot access local variable '(.+)' where")


def explain(scene):
    """A NameError: what the name may have been meant to be."""
    name = scene.exception.name
    node = scene.node
    if not isinstance(name, str) or "free variable" in scene.message:
        return None
    if isinstance(node, ast.Delete) or "name" not in scene.message:
        return None
    title = f"{code(name)} has no value here"
    used = f"Line {scene.level.line} uses {code(name)}"
    for known in (_as_import, _as_other_language, _as_self, _as_later, _as_inner, _as_slip):
        found = known(scene, name)
        if found is not None:
            happened, hint = found
            return Told(title, f"{used}, {happened}", hint)
    if scene.level.place == "tests":
        return Told(
            title,
            f"{used}, but neither the program nor the tests define it.",
            f"Define {code(name)} in the program, with exactly this name.",
        )
    return Told(
        title, f"{used}, but no line before that gives it a value.", _undefined_hint(scene, name)
    )


def _undefined_hint(scene, name):
    parent = scene.reading.parent(scene.node) if scene.node is not None else None
    if isinstance(parent, ast.Call) and parent.func is scene.node:
        return f"Define a function {code(name)}, or import it from where it is."
    if isinstance(parent, ast.Attribute):
        return f"Give {code(name)} a value first; if it is a module, import it under this name."
    return f"Give {code(name)} a value first; if it is meant as a text, put it in quotes."


def _as_import(scene, name):
    parent = scene.reading.parent(scene.node) if scene.node is not None else None
    if isinstance(parent, ast.Attribute) and name in sys.stdlib_module_names:
        return "which is a module of Python's that is not imported.", (
            f"Write {code('import ' + name)} at the top."
        )
    aliases = {
        "np": "numpy",
        "pd": "pandas",
        "plt": "matplotlib.pyplot",
        "hq": "heapq",
        "dt": "datetime",
        "it": "itertools",
    }
    if isinstance(parent, ast.Attribute) and name in aliases:
        line = f"import {aliases[name]} as {name}"
        return f"which usually stands for {code(aliases[name])}; it is not imported.", (
            f"Write {code(line)} at the top."
        )
    if name in _HOMES:
        home = _HOMES[name]
        return f"which is not imported; Python has it in its module {code(home)}.", (
            f"Write {code(f'from {home} import {name}')} at the top."
        )
    return None


def _as_other_language(scene, name):
    meant = _ELSEWHERE.get(name)
    if meant is None or (meant == "self" and _method_around(scene) is None):
        return None
    return "which is no word of Python's.", f"In Python it is {code(meant)}."


def _as_self(scene, name):
    """A method or attribute of the class that the line stands in, without `self.` before it."""
    method = _method_around(scene)
    if method is None or not method.args.args:
        return None
    owner = scene.reading.scope(method)
    own = method.args.args[0].arg
    if any(isinstance(node, FUNCTIONS) and node.name == name for node in owner.body):
        return f"but that is a method of {code(owner.name)}: it belongs to an object.", (
            f"Call it on the object: {code(f'{own}.{name}(…)')}."
        )
    if _sets_attribute(owner, name):
        return f"but in {code(owner.name)} it is an attribute of the object.", (
            f"Write {code(f'{own}.{name}')}."
        )
    return None


def _method_around(scene):
    if scene.node is None:
        return None
    for outer in scene.reading.ancestors(scene.node):
        if isinstance(outer, FUNCTIONS):
            is_method = isinstance(scene.reading.scope(outer), ast.ClassDef)
            return outer if is_method else None
    return None


def _sets_attribute(owner, name):
    return any(
        isinstance(node, ast.Attribute)
        and node.attr == name
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
        for node in ast.walk(owner)
    )


def _as_later(scene, name):
    """Given a value further down in the same text."""
    reading = scene.reading
    bindings = reading.bindings(name, reading.tree)
    later = [node for node in bindings if _line(reading, node) >= scene.level.line]
    if not later or len(later) < len(bindings):
        return None
    line = _line(reading, later[0])
    if line == scene.level.line and _as_slip(scene, name) is None:
        # `x = x + 1` as the first use of x.
        return "but it has no value yet that this line could start from.", (
            f"Give {code(name)} a first value on a line before."
        )
    if line == scene.level.line:
        return None
    verb = "defines it" if isinstance(later[0], (*FUNCTIONS, ast.ClassDef)) else "gives it a value"
    return f"but only line {line}, which had not run yet, {verb}.", (
        f"Move line {line} up, above what uses it."
    )


def _line(reading, node):
    return node.lineno if hasattr(node, "lineno") else reading.statement(node).lineno


def _as_inner(scene, name):
    """Known in a function, class or comprehension that the line does not stand in."""
    reading = scene.reading
    around = set(map(id, reading.ancestors(scene.node))) if scene.node is not None else set()
    for node in reading.nodes:
        if id(node) in around:
            continue
        if isinstance(node, FUNCTIONS):
            known = any(parameter.arg == name for parameter in parameters(node))
            bindings = reading.bindings(name, node)
            if any(isinstance(binding, ast.alias) for binding in bindings):
                return f"but it is imported only inside {code(node.name)}.", (
                    "Move that import to the top."
                )
            if known or bindings:
                return f"but it is a variable of {code(node.name)}, known only inside it.", (
                    f"Let {code(node.name)} return it, and use what the call gives."
                )
        elif isinstance(node, ast.ClassDef) and reading.bindings(name, node):
            return f"but it belongs to the class {code(node.name)}.", (
                f"Write {code(f'{node.name}.{name}')}."
            )
        elif isinstance(node, (*COMPREHENSIONS, ast.GeneratorExp)) and _loops_over(node, name):
            return f"but it exists only inside the comprehension of line {node.lineno}.", None
    return None


def _loops_over(comprehension, name):
    targets = [part for loop in comprehension.generators for part in ast.walk(loop.target)]
    return any(isinstance(part, ast.Name) and part.id == name for part in targets)


def _as_slip(scene, name):
    frame = scene.level.frame
    own = [n for n in (*frame.f_locals, *frame.f_globals) if isinstance(n, str)]
    own = [n for n in own if not n.startswith("__")]
    found = near(name, own)
    if not found:
        found = near(name, [n for n in dir(builtins) if not n.startswith("_")], 1)
    if not found:
        return None
    meant = listing(map(code, found), "or")
    return f"which is not known; {meant} is." if len(found) == 1 else (
        f"which is not known, but {listing(map(code, found))} are."
    ), f"If {meant} is meant, correct the spelling."


def explain_unbound(scene):
    """An UnboundLocalError: why the name is the function's own, and why it has no value yet."""
    match = _LOCAL.match(scene.message)
    scope = scene.scope
    if match is None or not isinstance(scope, FUNCTIONS):
        return None
    name = match[1]
    reading, function = scene.reading, code(f"{scope.name}")
    bindings = [node for node in reading.bindings(name, scope) if hasattr(node, "lineno")]
    if not bindings:
        return None
    title = f"{code(name)} has no value yet in {function}"
    lines = sorted({node.lineno for node in bindings})
    where = f"line{'s' if len(lines) > 1 else ''} {listing(map(str, lines[:4]))}"
    gives = "gives" if len(lines) == 1 else "give"
    is_local = (
        f"{where[0].upper()}{where[1:]} {gives} {code(name)} a value, which makes it a "
        f"variable of {function} alone, on all of its lines."
    )
    if name in scene.level.frame.f_globals and reading.bindings(name, reading.tree):
        return Told(
            title,
            sentences(
                is_local,
                f"So line {scene.level.line} does not see the {code(name)} outside the function, "
                "and its own has no value yet.",
            ),
            f"Give it another name, pass it in as a parameter, or write "
            f"{code('global ' + name)} at the top of {function} if the outer one is to change.",
        )
    return Told(title, *_why_unset(scene, name, bindings, is_local))


def _why_unset(scene, name, bindings, is_local):
    """What happened and what to do, where the function alone has the name."""
    reading, line = scene.reading, scene.level.line
    deleted = [n for n in bindings if isinstance(getattr(n, "ctx", None), ast.Del)]
    if deleted and deleted[0].lineno < line:
        return f"Line {deleted[0].lineno} deleted it before line {line} used it.", None
    first = f"Give {code(name)} a first value at the top of the function."
    before = [node for node in bindings if node.lineno < line]
    if not before:
        return sentences(is_local, f"Line {line} uses it before that."), first
    loops = [node for node in before if _is_target(reading, node)]
    if len(loops) == len(before):
        return (
            f"Only the loop of line {loops[0].lineno} gives {code(name)} a value, and it had "
            "nothing to go through: it ran no time.",
            f"{first} It then holds when the loop does not run.",
        )
    handlers = [node for node in before if isinstance(node, ast.ExceptHandler)]
    if handlers:
        return (
            f"{code(name)} stands for an exception only inside the {code('except')} of line "
            f"{handlers[0].lineno}; Python removes it at the end of that block.",
            "Keep what is needed of it under another name.",
        )
    lines = listing(map(str, sorted({node.lineno for node in before})[:4]), "or")
    return (
        f"It gets a value only in line {lines}, which did not run in this call, so line {line} "
        "found none.",
        first,
    )


def _is_target(reading, node):
    loop = reading.around(node, (ast.For, ast.AsyncFor))
    return loop is not None and any(node is part for part in ast.walk(loop.target))
