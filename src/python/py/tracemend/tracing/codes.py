"""What the tracer knows of a code object and of a source text before anything runs."""

import ast
import opcode
from collections import defaultdict
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS

_OP = opcode.opmap
_GLOBALS = {_OP[name] for name in ("LOAD_GLOBAL", "STORE_GLOBAL", "DELETE_GLOBAL")}
_EXTENDED = _OP["EXTENDED_ARG"]
_RETURN = _OP["RETURN_VALUE"]
_YIELD = _OP["YIELD_VALUE"]
_RESUME = _OP["RESUME"]
_RAISE = _OP["RAISE_VARARGS"]
# Where Python itself ends an iteration: the StopIteration met there is not the program's.
_ITERATES = {
    _OP[name] for name in ("FOR_ITER", "SEND", "END_SEND", "END_ASYNC_FOR", "CLEANUP_THROW")
}


class CodeFacts:
    """Facts of one code object that do not change while it runs."""

    def __init__(self, code):
        parameters = code.co_argcount + code.co_kwonlyargcount
        parameters += bool(code.co_flags & CO_VARARGS) + bool(code.co_flags & CO_VARKEYWORDS)
        self.is_function = bool(code.co_flags & CO_OPTIMIZED)
        self.is_module = code.co_name == "<module>"
        self.is_class_body = not self.is_function and not self.is_module
        self.parameters = frozenset(code.co_varnames[:parameters])
        self.globals = tuple(_global_names(code)) if self.is_function else ()
        self.awaits = bool(code.co_flags & (CO_COROUTINE | CO_ASYNC_GENERATOR))
        self.is_async_generator = bool(code.co_flags & CO_ASYNC_GENERATOR)
        self.is_expression = code.co_name == "<genexpr>"
        self.name = code.co_qualname.replace("<locals>.", "")
        # Python's own: annotations evaluated late, and the scopes of type parameters.
        self.is_hidden = code.co_name == "__annotate__" or code.co_name.startswith("<generic")
        self._code = code
        self._bytes = code.co_code

    def begins(self, at):
        """Whether a call event at this offset is a call, not a generator that goes on."""
        return self._bytes[at] == _RESUME and self._bytes[at + 1] & 3 == 0

    def returns(self, at):
        return self._bytes[at] == _RETURN

    def yields(self, at):
        """Whether a value is yielded to the consumer, not to an event loop."""
        return self._bytes[at] == _YIELD and not (self.awaits and self._bytes[at + 1] & 1)

    def raises(self, at):
        return self._bytes[at] == _RAISE

    def iterates(self, at):
        return self._bytes[at] in _ITERATES


def _global_names(code):
    """The names that a function's code uses as globals, in the order of their first use."""
    found, extended = {}, 0
    content = code.co_code
    for at in range(0, len(content), 2):
        operation, argument = content[at], content[at + 1] | extended
        extended = argument << 8 if operation == _EXTENDED else 0
        if operation in _GLOBALS:
            # LOAD_GLOBAL keeps a flag in the lowest bit.
            index = argument >> 1 if operation == _OP["LOAD_GLOBAL"] else argument
            found[code.co_names[index]] = True
    return found


class SourceFacts:
    """Where a text defines what is no state, and where its functions' `def` lines are."""

    def __init__(self, text):
        self._names = defaultdict(set)
        self._binds_anything = set()
        self._def_lines = {}
        try:
            nodes = ast.walk(ast.parse(text))
        except SyntaxError, ValueError, RecursionError, MemoryError:
            return
        for node in nodes:
            self._read(node)

    def def_line(self, code):
        """The line of the `def`, which stands below the decorators where a code's first line is."""
        return self._def_lines.get(code.co_firstlineno, code.co_firstlineno)

    def defines(self, line, name):
        """Whether the line binds the name to a function, a class or something imported."""
        return name in self._names.get(line, ()) or line in self._binds_anything

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
                        self._binds_anything.update(range(node.lineno, node.end_lineno + 1))
                    name = alias.asname or alias.name.partition(".")[0]
                    self._define(node.lineno, node.end_lineno, name)

    def _define(self, first, last, name):
        for line in range(first, last + 1):
            self._names[line].add(name)
