"""Where the fault may be: lines that failing tests run and passing tests do not (Ochiai)."""

import ast
from math import sqrt

_HEADERS = ast.If | ast.For | ast.While | ast.With | ast.FunctionDef | ast.ClassDef | ast.Try
# How much a line on which the failing run changed something counts above its equals.
_CHANGED = 0.05


class Suspicion:
    """Suspiciousness of lines, from 0 to 1 (Ochiai: Abreu et al. 2006); the trace breaks ties."""

    def __init__(self, source, failing, passing, trace):
        """`failing` and `passing` hold one set of program lines for each test."""
        self._failing, self._passing = failing, passing
        self._spans = _spans(source.tree)
        self._changed = {step["line"] for step in trace["steps"] if step["place"] == "program"}

    def __call__(self, line):
        lines = self._spans.get(line, (line,))
        score = max(map(self._ochiai, lines))
        bonus = _CHANGED if score and self._changed.intersection(lines) else 0
        return min(1.0, score + bonus)

    def _ochiai(self, line):
        failed = sum(line in lines for lines in self._failing)
        passed = sum(line in lines for lines in self._passing)
        if not failed:
            return 0.0
        return failed / sqrt(len(self._failing) * (failed + passed))


def _spans(tree):
    """Line to all the lines of the simple statement, or of the header, that it belongs to."""
    spans = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt):
            last = node.end_lineno
            if isinstance(node, _HEADERS):
                last = max(node.lineno, node.body[0].lineno - 1)
            lines = range(node.lineno, last + 1)
            for line in lines:
                if len(lines) < len(spans.get(line, lines)) or line not in spans:
                    spans[line] = lines
    return spans
