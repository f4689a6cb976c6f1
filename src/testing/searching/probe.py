"""The search's parts held against slow and plain ways to the same result."""

from tracemend.search.budget import release_tool, watch
from tracemend.search.candidates import candidates
from tracemend.search.codes import compiled
from tracemend.search.context import Context
from tracemend.search.evaluate import Evaluator
from tracemend.search.mutants import Schema
from tracemend.search.source import Source
from tracemend.search.synthesis.recording import Visit
from tracemend.search.synthesis.sequences import over_elements
from tracemend.search.synthesis.terms import Terms, leaf
from tracemend.search.synthesis.values import NO_VALUE, mark
from tracemend.units import find_all

_EMPTY = {"steps": [], "hits": {"program": {}, "tests": {}}}
_LEAVES = {
    "n": (3, 0, -7),
    "k": (2, 5, 1),
    "s": ("ab c", "", "7"),
    "xs": ([3, 1, 2], [], [5, 5]),
    "ps": ([(1, 2), (3, 4)], [(0, 0)], [(9, -9)]),
    "d": ({"a": 1}, {}, {1: 2, "b": 3}),
    "b": (True, False, True),
    "0": (0, 0, 0),
    "2": (2, 2, 2),
    "', '": (", ", ", ", ", "),
}


def woven_otherwise(program, tests, most):
    """Edits for which the program that holds all edits does not do what the edited text does."""
    units = find_all(program, tests)
    source = Source(program)
    context = Context(source, _EMPTY, [], "", units)
    edits = [edit for edit, _ in candidates(source, context, lambda line: 1, _nothing)]
    step = max(1, len(edits) // most)
    edits = edits[::step]
    failing = [unit.id for unit in units[:1]]
    evaluator = Evaluator(program, tests, units, failing, 1)
    evaluator.observe(compiled(program), _nothing)
    schema = Schema(source, edits, _nothing)
    found, woven = [], 0
    try:
        with evaluator:
            watch(schema.code)
            for index, edit in enumerate(edits):
                switches = schema.switches(index)
                code = compiled(edit.apply(program))
                if switches is None or code is None:
                    continue
                woven += 1
                one = evaluator.trial(schema.code, {**schema.off, **switches})
                other = evaluator.trial(code)
                if (one.mask, one.passed) != (other.mask, other.passed):
                    told = f"{edit.family} on line {edit.line}: {edit.before(program)}"
                    found.append(f"{told} as {edit.after(program)}: {one}, by itself {other}")
    finally:
        release_tool()
    return {"otherwise": found, "woven": woven, "edits": len(edits)}


def grown_otherwise(cost):
    """Terms whose text Python evaluates to other values than the term has."""
    leaves = [leaf(text, values) for text, values in _LEAVES.items()]
    names = [
        {name: values[at] for name, values in _LEAVES.items() if name.isidentifier()}
        for at in range(3)
    ]
    terms = Terms(leaves, 4_000, _nothing)
    visits = [Visit(at, True, names[at], {}, NO_VALUE) for at in range(3)]
    every = [term for level in range(1, cost + 1) for term in terms.of_cost(level)]
    every += over_elements(terms, visits, _nothing)
    found = []
    for term in every:
        values = [_evaluated(term.text, one) for one in names]
        for value, own in zip(values, term.values, strict=True):
            # Terms leave out what is too large, and elements past the first ones.
            if own is not NO_VALUE and mark([value]) != mark([own]):
                found.append(f"{term.text}: {own!r}, evaluated {value!r}")
    return {"otherwise": found[:10], "terms": len(every)}


def _evaluated(text, names):
    try:
        return eval(text, dict(names))
    except Exception:
        return NO_VALUE


def _nothing():
    return None
