"""The program that holds all edits, and what turns one of them on."""

import ast
from dataclasses import dataclass

from tracemend.running.execution import PROGRAM

from .places import ExpressionPlace, Places, StatementPlace
from .weaver import ASK, LOCALS, PROBE, YES, Weaver


@dataclass(frozen=True, slots=True)
class Probe:
    """An expression of the program whose value can be replaced while the program runs."""

    node: ast.expr
    switch: str


class Schema:
    """One code object for all `edits` of a program whose effect has a place of its own.

    To execute `code`, a namespace needs all switches: `off` has them turned off.
    `probes` are the expressions whose values can be asked for.
    """

    def __init__(self, source, edits, pulse):
        """Raises SyntaxError or RecursionError when Python cannot compile it."""
        places = Places(source)
        weaver = Weaver(source)
        self._settings = []
        for edit in edits:
            pulse()
            place = places.of(edit)
            self._settings.append(_set(weaver, place))
        self.probes = [
            Probe(node, weaver.probed(node))
            for _, _, node in places.expressions
            if _is_probed(node)
        ]
        self.code = compile(weaver.woven(), PROGRAM, "exec", dont_inherit=True)
        self.off = {**dict.fromkeys(weaver.switches, 0), YES: True, LOCALS: locals}

    def switches(self, index):
        """What turns the edit with an index on, by name; None when it is not in the program. What
        is given for edits at different places can be merged.
        """
        return self._settings[index]

    def asking(self, probe, ask, switches=None):
        """What has `ask`, a function of the local variables, give the value of a probe."""
        return {**self.off, **(switches or {}), probe.switch: PROBE, ASK: ask}


def _set(weaver, place):
    match place:
        case ExpressionPlace(node, tree):
            return weaver.expression(node, tree)
        case StatementPlace(block, first, last, trees):
            return weaver.statements(block, first, last, trees)
        case _:
            return None


def _is_probed(node):
    """Whether another expression could well be meant: not for what is only part of a name."""
    return not isinstance(node, ast.JoinedStr | ast.Starred | ast.Lambda)
