"""The `agree` method: whether a program answers as a reference does, for measuring repairs."""

import copy
import json
import math

from tracemend.running.execution import guarded, new_namespace
from tracemend.tracing.values import Shower

# How far two numbers may be apart where the row does not say; EvalPlus (arXiv:2305.01210).
_ABSOLUTE, _RELATIVE = 1e-6, 1e-7
_SHOWN = 200
_OUTPUT = 20_000


def agree(program, row, seconds):
    """Calls a program and the reference of an EvalPlus row, JSON text, with the row's inputs.

    Gives on how many inputs the reference has an answer, on how many of them the program has the
    same, and the first on which it has not, as `{call, expected, actual}` or None. `seconds` bound
    each of the two programs. Both run in this interpreter: it is no judge of one that cheats.
    """
    row = json.loads(row)
    entry, tolerance = row["entry_point"], row.get("atol", 0)
    rows = [*row["base_input"], *row["plus_input"]]
    # The prompt of HumanEval begins the function, that of MBPP is a comment before it.
    expected = _answers(row["prompt"] + row["canonical_solution"], entry, rows, seconds)
    pairs = zip(rows, expected, strict=True)
    asked = [(row, answer) for row, answer in pairs if answer is not None]
    actual = _answers(program, entry, [row for row, _ in asked], seconds)
    agreed, first = 0, None
    for (row, [wanted]), answer in zip(asked, actual, strict=True):
        if answer is not None and _is_same(answer[0], wanted, tolerance):
            agreed += 1
        elif first is None:
            first = _difference(entry, row, wanted, answer)
    return {"inputs": len(asked), "agreed": agreed, "first": first}


def _answers(program, entry, rows, seconds):
    """For each row a list of the one answer, or None where there is none."""
    answers = [None] * len(rows)
    limits = {"seconds": seconds, "steps": 0, "output": _OUTPUT}
    with guarded(limits):
        try:
            namespace = new_namespace("program")
            exec(compile(program, "<program>", "exec", dont_inherit=True), namespace)
            function = namespace[entry]
            for number, row in enumerate(rows):
                try:
                    answers[number] = [function(*copy.deepcopy(row))]
                except Exception:
                    continue
        except BaseException:
            # The time is over, or it is no program: what is not answered yet has no answer.
            return answers
    return answers


def _is_same(actual, wanted, tolerance):
    try:
        if actual == wanted:
            return True
        near = tolerance or (_ABSOLUTE if _is_numeric(wanted) else 0)
        return bool(near) and _is_near(actual, wanted, near)
    except Exception:
        return False


def _is_numeric(value):
    if isinstance(value, float):
        return True
    return isinstance(value, (list, tuple)) and bool(value) and all(map(_is_numeric, value))


def _is_near(actual, wanted, near):
    if isinstance(wanted, (list, tuple)):
        if type(actual) is not type(wanted) or len(actual) != len(wanted):
            return False
        return all(_is_near(*pair, near) for pair in zip(actual, wanted, strict=True))
    return math.isclose(actual, wanted, rel_tol=_RELATIVE, abs_tol=near)


def _difference(entry, row, wanted, answer):
    shower = Shower(lambda call: call())
    arguments = ", ".join(shower.show(value, _SHOWN) for value in row)
    return {
        "call": f"{entry}({arguments})",
        "expected": shower.show(wanted, _SHOWN),
        "actual": shower.show(answer[0], _SHOWN) if answer else "no answer",
    }
