"""How a run ended, in the shape of `runEndSchema` in `trace.ts`."""

import linecache
import traceback

from tracemend import host
from tracemend.running.bounds import (
    FOLDER,
    PLACES,
    DeadlinePassed,
    OutputLimit,
    QuietCallEnded,
    Stopped,
    is_users,
)
from tracemend.running.guard import guarded

_MESSAGE = 2000
_TRACEBACK = 8000
_CHAIN = 5
_UNREADABLE = "<message could not be read>"


def describe_end(exception, limits, exits_cleanly=True):
    """What the exception that left a run, or None, says about its end.

    `exits_cleanly` says that a `SystemExit` with code 0 is an end like any other, as for a script.
    """
    if exception is None or exits_cleanly and _is_clean_exit(exception):
        return {"kind": "finished"}
    bound = _bound_behind(exception)
    if isinstance(bound, DeadlinePassed):
        return {"kind": "timedOut", "seconds": limits["seconds"]}
    if isinstance(bound, OutputLimit):
        return {"kind": "outputLimit", "characters": limits["output"]}
    if isinstance(exception, MemoryError) and host.memory_was_refused():
        # What is still to be said of the run takes some, and the program's values are still alive.
        host.limit_memory(0)
        return {"kind": "memoryLimit", "mebibytes": guarded.current.memory}
    if isinstance(exception, SyntaxError) and _is_of_our_text(exception):
        return {
            "kind": "syntaxError",
            "message": exception.msg,
            "at": {"place": PLACES[exception.filename], "line": max(exception.lineno or 1, 1)},
            "column": max((exception.offset or 1) - 1, 0),
        }
    return {
        "kind": "raised",
        "type": type_name(exception),
        "message": message_of(exception),
        "at": raised_at(exception),
        "traceback": user_traceback(exception),
        **_recursion_limit(exception),
    }


def _bound_behind(exception):
    """The exception of ours that ended the run, if any: cleaning up after it may raise others."""
    for _ in range(_CHAIN):
        if exception is None or isinstance(exception, Stopped):
            return exception
        exception = exception.__context__
    return None


def _recursion_limit(exception):
    run = guarded.current
    if isinstance(exception, RecursionError) and run and run.keeps_recursion_limit():
        return {"recursionLimit": run.recursion}
    return {}


def limit_words(end):
    """One line of what a limit did, for an outcome; None where no limit ended the run."""
    match end["kind"]:
        case "timedOut":
            return f"did not finish within {end['seconds']:g} s"
        case "outputLimit":
            return f"printed more than {end['characters']:,} characters"
        case "memoryLimit":
            return f"took more than {end['mebibytes']:g} MiB of memory"
    return None


def type_name(exception):
    """The name of the exception's class, without its module."""
    return type.__getattribute__(type(exception), "__name__")


def message_of(exception):
    """`str(exception)`, bounded; safe when the program wrote the `__str__`."""
    if type(exception).__str__ is BaseException.__str__ and not exception.args:
        return ""
    try:
        text = _quietly(lambda: str(exception))
        return clip(text, _MESSAGE)
    except Exception, QuietCallEnded:
        return _UNREADABLE


def clip(text, limit):
    """The text, or its beginning and a visible `…` when it is longer than `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def raised_at(exception):
    """The innermost line of the user's texts that the exception passed, or None."""
    passed = [(code, line) for code, line in _user_frames(exception) if code.co_filename in PLACES]
    if not passed:
        return None
    code, line = passed[-1]
    return {"place": PLACES[code.co_filename], "line": line}


def user_traceback(exception):
    """A traceback as Python prints it, of the lines of the user's texts and modules only."""
    parts = []
    link, following = exception, ""
    for _ in range(_CHAIN):
        parts.append(_one_traceback(link) + following)
        if link.__cause__ is not None:
            following = "\nThe above exception was the direct cause of the following exception:\n\n"
            link = link.__cause__
        elif link.__context__ is not None and not link.__suppress_context__:
            following = "\nDuring handling of the above exception, another exception occurred:\n\n"
            link = link.__context__
        else:
            break
    return clip("".join(reversed(parts)), _TRACEBACK)


def _one_traceback(exception):
    rows = [
        traceback.FrameSummary(
            _shown_name(code.co_filename),
            line,
            code.co_qualname,
            line=linecache.getline(code.co_filename, line),
        )
        for code, line in _user_frames(exception)
    ]
    head = "Traceback (most recent call last):\n" if rows else ""
    lines = "".join(traceback.StackSummary.from_list(rows).format())
    message = message_of(exception)
    name = type_name(exception)
    return f"{head}{lines}{name}: {message}\n" if message else f"{head}{lines}{name}\n"


def _user_frames(exception):
    link = exception.__traceback__
    while link is not None:
        code = link.tb_frame.f_code
        if is_users(code.co_filename):
            yield code, link.tb_lineno
        link = link.tb_next


def _shown_name(filename):
    """A module's name as the user gave it; the texts have names of their own."""
    return filename.removeprefix(FOLDER + "/")


def _is_of_our_text(error):
    return error.filename in PLACES and not any(_user_frames(error))


def _is_clean_exit(exception):
    return isinstance(exception, SystemExit) and exception.code in (None, 0)


def _quietly(call):
    if guarded.current is not None:
        return guarded.current.quietly(call)
    with guarded({"seconds": 1, "output": 0}) as run:
        return run.quietly(call)
