"""Other expressions in the place of one of the program's, the cheapest of all places first."""

import ast
from dataclasses import dataclass
from itertools import chain

from ..edits import replace
from ..mutants import is_value
from .grammar import ATOM
from .recording import Asked, visits
from .sequences import over_elements
from .terms import Terms, leaf
from .values import NO_VALUE, kept, kind, kind_of_all, mark

_CONSTANTS = ("0", "1", "2", "-1", "''", "[]", "None", "True", "False")
_DEAREST = 4
_OVER_ELEMENTS = 3
# Terms that are grown for one place.
_LARGEST = 3_000
_TESTED = ast.If | ast.While | ast.IfExp | ast.Assert
_CONNECTIVES = (("and", lambda x, y: x and y), ("or", lambda x, y: x or y))
_PRIORS = {1: 0.3, 2: 0.2, 3: 0.1, 4: 0.05, 5: 0.03}


@dataclass(frozen=True, slots=True)
class Grown:
    """A new expression: as an edit, and as what the running program is to be asked instead."""

    edit: object
    names: dict


class Synthesis:
    """Grows expressions for the places of a program that its units evaluate."""

    def __init__(self, source, context, evaluator, schema, goals):
        """`goals` holds the value that a unit wants to be returned, by the unit's number, where it
        says so.
        """
        self._source = source
        self._context = context
        self._evaluator = evaluator
        self._schema = schema
        self._goals = goals

    def grown(self, suspicion, pulse):
        """Yields `Grown` for all places, by the cost of the term."""
        source = self._source
        probes = [
            probe
            for probe in self._schema.probes
            if _is_place(source, probe.node) and not self._context.is_frozen(probe.node)
        ]
        probes.sort(key=lambda probe: -self._weight(probe.node, suspicion))
        places = []
        for probe in probes:
            pulse()
            place = Place.of(self, probe, pulse)
            if place is not None:
                places.append(place)
        for cost in range(1, _DEAREST + 1):
            for place in places:
                yield from place.of_cost(cost, pulse)

    def _weight(self, node, suspicion):
        score = suspicion(node.lineno)
        return score + (0.1 if isinstance(self._source.parent(node), ast.Return) else 0)


