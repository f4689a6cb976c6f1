"""The search: edits of the program in a fixed order, each tried against the tests."""

import ast
import warnings

from tracemend import host
from tracemend.units import find_all

from .budget import release_tool
from .candidates import candidates
from .context import Context
from .evaluate import Evaluator, compiled, fingerprint
from .explain import Explainer
from .locate import Suspicion
from .source import Source

_ENOUGH = 5
# Seconds between two candidates that the app is told of.
_TELL_EVERY = 0.005


def search(program, tests, instruction, failing, all, trace, seconds, **rest):
    """Try single edits; send `trying` now and then and `found` for each that passes all tests.

    `rest` holds `from`, the index of the first candidate to try, and `careful`, whether `trying`
    goes out before each. Gives how many candidates there are and how many were done with, those
    before `from` included. A program that cannot be parsed or fails no test has none.
    """
    del instruction
    tell = _Telling(rest["from"], careful=rest["careful"])
    with warnings.catch_warnings(action="ignore"):
        code = compiled(program)
        units = [unit for unit in find_all(program, tests) if unit.id in all]
        failing_units = [unit for unit in units if unit.id in failing]
        if code is None or not failing_units:
            return {"tried": 0, "total": 0}
        evaluator = Evaluator(program, tests, units, failing, seconds)

        covered = evaluator.observe(code, tell.alive)
        source = Source(program)
        context = Context(source, trace, expected_literals(failing_units))
        edits = candidates(source, context, Suspicion(source, *covered, trace), tell.alive)
        explainer = Explainer(source, tests, failing_units, trace, seconds)
        try:
            with evaluator:
                tried = _try(program, code, edits, tell, evaluator, explainer)
        finally:
            release_tool()
        return {"tried": tried, "total": len(edits)}


def _try(program, code, edits, tell, evaluator, explainer):
    """Try the edits from `tell.first` on until enough pass; gives how many were done with."""
    found = 0
    for index, edit, text, candidate in _different(program, code, edits):
        if index < tell.first:
            tell.alive()
            continue
        tell.trying(index, len(edits))
        if evaluator.passes(candidate):
            rationale = explainer.explain(edit, text)
            evaluator.restore()
            event = {"kind": "found", "index": index, "fix": text}
            host.emit({**event, "operator": edit.family, "rationale": rationale})
            found += 1
            if found == _ENOUGH:
                return index + 1
    return len(edits)


def _different(program, code, edits):
    """Each edit's index, program and code, without those that do what an earlier one does."""
    seen = {fingerprint(code)}
    for index, edit in enumerate(edits):
        text = edit.apply(program)
        candidate = compiled(text)
        if candidate is not None and (mark := fingerprint(candidate)) not in seen:
            seen.add(mark)
            yield index, edit, text, candidate


class _Telling:
    """Says which candidate is next. To say it costs a browser a third of the time to try one."""

    def __init__(self, first, careful):
        self.first = first
        self._careful = careful
        self._told = 0.0

    def alive(self):
        """Before the first candidate: just a sign of life."""
        self._tell(self.first - 1, 0)

    def trying(self, index, total):
        now = host.seconds()
        if self._careful or index == self.first or now - self._told >= _TELL_EVERY:
            self._told = now
            self._tell(index, total)

    def _tell(self, index, total):
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
