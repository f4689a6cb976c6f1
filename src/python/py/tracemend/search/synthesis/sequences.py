"""Terms over the elements of a sequence: comprehensions, sums, and what holds for any or all."""

import re
from dataclasses import dataclass
from itertools import combinations

from .grammar import ATOM
from .terms import Term, Terms, leaf
from .values import NO_VALUE, kind, kind_of_all

_SEQUENCES = ("list", "tuple", "range", "text", "set")
_OUTER = ("number", "text", "bool")
_NAMES = ("x", "item", "element", "one")
_UNPACKED = (("a", "b"), ("first", "second"), ("one", "other"))
_CONSTANTS = ("0", "1", "2")
_ZIPPED = 3
# Of sequences that are made first, those that are common to go through, and how many in all.
_MADE = (".split()", ".items())", ".values())")
_MADE_BY = ("str(", "range(", "sorted(")
_VIEW = re.compile(r"list\((.*\.(?:items|values)\(\))\)")
_MOST = 8
_LARGEST = 700
_DEAREST = 4
_ELEMENTS = 40


@dataclass(frozen=True, slots=True)
class _Elements:
    """The elements of a sequence in all visits, one after the other, and how many each has."""

    sequence: Term
    counts: tuple
    flat: tuple

    @property
    def source(self):
        """What is gone through, as a loop has it: a dict's items without a list of them."""
        view = _VIEW.fullmatch(self.sequence.text)
        return view[1] if view else self.sequence.text


def over_elements(terms, visits, pulse):
    """Yields terms made of the elements of the cheapest sequences among `terms`."""
    lists = [term for term in terms.of_cost(1) if _is_variable(term) and term.kind in _SEQUENCES]
    pairs = [_zipped(one, other) for one, other in combinations(lists[:_ZIPPED], 2)]
    made = [term for term in terms.of_cost(2) if term.text.endswith(_MADE)]
    made += [term for term in terms.of_cost(2) if term.text.startswith(_MADE_BY)]
    for term in [*lists, *pairs, *made][:_MOST]:
        found = _elements(term) if term.kind in _SEQUENCES else None
        if found is not None:
            yield from _over(found, terms, visits, pulse)


def _is_variable(term):
    return term.text.isidentifier()


def _zipped(one, other):
    values = tuple(
        NO_VALUE if left is NO_VALUE or right is NO_VALUE else list(zip(left, right, strict=False))
        for left, right in zip(one.values, other.values, strict=True)
    )
    return Term(f"zip({one.text}, {other.text})", ATOM, 2, values, "list")


def _elements(term):
    counts, flat = [], []
    for value in term.values:
        items = [] if value is NO_VALUE else list(value)[:_ELEMENTS]
        if value is not NO_VALUE and len(value) > _ELEMENTS:
            return None
        counts.append(None if value is NO_VALUE else len(items))
        flat.extend(items)
    return _Elements(term, tuple(counts), tuple(flat)) if flat else None


def _over(elements, terms, visits, pulse):
    names = {name for visit in visits for name in visit.names}
    target, leaves = _targets(elements, names)
    if target is None:
        return
    for term in terms.of_cost(1):
        if term.kind in _OUTER and (_is_variable(term) or term.text in _CONSTANTS):
            spread = []
            for count, value in zip(elements.counts, term.values, strict=True):
                spread.extend([value] * (count or 0))
            leaves.append(leaf(term.text, spread, 1, term.level))
    inner = Terms(leaves, _LARGEST, pulse)
    for cost in range(1, _DEAREST + 1):
        for term in inner.of_cost(cost):
            if any(name in term.text for name in target.split(", ")):
                yield from _forms(elements, term, target)


def _targets(elements, names):
    """The loop's variables, and the leaves that they are."""
    flat = elements.flat
    is_pair = all(kind(one) in ("tuple", "list") and len(one) == 2 for one in flat)
    if is_pair:
        for one, other in _UNPACKED:
            if not names & {one, other}:
                leaves = [leaf(one, [x[0] for x in flat]), leaf(other, [x[1] for x in flat])]
                return f"{one}, {other}", leaves
    for name in _NAMES:
        if name not in names:
            return name, [leaf(name, flat)]
    return None, []


def _forms(elements, term, target):
    """What is made of one term for each element."""
    source = elements.source
    each = f"{term.text} for {target} in {source}"
    is_element = term.text == target
    base = term.cost + elements.sequence.cost
    if not is_element:
        yield _made(elements, term, f"[{each}]", list, base + 1)
    if term.kind == "bool":
        yield from _filtered(elements, term, target, base)
        yield _made(elements, term, f"any({each})", any, base + 1)
        yield _made(elements, term, f"all({each})", all, base + 1)
        yield _made(elements, term, f"sum({each})", sum, base + 1)
    elif not is_element:
        if term.kind == "number":
            yield _made(elements, term, f"sum({each})", sum, base + 1)
        if term.kind == "text":
            yield _made(elements, term, f"''.join({each})", "".join, base + 1)
        if term.kind in ("number", "text", "tuple"):
            yield _made(elements, term, f"max({each})", max, base + 1)
            yield _made(elements, term, f"min({each})", min, base + 1)
        yield _made(elements, term, f"tuple({each})", tuple, base + 1)
        yield _made(elements, term, f"set({each})", set, base + 1)


def _filtered(elements, term, target, base):
    source = elements.source
    shown = f"({target})" if "," in target else target
    each = f"{shown} for {target} in {source} if {term.text}"
    for form, collect in ((f"[{each}]", list), (f"tuple({each})", tuple)):
        yield _collected(elements, term, form, collect, base + 1)
    if all(isinstance(one, str) for one in elements.flat):
        yield _collected(elements, term, f"''.join({each})", "".join, base + 1)


def _made(elements, term, text, collect, cost):
    return _term(text, cost, _grouped(elements, term.values, term.values, collect))


def _collected(elements, term, text, collect, cost):
    kept = [
        one if value is not NO_VALUE and value else None
        for one, value in zip(elements.flat, term.values, strict=True)
    ]
    return _term(text, cost, _grouped(elements, kept, term.values, collect, is_filter=True))


def _grouped(elements, values, marks, collect, is_filter=False):
    made, at = [], 0
    for count in elements.counts:
        if count is None:
            made.append(NO_VALUE)
            continue
        some, marked = values[at : at + count], marks[at : at + count]
        at += count
        if any(mark is NO_VALUE for mark in marked):
            made.append(NO_VALUE)
            continue
        if is_filter:
            some = [one for one, mark in zip(some, marked, strict=True) if mark]
        try:
            made.append(collect(some))
        except Exception:
            made.append(NO_VALUE)
    return tuple(made)


def _term(text, cost, values):
    return Term(text, ATOM, cost, values, kind_of_all(values))
