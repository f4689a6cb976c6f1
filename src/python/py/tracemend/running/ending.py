"""How a run ended, in the shape of `runEndSchema` in `trace.ts`."""

import linecache
import traceback
from itertools import islice

from tracemend import host
from tracemend.running.bounds import (
    FOLDER,
    PLACES,
    DeadlinePassed,
    OutputLimit,
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
    kind = type(exception)
    bound = type(_bound_behind(exception))
    if bound is DeadlinePassed:
        return {"kind": "timedOut", "seconds": limits["seconds"]}
    if bound is OutputLimit:
        return {"kind": "outputLimit", "characters": limits["output"]}
    if issubclass(kind, MemoryError) and host.memory_was_refused():
        # What is still to be said of the run takes some, and the program's values are still alive.
        host.limit_memory(0)
        return {"kind": "memoryLimit", "mebibytes": guarded.current.memory}
    if issubclass(kind, SyntaxError) and _is_of_our_text(exception):
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
        if exception is None or issubclass(type(exception), Stopped):
            return exception
        exception = part_of(exception, "__context__")
    return None


def _recursion_limit(exception):
    run = guarded.current
    if issubclass(type(exception), RecursionError) and run and run.keeps_recursion_limit():
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
    if part_of(exception, "args") == () and _is_plain(type(exception)):
        return ""
    try:
        text = _quietly(lambda: str(exception))
        return clip(text, _MESSAGE)
    except BaseException:
        # Whatever the program's `__str__` raises is its own affair.
        return _UNREADABLE


def clip(text, limit):
    """The text, or its beginning and a visible `…` when it is longer than `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def raised_at(exception):
    """The innermost line of the user's texts that the exception passed, or None."""
    frames = _user_frames(exception)
    passed = [link for link in frames if link.tb_frame.f_code.co_filename in PLACES]
    if not passed:
        return None
    link = passed[-1]
    return {"place": PLACES[link.tb_frame.f_code.co_filename], "line": link.tb_lineno}


def user_traceback(exception):
    """A traceback as Python prints it, of the lines of the user's texts and modules only."""
    parts = []
    link, following = exception, ""
    for _ in range(_CHAIN):
        parts.append(_one_traceback(link) + following)
        cause, context = part_of(link, "__cause__"), part_of(link, "__context__")
        if cause is not None:
            following = "\nThe above exception was the direct cause of the following exception:\n\n"
            link = cause
        elif context is not None and not part_of(link, "__suppress_context__"):
            following = "\nDuring handling of the above exception, another exception occurred:\n\n"
            link = context
        else:
            break
    return clip("".join(reversed(parts)), _TRACEBACK)


def _one_traceback(exception):
    try:
        rows = [_row(link) for link in _user_frames(exception)]
        lines = "".join(traceback.StackSummary.from_list(rows).format())
    except Exception:
        # The program replaced what the library needs for it.
        lines = ""
    head = "Traceback (most recent call last):\n" if lines else ""
    message = message_of(exception)
    name = type_name(exception)
    return f"{head}{lines}{name}: {message}\n" if message else f"{head}{lines}{name}\n"


def _row(link):
    """A frame with its line, and the part of it that was at work."""
    code = link.tb_frame.f_code
    at = max(link.tb_lasti, 0) // 2
    line, end_line, column, end_column = next(islice(code.co_positions(), at, None), (None,) * 4)
    marks = {"end_lineno": end_line, "colno": column, "end_colno": end_column}
    marks = marks if line == link.tb_lineno else {}
    text = linecache.getline(code.co_filename, link.tb_lineno)
    name = _shown_name(code.co_filename)
    return traceback.FrameSummary(name, link.tb_lineno, code.co_qualname, line=text, **marks)


def _user_frames(exception):
    link = part_of(exception, "__traceback__")
    while link is not None:
        if is_users(link.tb_frame.f_code.co_filename):
            yield link
        link = link.tb_next


def _shown_name(filename):
    """A module's name as the user gave it; the texts have names of their own."""
    return filename.removeprefix(FOLDER + "/")


def part_of(exception, name):
    """A part that every exception has, whatever its class makes of the attribute."""
    return BaseException.__dict__[name].__get__(exception)


def _is_plain(kind):
    return type.__getattribute__(kind, "__str__") is BaseException.__str__


def _is_of_our_text(error):
    return error.filename in PLACES and not any(_user_frames(error))


def _is_clean_exit(exception):
    kind = type(exception)
    if not issubclass(kind, SystemExit):
        return False
    code = SystemExit.code.__get__(exception)
    return code is None or type(code) in (int, bool) and code == 0


def _quietly(call):
    if guarded.current is not None:
        return guarded.current.quietly(call)
    with guarded({"seconds": 1, "output": 0}) as run:
        return run.quietly(call)
