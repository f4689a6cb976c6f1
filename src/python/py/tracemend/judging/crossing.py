"""What a test's values are in asks, and replies in the test, where they are neither scalars nor
containers: stand-ins, functions, iterators, classes.
"""

import itertools
import sys
import types

from tracemend.judging.heap import JUDGE, Heap
from tracemend.judging.named import builtin_class, form_of_named
from tracemend.judging.plain import Malformed, NotPlain
from tracemend.judging.remote import Remote, State, state_of
from tracemend.judging.shipping import parts_of
from tracemend.running.bounds import TESTS

MAX_ITERATED = 10_000


class Crossing:
    """The heap of one replay. `owner` is the `Replay`, `errors` its `ErrorClasses`; `ours` are
    names of the test's namespace that mean the same beside the program.
    """

    def __init__(self, owner, errors, ours):
        self.heap = Heap(JUDGE, self._form_of_other, self._value_of_other)
        self._owner = owner
        self._errors = errors
        self._ours = ours
        self._remotes = {}
        self._functions = {}
        self._opened = set()
        self._temporary = sys.maxsize
        self._temporary = self._references_of_a_temporary()

    def _form_of_other(self, value, form_of):
        kind = type(value)
        if kind is Remote:
            return state_of(value).form
        known = self._errors.form_of(value) or form_of_named(value)
        if known:
            return known
        if kind is types.FunctionType and value.__code__.co_filename == TESTS:
            return self._function(value, form_of)
        if kind in _ITERATORS:
            return self._iterator(value, form_of)
        raise NotPlain(f"a {kind.__name__} is no plain value")

    def _function(self, function, form_of):
        number = self._functions.get(function)
        if number is not None:
            return ["given", number]
        if function in self._opened:
            raise NotPlain("a function that refers to itself cannot leave the test")
        self._opened.add(function)
        parts = parts_of(function, form_of, self._ours)
        number = self._functions[function] = len(self._functions)
        return ["function", {"number": number, **parts}]

    def _iterator(self, iterator, form_of):
        references = sys.getrefcount(iterator)
        if self._temporary == sys.maxsize:
            self._temporary = references
            return ["iter", []]
        if references > self._temporary:
            raise NotPlain("the test keeps an iterator that the program may use up")
        items = list(itertools.islice(iterator, MAX_ITERATED + 1))
        if len(items) > MAX_ITERATED:
            raise NotPlain(f"the iterator gives more than {MAX_ITERATED} items")
        return ["iter", [form_of(item) for item in items]]

    def _references_of_a_temporary(self):
        self._probe(iter(()))
        return self._temporary

    def _probe(self, *values):
        self.heap.send([*values])

    def _value_of_other(self, tag, content, value_of):
        if tag == "live":
            return self._live(content, value_of)
        if tag == "class":
            return builtin_class(content)
        if tag == "error":
            return self._errors.standard(content)
        if tag == "given":
            for function, number in self._functions.items():
                if number == content:
                    return function
            raise Malformed("this function was not given")
        return NotImplemented

    def _live(self, content, value_of):
        if type(content) is int:
            return self._remotes[content]
        number = content["number"]
        if number in self._remotes:
            raise Malformed("two objects have one number")
        if content["error"] is not None:
            self._remotes[number] = self._errors.define(number, content["error"], value_of)
        else:
            own = frozenset(content["own"])
            state = State(
                self._owner, ["live", number], str(content["type"]), own, content["base"] is True
            )
            self._remotes[number] = Remote(state)
        return self._remotes[number]


_ITERATORS = {
    types.GeneratorType,
    map,
    filter,
    zip,
    enumerate,
    reversed,
    *(
        type(iter(each))
        for each in ([], (), "", "é", b"", set(), {}, {}.values(), {}.items(), range(0))
    ),
    type(reversed([])),
    type(reversed({})),
    type(iter(int, 0)),
    *(kind for kind in vars(itertools).values() if isinstance(kind, type)),
}
