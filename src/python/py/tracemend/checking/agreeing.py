"""The `agree` method: whether programs answer as a reference does, for measuring repairs."""

import copy
import time

from tracemend.checking.hidden_row import HiddenRow
from tracemend.running.execution import guarded, new_namespace
from tracemend.tracing.values import Shower

_SHOWN = 200
_OUTPUT = 1_000_000
# How many times longer than the asked seconds the reference may take, and no program longer.
_LONGEST = 3
# A program that is right may be slower than the reference by so much.
_SLOWER = 4


def agree(programs, row, seconds, own=None):
    """Calls programs and the reference of an EvalPlus row, JSON text, with the row's inputs.

    Gives for each program on how many inputs the reference has an answer, on how many of them the
    program has a right one, and the first on which it has not, as `{call, expected, actual}` or
    None. `own` is the right program of the data set that the bug is from: where EvalPlus has mended
    the reference, the two differ, and inputs on which they do are `contested` and left out of the
    figures; `strict` tells whether the program is right on those too. `seconds` bound each program;
    those of a slow reference have longer. All run in this interpreter: it is no judge of one that
    cheats.
    """
    row = HiddenRow(row)
    began = time.perf_counter()
    expected = _answers(row.reference, row.entry, row.inputs, seconds * _LONGEST)
    took = time.perf_counter() - began
    bound = min(max(seconds, took * _SLOWER), seconds * _LONGEST)
    pairs = zip(row.inputs, expected, strict=True)
    asked = [(arguments, answer[0]) for arguments, answer in pairs if answer is not None]
    fair = [True] * len(asked)
    if own is not None:
        fair = [right for right, _ in _judged(own, row, asked, bound)]
    return [_agreement(program, row, asked, bound, fair) for program in programs]


def _agreement(program, row, asked, seconds, fair):
    judged = _judged(program, row, asked, seconds)
    rights = [right for right, _ in judged]
    wrong = [place for place, right in enumerate(rights) if fair[place] and not right]
    first = None
    if wrong:
        arguments, wanted = asked[wrong[0]]
        first = _difference(row.entry, arguments, wanted, judged[wrong[0]][1])
    return {
        "inputs": sum(fair),
        "agreed": sum(fair) - len(wrong),
        "contested": len(fair) - sum(fair),
        "strict": all(rights),
        "first": first,
    }


def _judged(program, row, asked, seconds):
    """For each input whether a program's answer is right, and the answer as `_answers` has it."""
    actual = _answers(program, row.entry, [arguments for arguments, _ in asked], seconds)
    return [
        (answer is not None and row.is_right(arguments, answer[0], wanted), answer)
        for (arguments, wanted), answer in zip(asked, actual, strict=True)
    ]


def _answers(program, entry, inputs, seconds):
    """For each input a list of the one answer, or None where there is none."""
    answers = [None] * len(inputs)
    limits = {"seconds": seconds, "steps": 0, "output": _OUTPUT}
    with guarded(limits):
        try:
            namespace = new_namespace("program")
            exec(compile(program, "<program>", "exec", dont_inherit=True), namespace)
            function = namespace[entry]
            for number, arguments in enumerate(inputs):
                try:
                    answers[number] = [function(*copy.deepcopy(arguments))]
                except Exception:
                    continue
        except BaseException:
            # The time is over, or it is no program: what is not answered yet has no answer.
            return answers
    return answers


def _difference(entry, arguments, wanted, answer):
    shower = Shower(lambda call: call())
    shown = ", ".join(shower.show(value, _SHOWN) for value in arguments)
    return {
        "call": f"{entry}({shown})",
        "expected": shower.show(wanted, _SHOWN),
        "actual": shower.show(answer[0], _SHOWN) if answer else "no answer",
    }
