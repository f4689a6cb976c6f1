"""What the tracer knows of a code object before it runs."""

import opcode
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS
from types import BuiltinFunctionType, FunctionType, ModuleType

from tracemend.running.bounds import PLACES
from tracemend.tracing.lines import ABSENT, is_own_name, plans_of
from tracemend.tracing.loops import TightLoops

_OP = opcode.opmap
_GLOBALS = {_OP[name] for name in ("LOAD_GLOBAL", "STORE_GLOBAL", "DELETE_GLOBAL")}
_EXTENDED = _OP["EXTENDED_ARG"]
_FOR = _OP["FOR_ITER"]
_END_FOR = _OP["END_FOR"]
_YIELD = _OP["YIELD_VALUE"]
_RAISE = _OP["RAISE_VARARGS"]
# Where Python itself ends an iteration: the StopIteration met there is not the program's.
_ITERATES = {
    _OP[name] for name in ("FOR_ITER", "SEND", "END_SEND", "END_ASYNC_FOR", "CLEANUP_THROW")
}
_CONSTANT = frozenset({FunctionType, type, ModuleType, BuiltinFunctionType})


class CodeFacts:
    """Facts of one code object that do not change while it runs."""

    def __init__(self, code, sources):
        source = sources.of[code.co_filename]
        parameters = code.co_argcount + code.co_kwonlyargcount
        parameters += bool(code.co_flags & CO_VARARGS) + bool(code.co_flags & CO_VARKEYWORDS)
        self.is_function = bool(code.co_flags & CO_OPTIMIZED)
        self.is_module = code.co_name == "<module>"
        self.is_class_body = not self.is_function and not self.is_module
        self.parameters = frozenset(code.co_varnames[:parameters])
        names = _global_names(code) if self.is_function else ()
        self.globals = tuple(name for name in names if not is_own_name(name))
        self._is_constant = sources.is_constant
        self.awaits = bool(code.co_flags & (CO_COROUTINE | CO_ASYNC_GENERATOR))
        self.is_async_generator = bool(code.co_flags & CO_ASYNC_GENERATOR)
        self.is_expression = code.co_name == "<genexpr>"
        # Module and class bodies return nothing.
        self.shows_return = self.is_function
        self.name = code.co_qualname.replace("<locals>.", "")
        # Python's own: annotations evaluated late, and the scopes of type parameters.
        self.is_hidden = code.co_name == "__annotate__" or code.co_name.startswith("<generic")
        self.code = code
        self.source = source
        self.place_name = PLACES[code.co_filename]
        self.place = [*PLACES].index(code.co_filename)
        self.def_line = source.def_line(code)
        self.plans = plans_of(code, source, sources, self.is_function)
        # The same by index.
        self.plan_at = [self.plans.get(at) for at in range(max(self.plans) + 1)]
        # What was seen of locals that have no value yet.
        self.has_own_names = any(map(is_own_name, code.co_varnames))
        names = (name for plan in self.plans.values() for name in plan.stores)
        self.blank = dict.fromkeys(names if self.is_function else (), ABSENT)
        loops = TightLoops(code, source)
        self.loops = loops if loops.heads else None
        self.has_loops = bool(loops.heads) or any(plan.body for plan in self.plans.values())
        # Whether only the lines themselves can bind its locals.
        self._is_closed = self.is_function and not (code.co_cellvars or code.co_freevars)
        self._is_closed = self._is_closed and not sources.reaches_frames
        # Whether a variable may change without a store on the line that runs.
        self.is_watched = True
        self._bytes = code.co_code
        self._lines = {
            at: line for first, end, line in code.co_lines() for at in range(first, end, 2)
        }
        self._past_for = {*self._offsets_past_for()}

    def leave_out_constants(self, namespace):
        """Forget the globals that are functions, classes or modules for the rest of the run."""
        self.globals = tuple(
            name
            for name in self.globals
            if not self._is_constant(name) or type(namespace.get(name, len)) not in _CONSTANT
        )
        self.is_watched = not self._is_closed or bool(self.globals)

    def yields(self, at):
        """Whether a value is yielded to the consumer, not to an event loop."""
        return self._bytes[at] == _YIELD and not (self.awaits and self._bytes[at + 1] & 1)

    def line_at(self, at):
        return self._lines.get(at)

    def is_past_for(self, at):
        """Whether a loop with its header on lines of its own has taken an item at this offset."""
        return at in self._past_for

    def _offsets_past_for(self):
        for at in range(0, len(self._bytes), 2):
            line = self._lines.get(at)
            if self._bytes[at] == _FOR and line in self.source.simple_fors:
                # Up to where the body begins, or the loop ends.
                after = at + 4
                while self._lines.get(after) == line and self._bytes[after] != _END_FOR:
                    yield after
                    after += 2

    def raises(self, at):
        return self._bytes[at] == _RAISE

    def ends_iteration(self, exception, at):
        """Whether the exception is how Python itself ends an iteration, or closes a generator."""
        if isinstance(exception, GeneratorExit):
            return not self.raises(at)
        if isinstance(exception, (StopIteration, StopAsyncIteration)):
            return self._bytes[at] in _ITERATES
        return False

    def arguments_among(self, changes):
        """Of names and texts in turn those of the parameters."""
        if not self.is_watched and len(changes) == 2 * len(self.parameters):
            return changes
        pairs = zip(changes[::2], changes[1::2], strict=True)
        return [text for name, value in pairs if name in self.parameters for text in (name, value)]


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
