"""The `judge` method: replays tests against stubs of the program's functions. Never executes the
program.
"""

import random

from tracemend import units
from tracemend.judging.explaining import Explanation, explain_assert
from tracemend.judging.replay import Replay
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
    recorder = Recorder()
    error = None
    # A test that draws random numbers draws the same ones each time it is replayed.
    random.seed(0)
    with guarded(limits) as run:
        namespace = new_namespace("program")
        try:
            replay.prepare(namespace)
            unit.run(namespace, recorder)
        except BaseException as caught:
            error = caught
        # What the replay found out counts even when the test caught the exception that told it so.
        if replay.declined:
            return {"kind": "declined", "reason": replay.declined}
        if replay.ended:
            status, message = replay.ended
            return _settled(unit, status, Explanation(message), run.output)
        if replay.ask:
            return {"kind": "asks", "ask": replay.ask}
        if error is None:
            return _settled(unit, "passed", Explanation(""), run.output)
        status, explanation = _failure(error, replay, recorder, run)
        return _settled(unit, status, explanation, run.output)


def _failure(error, replay, recorder, run):
    end = describe_end(error, run.limits)
    limited = limit_words(end)
    if limited:
        return end["kind"], Explanation(f"the test's own code {limited}")
    reply = replay.reply_of(error)
    if reply is not None:
        return "raised", Explanation(_raised_message(reply))
    if isinstance(error, AssertionError):
        shower = Shower(run.quietly)
        return "failed", explain_assert(
            recorder, end["message"], lambda value: shower.show(value, _REPR)
        )
    at = raised_at(error)
    line = f" on line {at['line']} of the tests" if at else ""
    what = f"{type(error).__name__}: {error}".removesuffix(": ")
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
