"""The `judge` method: replays tests against stubs of the program's functions. Never executes the
program.
"""

import random

from tracemend import units
from tracemend.judging.explaining import Explanation, explain_assert
from tracemend.judging.replay import Interrupted, Replay
from tracemend.judging.rewriting import rewritten
from tracemend.running.ending import clip, limit_words
from tracemend.running.execution import describe_end, guarded, new_namespace, raised_at
from tracemend.tracing.values import Shower
from tracemend.units.recorder import Recorder
from tracemend.units.stdio_units import compare_output

# Bounds what the test's own code prints together with what the program printed.
_OUTPUT = 1_000_000
_REPR = 400
# Mebibytes for the test's own code.
_MEMORY = 512


def judge(program, tests, cases, seconds):
    """A ruling for each case (`rulingSchema`). `seconds` bounds the test's own code."""
    return [
        {"test": case["test"], "ruling": _rule(program, tests, case, seconds)} for case in cases
    ]


def _rule(program, tests, case, seconds):
    unit = units.find(program, tests, case["test"])
    if unit.apart is None:
        return {"kind": "declined", "reason": unit.reason}
    if unit.kind == "stdio":
        return _rule_on_output(unit, case["replies"])
    return _rule_by_replay(unit, case["replies"], seconds)


def _rule_on_output(unit, replies):
    if not replies:
        return {"kind": "asks", "ask": {"kind": "run", "stdin": unit.stdin}}
    reply = replies[-1]
    if reply["kind"] == "ran":
        difference = compare_output(unit.expected_output, reply["output"])
        explanation = Explanation(difference)
        if difference:
            explanation = Explanation(
                difference, clip(unit.expected_output, _REPR), clip(reply["output"], _REPR)
            )
        return _settled(unit, "failed" if difference else "passed", explanation, reply["output"])
    if reply["kind"] == "ended":
        return _settled(unit, reply["status"], Explanation(reply["message"]), reply["output"])
    if reply["kind"] == "raised":
        return _settled(unit, "raised", Explanation(_raised_message(reply)), reply["output"])
    return _settled(unit, "crashed", Explanation("the program was not run"), "")


def _rule_by_replay(unit, replies, seconds):
    limits = {"seconds": seconds, "steps": 0, "output": _OUTPUT, "memory": _MEMORY}
    replay = Replay(unit.apart, replies)
    recorder = _Recorder(replay, unit.apart.variables)
    error = None
    # A test that draws random numbers draws the same ones each time it is replayed.
    random.seed(0)
    with guarded(limits) as run, replay:
        namespace = new_namespace("program")
        try:
            replay.prepare(namespace)
            unit.run(namespace, recorder)
        except BaseException as caught:
            error = caught
        # What the replay found out counts even when the test caught the exception that told it so.
        if replay.is_interrupted:
            return _interruption(unit, replay, run)
        if error is None:
            return _settled(unit, "passed", Explanation(""), run.output)
        try:
            status, explanation = _failure(error, replay, recorder, run)
        except Interrupted:
            # To show an object of the program, it has to be asked once more.
            return _interruption(unit, replay, run)
        return _settled(unit, status, explanation, run.output)


def _interruption(unit, replay, run):
    if replay.declined:
        return {"kind": "declined", "reason": replay.declined}
    if replay.ended:
        status, message = replay.ended
        return _settled(unit, status, Explanation(message), run.output)
    ruling = {"kind": "asks", "ask": replay.ask}
    return {**ruling, "program": unit.redacted} if unit.redacted is not None else ruling


class _Recorder(Recorder):
    """Also lets stand-ins of the program's objects answer what the test asks about them."""

    def __init__(self, replay, variables):
        super().__init__()
        self._replay = replay
        self._variables = variables

    def rewrite(self, statements):
        return rewritten(statements, self._variables)

    def holds(self, sign, left, right):
        if sign in ("is", "is not"):
            return self._replay.is_same(left, right) == (sign == "is")
        return super().holds(sign, left, right)


def _failure(error, replay, recorder, run):
    end = describe_end(error, run.limits)
    limited = limit_words(end)
    if limited:
        return end["kind"], Explanation(f"the test's own code {limited}")
    reply = replay.reply_of(error)
    if reply is not None and reply["line"]:
        return "raised", Explanation(_raised_message(reply))
    if isinstance(error, AssertionError) and reply is None:
        if isinstance(getattr(error, "expected", None), str):
            # A doctest's output.
            return "failed", Explanation(
                end["message"], error.expected.rstrip("\n"), error.actual.rstrip("\n")
            )
        shower = Shower(run.quietly)
        return "failed", explain_assert(
            recorder, end["message"], lambda value: shower.show(value, _REPR)
        )
    at = raised_at(error)
    place = " of the tests" if at and at["place"] == "tests" else ""
    line = f" on line {at['line']}{place}" if at else ""
    what = f"{type(error).__name__}: {end['message']}".removesuffix(": ")
    return "raised", Explanation(f"raised {what}{line}")


def _raised_message(reply):
    line = f" on line {reply['line']}" if reply["line"] else ""
    what = f"{reply['type']}: {reply['message']}".removesuffix(": ")
    return f"raised {what}{line}"


def _settled(unit, status, explanation, output):
    outcome = {
        "testId": unit.id,
        "status": status,
        "message": explanation.message,
        "expected": explanation.expected,
        "actual": explanation.actual,
        "output": output,
        "judging": unit.judging,
    }
    return {"kind": "settled", "outcome": outcome}
