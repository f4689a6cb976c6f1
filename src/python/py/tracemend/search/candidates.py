"""All single edits of a program, each once, the most promising first."""

import ast

from .operators import OPERATORS

# The share of an edit's score that stays when no failing test runs its line.
_FLOOR = 0.3


def candidates(source, context, suspicion, pulse):
    """Edits in the order to try them; the same arguments always give the same order.

    `suspicion` gives a line's suspiciousness, from 0 to 1. `pulse` is called now and then, since a
    long program has tens of thousands of edits.
    """
    best = {}
    for edit in _edits(source, context, pulse):
        key = edit.key(source.text)
        if key[0] == key[1] and not key[2]:
            continue
        if key not in best or edit.prior > best[key].prior:
            best[key] = edit

    def score(edit):
        return edit.prior * (_FLOOR + (1 - _FLOOR) * suspicion(edit.line))

    return sorted(
        best.values(),
        key=lambda edit: (-round(score(edit), 6), edit.start, edit.end, edit.replacement),
    )


def _edits(source, context, pulse):
    for node in ast.walk(source.tree):
        if isinstance(node, ast.stmt):
            pulse()
        for kind, operator in OPERATORS:
            if isinstance(node, kind):
                yield from operator(source, context, node)
