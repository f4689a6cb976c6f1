"""Functions of the program that its tests are made with: they are right, or nothing can be told."""

import ast


def frozen_helpers(units, functions):
    """Names among `functions` that HumanEval's `check(candidate)` calls beside the candidate.

    Such a test computes what it expects with them, so that to edit them is to edit the test.
    """
    found = set()
    for unit in units:
        if unit.kind == "check":
            names = {node.id for node in ast.walk(unit.body.function) if isinstance(node, ast.Name)}
            found |= names & set(functions) - {unit.body.entry}
    return frozenset(found)
