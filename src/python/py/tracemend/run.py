"""The `trace` and `together` methods: a program and one test in this interpreter."""

from json import loads

from tracemend import host, units
from tracemend.explaining.ends import explain_end, explain_unreadable
from tracemend.judging.explaining import Explanation, explain_assert
from tracemend.running.bounds import PROGRAM, TESTS
from tracemend.running.ending import describe_end, limit_words
from tracemend.running.execution import compile_program, guarded, new_namespace, register_source
from tracemend.tracing.tracer import Tracer, send_nothing
from tracemend.tracing.values import Shower
from tracemend.units.recorder import Recorder

_REPR = 400


def trace(program, tests, test, limits):
    """Send the trace of one test, or of the program alone, in pieces; say how the run ended."""
    return _trace(program, tests, test, limits)


def record(program, tests, test, limits):
    """The same trace as a whole, in the shape of `traceSchema`, and nothing sent."""
    ended = _trace(program, tests, test, limits, keeps=True)
    return loads(host.recorder().kept(host.to_json({"testId": test, **ended})))


def _trace(program, tests, test, limits, keeps=False):
    try:
        unit = None if test is None else units.find(program, tests, test)
    except units.Unreadable as unreadable:
        if not keeps:
            send_nothing()
        return {"end": _unreadable(unreadable) | explain_unreadable(unreadable, tests)}
    with guarded(limits, unit and unit.stdin) as run:
        tracer = Tracer({PROGRAM: program, TESTS: tests}, run, keeps)
        error = _attempt(lambda: _run_traced(program, tests, unit, tracer))
        end = describe_end(error, limits, exits_cleanly=_runs_as_main(unit))
    tracer.finish()
    end |= explain_end(end, error, {PROGRAM: program, TESTS: tests})
    if tracer.defect is not None:
        defect = tracer.defect
        message = f"The tracer failed by itself: {type(defect).__name__}: {defect}"
        end = {"kind": "crashed", "message": message}
    return {"end": end, "stderr": run.capture.errors}


def together(program, tests, test, limits):
    """The outcome of one test in the program's interpreter, in the shape of `testOutcomeSchema`."""
    unit = units.find(program, tests, test)
    recorder = Recorder()
    with guarded(limits, unit.stdin) as run:
        error = _attempt(lambda: _run(program, tests, unit, recorder))
        end = describe_end(error, limits, exits_cleanly=_runs_as_main(unit))
        status, explanation = _verdict(unit, end, error, recorder, run)
        return {
            "testId": test,
            "status": status,
            "message": explanation.message,
            "expected": explanation.expected,
            "actual": explanation.actual,
            "output": run.output,
            "judging": unit.judging,
        }


def _attempt(work):
    """The exception that the user's code let out, if any."""
    try:
        work()
    except BaseException as error:
        return error
    return None


def _run_traced(program, tests, unit, tracer):
    code = compile_program(program)
    register_source(TESTS, tests)
    namespace = new_namespace("__main__" if _runs_as_main(unit) else "program")
    with tracer:
        exec(code, namespace)
        if unit is not None:
            unit.run(namespace)


def _run(program, tests, unit, recorder):
    code = compile_program(program)
    register_source(TESTS, tests)
    namespace = new_namespace("__main__" if _runs_as_main(unit) else "program")
    exec(code, namespace)
    unit.run(namespace, recorder)


def _runs_as_main(unit):
    return unit is None or unit.runs_as_main


def _unreadable(unreadable):
    return {
        "kind": "syntaxError",
        "message": unreadable.message,
        "at": {"place": unreadable.place, "line": unreadable.line},
        "column": unreadable.column,
    }


def _verdict(unit, end, error, recorder, run):
    """The status of a test in the words of `testStatusSchema`, and why."""
    match end["kind"]:
        case "finished":
            return "passed", Explanation("")
        case "syntaxError":
            where = f"line {end['at']['line']} of the {end['at']['place']}"
            return "syntaxError", Explanation(f"{where} cannot be read: {end['message']}")
    limited = limit_words(end)
    if limited:
        return end["kind"], Explanation(limited)
    if isinstance(error, AssertionError) and not _is_in_program(unit, end):
        return "failed", _explain_failure(error, end, recorder, run)
    what = f"{end['type']}: {end['message']}".removesuffix(": ")
    return "raised", Explanation(f"raised {what}{_place(end['at'])}")


def _is_in_program(unit, end):
    """Whether an assert in the program itself failed; doctests stand in the program's text."""
    at = end["at"]
    return unit.kind != "doctest" and at is not None and at["place"] == "program"


def _explain_failure(error, end, recorder, run):
    expected, actual = getattr(error, "expected", None), getattr(error, "actual", None)
    if isinstance(expected, str) and isinstance(actual, str):
        return Explanation(end["message"], expected.rstrip("\n"), actual.rstrip("\n"))
    shower = Shower(run.quietly)
    return explain_assert(recorder, end["message"], lambda value: shower.show(value, _REPR))


def _place(at):
    if at is None:
        return ""
    return f" on line {at['line']}" + (" of the tests" if at["place"] == "tests" else "")
