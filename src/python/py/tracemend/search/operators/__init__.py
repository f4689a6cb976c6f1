"""Operators: pairs of a node type and a function `(source, context, node)` that yields edits.

A further family is one more module with its own `OPERATORS`, listed here.
"""

from . import (
    arithmetic,
    calls,
    comparisons,
    constants,
    guards,
    imports,
    indices,
    initial,
    jumps,
    keys,
    logic,
    lookups,
    names,
    sharing,
    statements,
    updates,
)

OPERATORS = tuple(
    operator
    for family in (
        imports,
        comparisons,
        logic,
        arithmetic,
        constants,
        initial,
        names,
        indices,
        calls,
        keys,
        lookups,
        sharing,
        updates,
        guards,
        statements,
        jumps,
    )
    for operator in family.OPERATORS
)
