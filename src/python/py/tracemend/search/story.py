"""A trace in words: what a step did, and where two runs of almost the same program part."""

from dataclasses import dataclass

_LONGEST = 60
_SHOWN = 2


def code(text):
    """`text` on one line, shortened, as Markdown code."""
    joined = " ".join(text.split())
    shown = joined if len(joined) <= _LONGEST else joined[: _LONGEST - 1] + "…"
    fence = "``" if "`" in shown else "`"
    return f"{fence}{shown}{fence}"


def value_in(step, name):
    """What `step` made of `name`, or None when it left it alone."""
    for change in step["changes"]:
        if change["name"] == name:
            return change["value"]
    return None


def did(step, headers):
    """What a step did, as the end of a sentence; `headers` are the lines where functions begin."""
    ordinal = f"step ({step['ordinal']})"
    for name, verb in (
        ("__exception__", "raises"),
        ("__return__", "returns"),
        ("__yield__", "yields"),
    ):
        value = value_in(step, name)
        if value is not None:
            return f"{_where(step)} {verb} {code(value)} in {ordinal}"
    values = [f"{code(change['name'])} is {code(change['value'])}" for change in step["changes"]]
    listed = _listed(values[:_SHOWN])
    if step["place"] == "program" and step["line"] in headers:
        return f"{code(step['frame']['function'])} is called in {ordinal}, where {listed}"
    return f"after {_where(step)}, in {ordinal}, {listed}"


def _where(step):
    return f"line {step['line']}" + (" of the tests" if step["place"] == "tests" else "")


def _listed(items):
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


@dataclass
class Parting:
    """Where two traces part: the last step in common and the next ones, None if there is none."""

    common: dict | None
    before: dict | None
    after: dict | None


def parting(old, new, old_line):
    """Where the run of the fixed program leaves that of the buggy one; None when it never does.

    `old_line` maps a line of the fixed program to the buggy one's, None for a line that is new.
    """
    common = None
    for one, other in zip(old["steps"], new["steps"], strict=False):
        line = old_line(other["line"]) if other["place"] == "program" else other["line"]
        same = (one["place"], one["line"], one["changes"]) == (
            other["place"],
            line,
            other["changes"],
        )
        if not same:
            return Parting(common, one, other)
        common = one
    shorter = min(len(old["steps"]), len(new["steps"]))
    before, after = old["steps"][shorter : shorter + 1], new["steps"][shorter : shorter + 1]
    if not before and not after:
        return None
    return Parting(common, before[0] if before else None, after[0] if after else None)
