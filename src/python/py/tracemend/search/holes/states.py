"""The states in which a hole is come to."""

import ast
from dataclasses import replace

from ..synthesis.recording import visits
from ..synthesis.values import NO_VALUE, mark
from .values import is_tested

_MOST = 40
# No test passes yet, so that all of them are of one kind.
_UNITS = 8
# What may stand in a hole for now, so that the program goes on and comes to further states.
_ANY = ("0", "''", "[]")
_EITHER = ("True", "False")
# So many of the best fillings of other holes are put there meanwhile, one after the other.
_OTHERS = 4


def states(source, evaluator, schema, place, others, pulse):
    """Visits of a hole, by its place, without its value, which nobody knows. `others` holds the
    choices for each of the other holes.
    """
    probe = place.probe(schema)
    found = {}
    for switches in _with_others(others) if probe else ():
        for text in (place.hole.filler, *_for_now(source, place)):
            if len(found) >= _MOST:
                break
            pulse()
            for visit in visits(evaluator, schema, probe, text, switches, _UNITS):
                names = [part for name in sorted(visit.names) for part in (name, visit.names[name])]
                found.setdefault((visit.unit, mark(names)), replace(visit, value=NO_VALUE))
    return list(found.values())[:_MOST]


def _for_now(source, place):
    if place.is_statement:
        return ("None",)
    if is_tested(source, place.node):
        return _EITHER
    # What a test is given back says what should have been returned, if nothing came before it.
    return () if isinstance(source.parent(place.node), ast.Return) else _ANY


def _with_others(others):
    """Switches that fill all other holes, and none."""
    yield {}
    woven = [[choice for choice in choices if choice.switches] for choices in others]
    for number in range(_OTHERS if woven else 0):
        switches = {}
        for choices in woven:
            if choices:
                switches.update(choices[min(number, len(choices) - 1)].switches)
        yield switches
