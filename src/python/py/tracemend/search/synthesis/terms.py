"""Growing terms: cheapest first, one of those that have the same values in every recorded state."""

from dataclasses import dataclass

from .grammar import ATOM, BINARY, UNARY
from .values import NO_VALUE, is_small, kind_of_all, mark


@dataclass(frozen=True, slots=True)
class Term:
    """An expression with its values, one for each recorded state; `level` as in the grammar."""

    text: str
    level: int
    cost: int
    values: tuple
    kind: str


class Terms:
    """Terms over some leaves, by cost."""

    def __init__(self, leaves, largest, pulse):
        """`leaves` are `(text, level, cost, values)`; no more than `largest` terms are kept.
        `pulse` is called now and then while they grow.
        """
        self._largest = largest
        self._pulse = pulse
        self._seen = set()
        self._grown = {1}
        self._by_cost = {}
        for leaf in leaves:
            self._add(*leaf)

    def of_cost(self, cost):
        """The terms of a cost, grown when they are asked for; those of lower costs come first."""
        if cost not in self._grown:
            self._grown.add(cost)
            for form, operands in self._made(cost):
                if len(self._seen) >= self._largest:
                    break
                self._pulse()
                self._grow(form, operands, cost)
        return self._by_cost.get(cost, ())

    def _made(self, cost):
        for term in self.of_cost(cost - 1):
            for form in UNARY.get(term.kind, ()):
                if form.cost == 1:
                    yield form, (term,)
        if cost > 2:
            for term in self.of_cost(cost - 2):
                for form in UNARY.get(term.kind, ()):
                    if form.cost == 2:
                        yield form, (term,)
        for left in range(1, cost - 1):
            right = cost - 1 - left
            for one in self.of_cost(left):
                for other in self.of_cost(right):
                    for form in BINARY.get((one.kind, other.kind), ()):
                        yield form, (one, other)

    def _grow(self, form, operands, cost):
        values = []
        for parts in zip(*(operand.values for operand in operands), strict=True):
            values.append(_applied(form, parts))
        texts = [
            operand.text if operand.level >= wanted else f"({operand.text})"
            for operand, wanted in zip(operands, form.wants, strict=True)
        ]
        self._add(form.text.format(*texts), form.level, cost, tuple(values))

    def _add(self, text, level, cost, values):
        sort = kind_of_all(values)
        if sort == "none" and all(value is NO_VALUE for value in values):
            return
        key = mark(values)
        if key in self._seen:
            return
        self._seen.add(key)
        self._by_cost.setdefault(cost, []).append(Term(text, level, cost, values, sort))


def _applied(form, parts):
    if any(part is NO_VALUE for part in parts):
        return NO_VALUE
    try:
        value = form.apply(*parts)
    except Exception:
        return NO_VALUE
    return value if is_small(value) else NO_VALUE


def leaf(text, values, cost=1, level=ATOM):
    return text, level, cost, tuple(values)
