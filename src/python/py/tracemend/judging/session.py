"""One test's share of the program's interpreter: the program's module, what the test may refer to,
and the operations that it asks for.
"""

import builtins
import operator
import sys

from tracemend.judging import rewriting
from tracemend.judging.heap import PROGRAM, Heap
from tracemend.judging.named import form_of_builtin_class, form_of_standard_error, value_of_named
from tracemend.judging.operations import OPERATIONS, own_methods, plain_base
from tracemend.judging.plain import Malformed, NotPlain
from tracemend.judging.shipping import function_from


class Session:
    """Live objects never leave it: a test refers to them by number."""

    def __init__(self, module):
        self._module = module
        self._heap = Heap(PROGRAM, self._form_of_other, self._value_of_other)
        self._live = []
        self._numbers = {}
        self._given = {}
        self._late = {}
        # What a test's rewritten code means beside the program.
        self._ours = {
            rewriting.TYPE: type,
            rewriting.IS: operator.is_,
            rewriting.METHOD: OPERATIONS["method"],
            rewriting.VARIABLE: self._global,
        }

    def perform(self, ask):
        """What the asked operation gives. Exceptions of the program propagate."""
        sys.modules["program"] = self._module
        forms = [*ask["args"], *(form for _, form in ask["kwargs"])]
        if ask["kind"] == "call":
            forms.insert(0, ["global", ask["function"]])
        values = self._heap.receive(forms, ask.get("heap", ()))
        self._heap.forget(ask.get("forget", ()))
        names = [name for name, _ in ask["kwargs"]]
        positional = values[: len(values) - len(names)]
        kwargs = dict(zip(names, values[len(positional) :], strict=True))
        operation = "call" if ask["kind"] == "call" else ask["operation"]
        if operation == "global":
            return self._global(*positional)
        if operation == "following":
            return self._following(*positional)
        return OPERATIONS[operation](*positional, **kwargs)

    def describe(self, values):
        """`(forms, changes)`, for the reply. Raises NotPlain where a value is too large."""
        known = len(self._live)
        try:
            return self._heap.send(values)
        except NotPlain:
            for value in self._live[known:]:
                del self._numbers[id(value)]
            del self._live[known:]
            raise

    def hold(self, value):
        """The form of a value as a live object, even of one that could be carried."""
        return self._live_form(value, lambda part: self._form_of_other(part, None))

    def _global(self, name):
        try:
            return vars(self._module)[name]
        except KeyError:
            if hasattr(builtins, name):
                return getattr(builtins, name)
            raise NameError(f"name {name!r} is not defined", name=name) from None

    def _following(self, iterator, count):
        """Up to `count` items. An exception after the first is raised when more is asked for."""
        late = self._late.pop(id(iterator), None)
        if late is not None:
            raise late
        items = [next(iterator)]
        try:
            for _ in range(count - 1):
                items.append(next(iterator))
        except Exception as error:
            self._late[id(iterator)] = error
        return items

    def _form_of_other(self, value, form_of):
        if id(value) in self._given and self._given[id(value)][1] is value:
            return ["given", self._given[id(value)][0]]
        return (
            form_of_builtin_class(value)
            or form_of_standard_error(value)
            or self._live_form(value, form_of)
        )

    def _live_form(self, value, form_of):
        number = self._numbers.get(id(value))
        if number is not None:
            return ["live", number]
        number = self._numbers[id(value)] = len(self._live)
        self._live.append(value)
        kind = type(value)
        return [
            "live",
            {
                "number": number,
                "type": type.__getattribute__(kind, "__name__"),
                "own": own_methods(kind),
                "base": plain_base(kind) is not None,
                "error": self._error_class(value, form_of),
            },
        ]

    def _error_class(self, value, form_of):
        """Of an exception class that the program defines: its name and bases."""
        if not isinstance(value, type) or BaseException not in type.mro(value):
            return None
        bases = type.__getattribute__(value, "__bases__")
        return {
            "name": type.__getattribute__(value, "__name__"),
            "bases": [form_of(base) for base in bases],
        }

    def _value_of_other(self, tag, content, value_of):
        if tag == "live":
            return self._live[content]
        if tag == "global":
            return self._global(content)
        if tag == "name":
            return value_of_named(content)
        if tag == "iter":
            return iter([value_of(form) for form in content])
        if tag == "function":
            function = function_from(content, value_of, self._ours)
            self._given[id(function)] = (content["number"], function)
            return function
        if tag == "given":
            for number, function in self._given.values():
                if number == content:
                    return function
            raise Malformed("this function was not given")
        return NotImplemented
