"""A row of EvalPlus (arXiv:2305.01210): hidden inputs of a task, and when an answer is right.

Answers are compared as EvalPlus compares them: equal, or numbers with a fraction that are near.
"""

import ast
import json
import math

from tracemend.checking.argument_shapes import restored

# How far two numbers may be apart where the row does not say.
_ABSOLUTE, _RELATIVE = 1e-6, 1e-7


class HiddenRow:
    def __init__(self, text):
        """`text` is JSON."""
        row = json.loads(text)
        self.entry = row["entry_point"]
        # The prompt of HumanEval begins the function, that of MBPP is a comment before it.
        self.reference = row["prompt"] + row["canonical_solution"]
        asserts = ast.parse(row.get("assertion") or "")
        inputs = [*row["base_input"], *(row.get("plus_input") or [])]
        self.inputs = restored(inputs, asserts, self.entry)
        self._near = row.get("atol") or 0
        self._tests = [node.test for node in ast.walk(asserts) if isinstance(node, ast.Assert)]
        self._as_sets = bool(self._tests) and all(map(_compares_sets, self._tests))
        self._as_truths = bool(self._tests) and all(map(self._asks_truth, self._tests))

    def is_right(self, arguments, actual, wanted):
        """Whether `actual` is as good an answer as the reference's `wanted`."""
        try:
            # Several roots are right; EvalPlus asks whether it is one.
            if self.entry == "find_zero":
                return abs(_polynomial(*arguments, actual)) <= self._near
            if self._as_truths:
                return bool(actual) == bool(wanted)
            if self._as_sets:
                return set(actual) == set(wanted)
            if actual == wanted:
                return True
            near = self._near or (_ABSOLUTE if _is_fractional(wanted) else 0)
            return near > 0 and type(actual) is type(wanted) and _is_near(actual, wanted, near)
        except Exception:
            return False

    def _asks_truth(self, test):
        """Whether an assert is the mere call, or its negation."""
        call = test.operand if isinstance(test, ast.UnaryOp) else test
        return (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Name)
            and call.func.id == self.entry
        )


def _compares_sets(test):
    left = test.left if isinstance(test, ast.Compare) else None
    return isinstance(left, ast.Call) and isinstance(left.func, ast.Name) and left.func.id == "set"


def _polynomial(coefficients, x):
    return sum(coefficient * x**power for power, coefficient in enumerate(coefficients))


def _is_fractional(value):
    if isinstance(value, float):
        return True
    return isinstance(value, (list, tuple)) and bool(value) and all(map(_is_fractional, value))


def _is_near(actual, wanted, near):
    if isinstance(wanted, (list, tuple)):
        return len(actual) == len(wanted) and all(
            _is_near(*pair, near) for pair in zip(actual, wanted, strict=True)
        )
    if not math.isfinite(wanted) or not math.isfinite(actual):
        return actual == wanted
    return abs(actual - wanted) <= near + _RELATIVE * abs(wanted)
