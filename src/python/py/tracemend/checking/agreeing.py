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


def agree(programs, row, seconds):
    """Calls programs and the reference of an EvalPlus row, JSON text, with the row's inputs.

    Gives for each program on how many inputs the reference has an answer, on how many of them the
    program has a right one, and the first on which it has not, as `{call, expected, actual}` or
    None. `seconds` bound each program; those of a slow reference have longer. All run in this
    interpreter: it is no judge of one that cheats.
    """
    row = HiddenRow(row)
    began = time.perf_counter()
    expected = _answers(row.reference, row.entry, row.inputs, seconds * _LONGEST)
    took = time.perf_counter() - began
    bound = min(max(seconds, took * _SLOWER), seconds * _LONGEST)
    pairs = zip(row.inputs, expected, strict=True)
    asked = [(arguments, answer) for arguments, answer in pairs if answer is not None]
    return [_agreement(program, row, asked, bound) for program in programs]


def _agreement(program, row, asked, seconds):
    actual = _answers(program, row.entry, [arguments for arguments, _ in asked], seconds)
    agreed, first = 0, None
    for (arguments, [wanted]), answer in zip(asked, actual, strict=True):
        if answer is not None and row.is_right(arguments, answer[0], wanted):
            agreed += 1
        elif first is None:
            first = _difference(row.entry, arguments, wanted, answer)
    return {"inputs": len(asked), "agreed": agreed, "first": first}


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
