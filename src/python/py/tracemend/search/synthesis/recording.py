"""The states in which an expression of the program is evaluated, and its values there."""

import ast
import sys
from dataclasses import dataclass

from ..mutants import is_woven
from .values import NO_VALUE, kept

# States of one expression: under one unit, and units of either kind.
_VISITS = 6
_UNITS = 3


@dataclass(frozen=True, slots=True)
class Visit:
    """One evaluation: under which unit, whether the buggy program fails it, the local and
    global variables, and the value; NO_VALUE where evaluating raised.
    """

    unit: int
    failing: bool
    names: dict
    around: dict
    value: object


class Asked:
    """What stands in a running program for one of its expressions: `answer` gives its value."""

    def __init__(self, text):
        """Raises SyntaxError where `text` is no expression."""
        tree = ast.parse(f"({text}\n)", mode="eval")
        self._code = compile(tree, "<program>", "eval", dont_inherit=True)
        self._is_scope = any(isinstance(node, _SCOPES) for node in ast.walk(tree))

    def __call__(self, names):
        """Its value for the code that asks, with that code's local variables."""
        return self.at(names, sys._getframe(1).f_globals)

    def at(self, names, around):
        if self._is_scope:
            # What is defined in an evaluated expression sees globals and its own names only.
            return eval(self._code, {**around, **names})
        return eval(self._code, around, names)


_SCOPES = ast.Lambda | ast.GeneratorExp | ast.ListComp | ast.SetComp | ast.DictComp


def visits(evaluator, schema, probe, text, switches=None, units=_UNITS):
    """The visits of an expression, whose source is `text`, under some units, at most `units` of
    either kind; with some edits of the schema where their switches are given.
    """
    asked = Asked(text)
    found = []
    for number, failing in _watched(evaluator, units):
        under = []

        def record(names, number=number, failing=failing, under=under):
            around = sys._getframe(1).f_globals
            state = None
            if len(under) < _VISITS:
                state = {name: kept(value) for name, value in names.items() if not is_woven(name)}
            try:
                value = asked.at(names, around)
            except Exception:
                if state is not None:
                    under.append(Visit(number, failing, state, around, NO_VALUE))
                raise
            if state is not None:
                under.append(Visit(number, failing, state, around, kept(value)))
            return value

        evaluator.run_one(schema.code, number, schema.asking(probe, record, switches))
        found.extend(under)
    return found


def _watched(evaluator, units):
    total = len(evaluator.units)
    failing = range(min(evaluator.failing, units))
    passing = range(evaluator.failing, min(total, evaluator.failing + units))
    return [(number, True) for number in failing] + [(number, False) for number in passing]
