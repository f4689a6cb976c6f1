"""What the tracer knows of a source text before anything runs."""

import ast
import re
from collections import Counter, defaultdict

# With these a program can change variables where no instruction of its own stores to them.
_REACHES_FRAMES = re.compile(r"\b(?:_getframe|f_locals|_current_frames|currentframe|ctypes|gc)\b")
# And with these its module's variables.
_REACHES_MODULE = re.compile(
    r"\b(?:globals|locals|vars|setattr|delattr|__dict__|modules|exec|eval|__main__|program|builtins)\b"
)
# Iterators that call something of C, which may change a value, as in `map(items.append, more)`.
_CALLS_IN_ITERATORS = re.compile(r"\b(?:map|filter|iter|itertools|exec|eval|__import__)\b")
_LOOPS = (ast.For, ast.AsyncFor, ast.While)


class SourceFacts:
    """Where a text defines what is no state, and where its functions' `def` lines and loops are."""

    def __init__(self, text):
        self._names = defaultdict(set)
        self.binds_anything = set()
        self._def_lines = {}
        # A loop's line to the first and last line of its body, where header and body are apart.
        self.headers = {}
        # The lines of these that are `for` loops.
        self.simple_fors = set()
        # The `while` loops with something of their body on their header's lines.
        self.tight_whiles = []
        # How often each name is bound, and what is defined at the top.
        self.bindings = Counter()
        self.defined_once = set()
        self.reaches_frames = bool(_REACHES_FRAMES.search(text))
        self.reaches_module = bool(_REACHES_MODULE.search(text))
        self.calls_in_iterators = bool(_CALLS_IN_ITERATORS.search(text))
        try:
            tree = ast.parse(text)
        except SyntaxError, ValueError, RecursionError, MemoryError:
            return
        for node in ast.walk(tree):
            self._read(node)
        self.defined_once = set(_top_definitions(tree))

    def def_line(self, code):
        """The line of the `def`, which stands below the decorators where a code's first line is."""
        return self._def_lines.get(code.co_firstlineno, code.co_firstlineno)

    def defined_on(self, line):
        """The names that the line binds to a function, a class or something imported."""
        return self._names.get(line, ())

    def defines(self, line, name):
        """Whether the line binds the name to a function, a class or something imported."""
        return name in self._names.get(line, ()) or line in self.binds_anything

    def _read(self, node):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                first = min([item.lineno for item in node.decorator_list], default=node.lineno)
                self._def_lines[first] = node.lineno
                self._define(first, node.lineno, node.name)
            case ast.TypeAlias(ast.Name(name)):
                self._define(node.lineno, node.end_lineno, name)
            case ast.Import(names) | ast.ImportFrom(_, names):
                for alias in names:
                    if alias.name == "*":
                        self.binds_anything.update(range(node.lineno, node.end_lineno + 1))
                    name = alias.asname or alias.name.partition(".")[0]
                    self._define(node.lineno, node.end_lineno, name)
            case ast.For() | ast.AsyncFor() | ast.While():
                self._read_loop(node)
            case ast.Name(name, ast.Store() | ast.Del()) | ast.ExceptHandler(name=str(name)):
                self.bindings[name] += 1
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                self.bindings[name] += 1
            case ast.MatchMapping(rest=str(name)):
                self.bindings[name] += 1
            case ast.Global(names):
                self.bindings.update(names)

    def _define(self, first, last, name):
        self.bindings[name] += 1
        for line in range(first, last + 1):
            self._names[line].add(name)

    def _read_loop(self, node):
        header = node.test if isinstance(node, ast.While) else node.iter
        first, last = node.body[0].lineno, node.body[-1].end_lineno
        if isinstance(node, ast.While) and (header.lineno != header.end_lineno):
            self.tight_whiles.append(node)
        elif node.lineno == header.end_lineno and first > node.lineno:
            is_while = isinstance(node, ast.While)
            if is_while or not _has_inner_loop(node):
                self.headers[node.lineno] = (first, last)
            if not is_while and node.lineno in self.headers:
                self.simple_fors.add(node.lineno)
        elif isinstance(node, ast.While):
            self.tight_whiles.append(node)


def _has_inner_loop(loop):
    """Whether the header of a `for` has a comprehension."""
    inner = (ast.ListComp, ast.SetComp, ast.DictComp)
    return any(
        isinstance(node, inner) for part in (loop.iter, loop.target) for node in ast.walk(part)
    )


def _top_definitions(tree):
    """Names of undecorated functions and classes, and of imports, outside of everything else."""
    for node in tree.body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                if not node.decorator_list:
                    yield node.name
            case ast.Import(names) | ast.ImportFrom(_, names):
                for alias in names:
                    yield alias.asname or alias.name.partition(".")[0]


class Sources:
    """The texts of a run, by file name, and what only all of them together tell."""

    def __init__(self, texts, filenames):
        self.of = {filename: SourceFacts(texts.get(filename, "")) for filename in filenames}
        every = [*self.of.values()]
        self.reaches_frames = any(one.reaches_frames for one in every)
        self.calls_in_iterators = any(one.calls_in_iterators for one in every)
        self.bound = sum((one.bindings for one in every), Counter())
        self._is_closed = not self.reaches_frames and not any(
            one.reaches_module or one.binds_anything for one in every
        )
        defined = set().union(*(one.defined_once for one in every))
        self._defined_once = {name for name in defined if self.bound[name] == 1}

    def is_constant(self, name):
        """Whether the name means one thing of the module's, or of Python's, once it is defined."""
        return self._is_closed and (name in self._defined_once or name not in self.bound)
