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


def listed(items):
    """Some phrases as one."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


def value_in(step, name):
    """What `step` made of `name`, or None when it left it alone."""
    for change in step["changes"]:
        if change["name"] == name:
            return change["value"]
    return None


def did(step, headers):
    """What a step did, as a clause; `headers` are the lines where functions begin."""
    ordinal = f"in step ({step['ordinal']})"
    where = f"line {step['line']}" + (" of the tests" if step["place"] == "tests" else "")
    verbs = (("__exception__", "raises"), ("__return__", "returns"), ("__yield__", "yields"))
    for name, verb in verbs:
        value = value_in(step, name)
        says_nothing = (name, value) == ("__return__", "None") and len(step["changes"]) > 1
        if value is not None and not says_nothing:
            return f"{where} {verb} {code(value)} {ordinal}"
    changes = [change for change in step["changes"] if change["name"] != "__return__"][:_SHOWN]
    if step["place"] == "program" and step["line"] in headers:
        given = [f"{code(change['name'])} = {code(change['value'])}" for change in changes]
        return f"{code(step['frame']['function'])} is called {ordinal} with {listed(given)}"
    values = [f"{code(change['name'])} to {code(change['value'])}" for change in changes]
    return f"{where} sets {listed(values)} {ordinal}"


def values_before(trace, step):
    """The variables of a step's frame as they were before it."""
    values = {}
    for earlier in trace["steps"]:
        if earlier["ordinal"] >= step["ordinal"]:
            break
        if earlier["frame"]["call"] == step["frame"]["call"]:
            values.update((change["name"], change["value"]) for change in earlier["changes"])
    return values


@dataclass
class Parting:
    """Where two traces part: the next step of each, None where there is none."""

    before: dict | None
    after: dict | None


def parting(old, new, old_line, ignored=frozenset()):
    """Where the run of the fixed program leaves that of the buggy one; None when it never does.

    `old_line` maps a line of the fixed program to the buggy one's, None for a line that is new.
    Steps on the `ignored` lines of the buggy program are passed over in both.
    """

    def place(step):
        in_program = step["place"] == "program"
        return step["place"], old_line(step["line"]) if in_program else step["line"]

    ones = [step for step in old["steps"] if step["line"] not in ignored]
    others = [step for step in new["steps"] if place(step)[1] not in ignored]
    for one, other in zip(ones, others, strict=False):
        if ((one["place"], one["line"]), one["changes"]) != (place(other), other["changes"]):
            return Parting(one, other)
    shorter = min(len(ones), len(others))
    before, after = ones[shorter : shorter + 1], others[shorter : shorter + 1]
    if not before and not after:
        return None
    return Parting(before[0] if before else None, after[0] if after else None)
