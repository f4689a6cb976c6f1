"""Imports that are missing: names of well-known modules and of what is in them."""

import ast
import builtins

from ..edits import Edit, replace

FAMILY = "missing import"
_MODULES = (
    "bisect", "cmath", "collections", "copy", "datetime", "decimal", "fractions", "functools",
    "hashlib", "heapq", "itertools", "json", "math", "operator", "os", "random", "re",
    "statistics", "string", "sys", "time",
)  # fmt: skip
_ALIASES = {"hq": "heapq", "dt": "datetime", "it": "itertools", "ft": "functools"}
_MEMBERS = {
    "collections": ("Counter", "OrderedDict", "defaultdict", "deque", "namedtuple"),
    "functools": ("cache", "cmp_to_key", "lru_cache", "partial", "reduce"),
    "heapq": ("heapify", "heappop", "heappush", "merge", "nlargest", "nsmallest"),
    "itertools": (
        "accumulate", "chain", "combinations", "count", "cycle", "groupby", "islice",
        "permutations", "product", "repeat", "takewhile", "zip_longest",
    ),
    "math": (
        "ceil", "comb", "factorial", "floor", "gcd", "inf", "isqrt", "lcm", "log", "log2",
        "log10", "pi", "prod", "sqrt",
    ),
    "bisect": ("bisect", "bisect_left", "bisect_right", "insort"),
    "copy": ("deepcopy",),
    "operator": ("itemgetter",),
    "typing": ("Any", "Callable", "Dict", "List", "Optional", "Set", "Tuple", "Union"),
    "dataclasses": ("dataclass", "field"),
}  # fmt: skip
_PI = (3.14, 3.141, 3.1415, 3.1416, 3.14159)


def missing(source, _context, node):
    """An `import` for a name that nothing binds."""
    for name in sorted(_unbound(node)):
        for statement in _imports_of(name):
            yield _at_top(source, node, statement)


def circle(source, _context, node):
    """`math.pi` for what is nearly that."""
    if node.value not in _PI or isinstance(node.value, bool):
        return
    if "math" in _bound(source.tree):
        yield replace(source, node, "math.pi", "constant", 0.6)
        return
    # Two places, so that one edit holds all between them.
    at = source.start(_first(source.tree))
    text = "import math\n" + source.text[at : source.start(node)] + "math.pi"
    start, end = source.start(node), source.end(node)
    line = source.line(start)
    yield Edit(at, end, text, "constant", 0.5, line, (start, end))


def _imports_of(name):
    if name in _MODULES:
        yield f"import {name}"
    if name in _ALIASES:
        yield f"import {_ALIASES[name]} as {name}"
    for module, members in _MEMBERS.items():
        if name in members:
            yield f"from {module} import {name}"


def _at_top(source, tree, statement):
    offset = source.start(_first(tree))
    line = source.line(offset)
    about = (statement,)
    return Edit(offset, offset, f"{statement}\n", FAMILY, 0.9, line, (offset, offset), about)


def _first(tree):
    """The first statement that an import may stand before."""
    for statement in tree.body:
        is_future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
        is_bare = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        if not is_future and not is_bare:
            return statement
    return tree.body[-1]


def _unbound(tree):
    read = {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    return read - _bound(tree) - set(dir(builtins))


def _bound(tree):
    """Every name that some part of the program binds."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.alias):
            found.add((node.asname or node.name).partition(".")[0])
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
            found.add(node.name)
    return found


OPERATORS = ((ast.Module, missing), (ast.Constant, circle))