class Place:
    """One expression of the program, the states in which it is evaluated, and the terms there."""

    def __init__(self, synthesis, probe, visits_, text, pulse, largest=_LARGEST):
        """No more than `largest` terms are grown."""
        self._synthesis = synthesis
        self._probe = probe
        self._visits = visits_
        self._text = text
        original = [visit.value for visit in visits_]
        self._original = mark(original)
        self._kind = kind_of_all(original)
        self._wanted = self._wanted_values()
        self._fails = self._is_refused()
        self._joined = set()
        self._terms = Terms(self._leaves(), largest, pulse)

    @classmethod
    def of(cls, synthesis, probe, pulse):
        """None for a place that no failing unit comes to."""
        text = synthesis._source.of(probe.node)
        try:
            found = visits(synthesis._evaluator, synthesis._schema, probe, text)
        except SyntaxError:
            return None
        if not any(one.failing for one in found):
            return None
        return cls(synthesis, probe, found, text, pulse)

    def of_cost(self, cost, pulse):
        """Yields the terms of a cost that may be what was meant here."""
        source = self._synthesis._source
        terms = self._terms.of_cost(cost)
        if cost == _OVER_ELEMENTS and self._wanted is not None:
            # Too many to be run: only those that give what is wanted are.
            terms = chain(terms, over_elements(self._terms, self._visits, pulse))
        for term in terms:
            pulse()
            for text in self._texts(term):
                edit = replace(source, self._probe.node, text, "expression", _PRIORS[cost])
                yield Grown(edit, self._synthesis._schema.asking(self._probe, Asked(text)))

    def _texts(self, term):
        """What a term may stand for here: by itself, or as one more part of a condition."""
        if self._may_be(term):
            yield term.text
        if term.kind != "bool" or self._kind != "bool" or term.level == ATOM:
            return
        for word, combine in _CONNECTIVES:
            values = [
                NO_VALUE if new is NO_VALUE else combine(old.value, new)
                for old, new in zip(self._visits, term.values, strict=True)
            ]
            key = (word, mark(values))
            if key not in self._joined and mark(values) not in (self._original, mark(term.values)):
                self._joined.add(key)
                yield f"({self._text}) {word} ({term.text})"

    def _may_be(self, term):
        if mark(term.values) == self._original:
            return False
        if self._is_condition():
            if term.kind != "bool":
                return False
        elif self._kind not in ("none", "other") and term.kind != self._kind and not self._fails:
            return False
        if self._wanted is None:
            return True
        return all(
            wanted is NO_VALUE or _is_same(value, wanted)
            for value, wanted in zip(term.values, self._wanted, strict=True)
        )

    def _is_refused(self):
        """Whether what the value is used for raises under every failing unit: its kind is wrong."""
        parent = self._synthesis._source.parent(self._probe.node)
        if not isinstance(parent, ast.expr) or not is_value(parent):
            return False
        values = self._evaluated(self._synthesis._source.of(parent))
        return all(
            value is NO_VALUE
            for value, visit in zip(values, self._visits, strict=True)
            if visit.failing
        )

    def _is_condition(self):
        parent = self._synthesis._source.parent(self._probe.node)
        if isinstance(parent, _TESTED):
            return parent.test is self._probe.node
        if isinstance(parent, ast.comprehension):
            return self._probe.node in parent.ifs
        return isinstance(parent, ast.BoolOp) or self._kind == "bool"

    def _wanted_values(self):
        """What each visit should give, where it is what the unit is given back; else None."""
        parent = self._synthesis._source.parent(self._probe.node)
        if not isinstance(parent, ast.Return):
            return None
        units = [visit.unit for visit in self._visits]
        goals = self._synthesis._goals
        wanted = [
            goals[unit] if units.count(unit) == 1 and unit in goals else NO_VALUE for unit in units
        ]
        return None if all(value is NO_VALUE for value in wanted) else wanted

    def _leaves(self):
        seen = {}
        for name in self._names():
            seen[name] = leaf(name, [visit.names.get(name, NO_VALUE) for visit in self._visits])
        context = self._synthesis._context
        for text in (*_CONSTANTS, *context.constants, *context.told_numbers):
            if text not in seen:
                value = ast.literal_eval(text) if _is_literal(text) else NO_VALUE
                seen[text] = leaf(text, [value] * len(self._visits))
        for text in self._parts():
            if text not in seen:
                seen[text] = leaf(text, self._evaluated(text), 1, 0)
        return list(seen.values())

    def _names(self):
        """The variables here, and attributes of those that are objects."""
        found = {}
        plain, _ = self._synthesis._context.attributes
        for visit in self._visits:
            for name, value in visit.names.items():
                if kind(value) not in ("other", "function"):
                    found.setdefault(name)
        return [name for name in found if not name.startswith(".")]

    def _parts(self):
        """The expressions within this one, itself included, and attributes of objects."""
        source = self._synthesis._source
        texts = {}
        for node in ast.walk(self._probe.node):
            if is_value(node) and not isinstance(node, ast.Constant | ast.Name | ast.Lambda):
                texts.setdefault(source.of(node))
        plain, _ = self._synthesis._context.attributes
        for name in dict.fromkeys(name for visit in self._visits for name in visit.names):
            if any(kind(visit.names.get(name)) == "other" for visit in self._visits):
                texts.update(dict.fromkeys(f"{name}.{attribute}" for attribute in plain))
        return list(texts)

    def _evaluated(self, text):
        try:
            asked = Asked(text)
        except SyntaxError:
            return [NO_VALUE] * len(self._visits)
        values = []
        for visit in self._visits:
            try:
                names = {name: kept(value) for name, value in visit.names.items()}
                values.append(asked.at(names, visit.around))
            except Exception:
                values.append(NO_VALUE)
        return values


def _is_place(source, node):
    """Whether the value of an expression could well be another one: not what is called."""
    parent = source.parent(node)
    if isinstance(parent, ast.Call) and parent.func is node:
        return False
    if isinstance(parent, ast.Attribute) and isinstance(source.parent(parent), ast.Call):
        return not isinstance(node, ast.Name) or node.id != "self"
    if isinstance(parent, ast.Expr):
        return False
    return not (isinstance(node, ast.Constant) and isinstance(parent, ast.JoinedStr))


def _is_literal(text):
    try:
        ast.literal_eval(text)
    except ValueError, SyntaxError:
        return False
    return True


def _is_same(value, wanted):
    if value is NO_VALUE:
        return False
    try:
        return bool(value == wanted) or (
            isinstance(wanted, float) and abs(value - wanted) <= 1e-6 * max(1, abs(wanted))
        )
    except Exception:
        return False
