"""Calls without end: who calls whom, and which argument does not come nearer to an end."""

import ast

from tracemend.explaining.reading import FUNCTIONS, parameters
from tracemend.explaining.telling import Told, code, listing, sentences
from tracemend.explaining.values import UNKNOWN

_LONGEST_CYCLE = 6
_SHOWN = 3
_SCALARS = (int, float, str, bool, type(None))


def explain(scene):
    """A RecursionError."""
    cycle = _cycle(scene.levels)
    if cycle is None:
        return None
    names = list(dict.fromkeys(level.code.co_qualname for level in cycle))
    shown = [code(name.replace("<locals>.", "")) for name in names]
    told, endless = _arguments(scene, cycle)
    how = "without end" if endless else "too many levels deep"
    if len(names) == 1:
        title = f"{shown[0]} calls itself {how}"
        who = f"Line {cycle[-1].line} calls {shown[0]} again, at every level."
    else:
        title = f"{listing(shown)} call each other {how}"
        lines = listing(str(level.line) for level in cycle[:4])
        who = f"The calls are in lines {lines}, and they come round again and again."
    call = cycle[-1]
    node = call.node if call.place == scene.level.place else None
    limit = None if endless else "The limit of calls that may be open at once was reached."
    return Told(title, sentences(who, told, limit), _hint(cycle, endless), node)


def _cycle(levels):
    """The shortest run of frames that repeats at the inner end, or None."""
    codes = [(level.code, level.line) for level in levels[-8 * _LONGEST_CYCLE : -1]]
    for length in range(1, _LONGEST_CYCLE + 1):
        last = codes[-length:]
        if len(codes) >= 4 * length and codes[-4 * length :] == last * 4:
            return levels[-1 - length : -1]
    return None


def _arguments(scene, cycle):
    """How the parameters went from call to call, and whether that shows that there is no end."""
    frames = [level for level in scene.levels if level.code is cycle[0].code]
    function = _function(cycle[0])
    if function is None or len(frames) < 6 or not parameters(function):
        return None, False
    rows, all_same, endless = [], True, False
    for parameter in parameters(function):
        name = parameter.arg
        values = [level.values.name(name) for level in (*frames[:4], *frames[-4:-1])]
        if any(value is UNKNOWN or type(value) not in _SCALARS for value in values):
            all_same = False
            continue
        first = ", ".join(scene.show(value).strip("`") for value in values[:4])
        rows.append(f"{code(name)} was {code(first + ', …')}")
        all_same = all_same and all(value == values[0] for value in values)
        endless = endless or _runs_away(values)
    if all_same:
        return "Each call passes the same values: nothing changes on the way.", True
    return (f"{listing(rows[:_SHOWN])}." if rows else None), endless


def _runs_away(values):
    """Whether whole numbers go down step by step, below zero."""
    if any(type(value) is not int for value in values):
        return False
    steps = {later - earlier for earlier, later in zip(values[:3], values[1:4], strict=True)}
    return len(steps) == 1 and steps.pop() < 0 and values[-1] < 0


def _function(level):
    scope = level.reading.scope(level.node) if level.node is not None else None
    return scope if isinstance(scope, FUNCTIONS) else None


def _hint(cycle, endless):
    function = _function(cycle[0])
    if function is None:
        return None
    inside = list(cycle[0].reading.within(function))
    ends = [
        node
        for node in inside
        if isinstance(node, ast.If)
        and any(isinstance(part, (ast.Return, ast.Raise)) for part in ast.walk(node))
    ]
    if not ends and len(cycle) == 1 and not any(isinstance(n, ast.IfExp) for n in inside):
        return (
            f"{code(function.name)} needs a case in which it does not call itself: an "
            f"{code('if')} with a {code('return')} before the call."
        )
    if ends:
        test = cycle[0].reading.code(ends[0].test)
        check = (
            f"The calls must lead to the case that ends them, {test} in line {ends[0].lineno}: "
            "check what is passed, and whether that case can be jumped over."
        )
        return check if endless else f"{check} If they do lead there, use a loop instead."
    return "Make sure that each call leads towards a case that ends without another call."
