"""The search: edits of the program in a fixed order, each tried against the tests."""

import ast

from tracemend import host
from tracemend.units import find_all

from .candidates import candidates
from .context import Context
from .evaluate import Evaluator, compile_quietly, fingerprint
from .explain import Explainer
from .locate import Suspicion
from .source import Source

_ENOUGH = 5


def search(program, tests, instruction, failing, all, trace, seconds, **rest):
    """Try single edits; send `trying` before each and `found` for each that passes all tests.

    `rest` holds `from`, the index of the first candidate to try. Gives how many candidates there
    are and how many were done with, those before `from` included. A program that cannot be parsed
    has none.
    """
    del instruction
    first = rest["from"]
    code = compile_quietly(program)
    if code is None:
        return {"tried": 0, "total": 0}
    units = [unit for unit in find_all(program, tests) if unit.id in all]
    evaluator = Evaluator(program, tests, units, failing, seconds)
    covered = evaluator.observe(code, lambda: _tell(first - 1, 0))
    source = Source(program)
    failing_units = [unit for unit in units if unit.id in failing]
    context = Context(source, trace, expected_literals(failing_units))
    edits = candidates(source, context, Suspicion(source, *covered, trace))
    explainer = Explainer(source, tests, failing_units, trace, seconds)
    seen = {fingerprint(code)}
    found = 0
    for index, edit in enumerate(edits):
        text = edit.apply(program)
        candidate = compile_quietly(text)
        if candidate is None or (mark := fingerprint(candidate)) in seen:
            continue
        seen.add(mark)
        if index < first:
            continue
        _tell(index, len(edits))
        if evaluator.passes(candidate):
            found += 1
            host.emit(
                {
                    "kind": "found",
                    "index": index,
                    "fix": text,
                    "operator": edit.family,
                    "rationale": explainer.explain(edit, text),
                }
            )
            if found == _ENOUGH:
                return {"tried": index + 1, "total": len(edits)}
    return {"tried": len(edits), "total": len(edits)}


def _tell(index, total):
    """Say which candidate is next; with a total of 0, before the first, just a sign of life."""
    host.emit({"kind": "trying", "index": index, "total": total})


def expected_literals(units):
    """What the failing `assert f(...) == literal` tests expect, as source."""
    found = {}
    for unit in units:
        try:
            tree = ast.parse(unit.text)
        except SyntaxError:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Assert) and isinstance(node.test, ast.Compare):
                right = ast.unparse(node.test.comparators[-1])
                if len(right) <= 60:
                    found.setdefault(right)
    return list(found)
