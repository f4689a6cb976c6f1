"""The `answer` method: does what the judge asks with the program, and never sees a test."""

import builtins
import io
import sys

from tracemend.judging import plain
from tracemend.judging.named import form_of_standard_error
from tracemend.judging.session import Session
from tracemend.running.ending import describe_end, limit_words
from tracemend.running.execution import (
    compile_program,
    guarded,
    message_of,
    new_namespace,
    raised_at,
    type_name,
)
from tracemend.surroundings.staging import Stage
from tracemend.tracing.values import Shower

_MAX_SESSIONS = 200
_REPR = 200

_sessions = {}
_program = None


def answer(program, session, ask, limits):
    """The reply to one ask (`replySchema`). Calls of one session share a namespace."""
    global _program
    if program != _program:
        _sessions.clear()
        _program = program
    if ask["kind"] == "run":
        return _run(program, ask["stdin"], limits)
    return _call(program, session, ask, limits)


def _run(program, stdin, limits):
    with guarded(limits, stdin) as run:
        sys.stdout = printed = _Copy(sys.stdout)
        try:
            exec(compile_program(program), new_namespace("__main__"))
        except BaseException as error:
            end = describe_end(error, limits, exits_cleanly=True)
            if end["kind"] == "raised":
                return _raised(error, run.output)
            if end["kind"] != "finished":
                return _ended(end, run.output)
    return {"kind": "ran", "output": printed.text()}


def _call(program, name, ask, limits):
    stage, session = _sessions.get(name) or (Stage(), None)
    with guarded(limits, stage=stage) as run:
        try:
            session = session or _start(program, name, stage)
        except BaseException as error:
            return _not_started(error, limits, run)
        try:
            result = session.perform(ask)
        except plain.Malformed:
            message = "the program's interpreter could not read what it was asked"
            return {"kind": "ended", "status": "crashed", "message": message, "output": run.output}
        except BaseException as error:
            end = describe_end(error, limits)
            if limit_words(end):
                return _ended(end, run.output)
            return _raised(error, run.output, session)
        try:
            [value], heap = session.describe([result])
            return {"kind": "value", "value": value, "heap": heap, "output": run.output}
        except plain.NotPlain as reason:
            return {
                "kind": "live",
                "type": type.__getattribute__(type(result), "__name__"),
                "repr": Shower(run.quietly).show(result, _REPR),
                "reason": str(reason),
                "output": run.output,
            }
        except BaseException as error:
            end = describe_end(error, limits)
            if limit_words(end):
                return _ended(end, run.output)
            return _raised(error, run.output)


def _start(program, name, stage):
    """Execute the program for a new session; the oldest one is dropped when there are many."""
    namespace = new_namespace("program")
    exec(compile_program(program), namespace)
    if len(_sessions) >= _MAX_SESSIONS:
        del _sessions[next(iter(_sessions))]
    session = Session(sys.modules["program"])
    _sessions[name] = stage, session
    return session


def _not_started(error, limits, run):
    """The program could not be executed, which no test may catch."""
    end = describe_end(error, limits)
    if end["kind"] not in ("raised", "finished"):
        return _ended(end, run.output)
    raised = _raised(error, run.output)
    line = f" on line {raised['line']}" if raised["line"] else ""
    what = f"{raised['type']}: {raised['message']}".removesuffix(": ")
    return {
        "kind": "ended",
        "status": "raised",
        "message": f"raised {what}{line} before any test began",
        "output": run.output,
    }


def _ended(end, output):
    message = limit_words(end)
    if message is None:
        message = f"line {end['at']['line']} of the program cannot be read: {end['message']}"
    return {"kind": "ended", "status": end["kind"], "message": message, "output": output}


def _raised(error, output, session=None):
    at = raised_at(error)
    own = vars(builtins).values()
    reply = {
        "kind": "raised",
        "type": type_name(error),
        "bases": [
            base.__name__
            for base in type.mro(type(error))
            if base is not object and any(base is kind for kind in own)
        ],
        "message": message_of(error),
        "line": at["line"] if at and at["place"] == "program" else None,
        "output": output,
    }
    return reply if session is None else {**reply, **_error_object(error, session)}


def _error_object(error, session):
    """The exception itself, for a test that looks at it."""
    try:
        arguments = list(BaseException.args.__get__(error))
        # Of a standard class, whose instances are made anew; of others attributes are asked for.
        attributes = dict(vars(error)) if form_of_standard_error(type(error)) else None
        [kind, state, *args], heap = session.describe([type(error), attributes, *arguments])
        parts = {"class": kind, "attributes": state, "args": args, "error": session.hold(error)}
        return {**parts, "heap": heap}
    except plain.NotPlain:
        return {}


class _Copy(io.TextIOBase):
    """Standard output that passes everything on and keeps it, apart from standard error."""

    encoding = "utf-8"

    def __init__(self, stream):
        self._stream = stream
        self._parts = []
        self.buffer = _BytesCopy(self)

    def write(self, text):
        written = self._stream.write(text)
        self._parts.append(text)
        return written

    def writable(self):
        return True

    def text(self):
        return "".join(self._parts)


class _BytesCopy(io.RawIOBase):
    """The bytes side of a `_Copy`."""

    def __init__(self, stream):
        self._stream = stream

    def write(self, data):
        self._stream.write(bytes(data).decode("utf-8", "replace"))
        return len(data)

    def writable(self):
        return True
