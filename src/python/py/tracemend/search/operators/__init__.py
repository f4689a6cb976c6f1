"""Operators: pairs of a node type and a function `(source, context, node)` that yields edits.

A further family is one more module with its own `OPERATORS`, listed here.
"""

from . import (
    arithmetic,
    calls,
    comparisons,
    constants,
    indices,
    initial,
    insertions,
    jumps,
    logic,
    names,
    sharing,
    statements,
)

OPERATORS = tuple(
    operator
    for family in (comparisons, logic, arithmetic, constants, initial, names, indices, calls,
                   sharing, insertions, statements, jumps)
    for operator in family.OPERATORS
)
