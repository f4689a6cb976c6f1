"""All single edits of a program, each once, the most promising first."""

import ast
from collections import deque

from .operators import OPERATORS

# The share of an edit's score that stays when no failing test runs its line.
_FLOOR = 0.3
_ANNOTATIONS = ("annotation", "returns", "type_params", "type_comment")


def candidates(source, context, suspicion, pulse):
    """Edits with their scores, in the order to try them; the same arguments always give the same
    order.

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

    scored = [(edit, round(score(edit), 6)) for edit in best.values()]
    return sorted(scored, key=lambda one: (-one[1], one[0].start, one[0].end, one[0].replacement))


def _edits(source, context, pulse):
    for node in _executed(source.tree, context.frozen):
        if isinstance(node, ast.stmt):
            pulse()
        for kind, operator in OPERATORS:
            if isinstance(node, kind):
                yield from operator(source, context, node)


def _executed(tree, frozen):
    """The nodes below `tree` breadth first, without annotations, which no repair is about, and the
    `frozen` ones.
    """
    waiting = deque([tree])
    while waiting:
        node = waiting.popleft()
        yield node
        for field, value in ast.iter_fields(node):
            if field not in _ANNOTATIONS:
                children = value if isinstance(value, list) else [value]
                waiting.extend(
                    child
                    for child in children
                    if isinstance(child, ast.AST) and child not in frozen
                )
