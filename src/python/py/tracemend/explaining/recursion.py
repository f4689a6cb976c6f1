"""Calls without end: who calls whom, and which argument does not come nearer to an end."""

import ast

from tracemend.explaining.reading import FUNCTIONS, parameters
from tracemend.explaining.telling import Told, code, listing, sentences
from tracemend.explaining.values import UNKNOWN

_LONGEST_CYCLE = 6
_SCALARS = (int, float, str, bool, type(None))


def explain(scene):
    """A RecursionError."""
    cycle = _cycle(scene.levels)
    if cycle is None:
        return None
    names = list(dict.fromkeys(level.code.co_qualname for level in cycle))
    shown = [code(name.replace("<locals>.", "")) for name in names]
    if len(names) == 1:
        title = f"{shown[0]} calls itself without end"
        who = f"Line {cycle[-1].line} calls {shown[0]} again, at every level."
    else:
        title = f"{listing(shown)} call each other without end"
        lines = listing(str(level.line) for level in cycle[:4])
        who = f"The calls are in lines {lines}, and they come round again and again."
    told = _arguments(scene, cycle)
    return Told(title, sentences(who, told), _hint(scene, cycle))


def _cycle(levels):
    """The shortest run of frames that repeats at the inner end, or None."""
    codes = [(level.code, level.line) for level in levels[-8 * _LONGEST_CYCLE : -1]]
    for length in range(1, _LONGEST_CYCLE + 1):
        last = codes[-length:]
        if len(codes) >= 4 * length and codes[-4 * length :] == last * 4:
            return levels[-1 - length : -1]
    return None


def _arguments(scene, cycle):
    """How the parameters of the function went from call to call, from the outermost on."""
    frames = [level for level in scene.levels if level.code is cycle[0].code]
    function = _function(cycle[0])
    if function is None or len(frames) < 5:
        return None
    for parameter in parameters(function)[:4]:
        name = parameter.arg
        values = [level.values.name(name) for level in (*frames[:4], *frames[-3:])]
        if any(value is UNKNOWN or type(value) not in _SCALARS for value in values):
            continue
        if all(value == values[0] for value in values):
            if len(parameters(function)) == 1:
                return f"{code(name)} was {scene.show(values[0])} each time: nothing changes."
            continue
        first = ", ".join(scene.show(value).strip("`") for value in values[:4])
        past = ""
        if all(type(value) is int for value in values):
            steps = {
                later - earlier for earlier, later in zip(values[:3], values[1:4], strict=True)
            }
            if len(steps) == 1:
                way = "down" if steps.pop() < 0 else "up"
                past = f": it goes {way}, and nothing stops it"
        return f"{code(name)} was {code(first + ', …')}{past}."
    return None


def _function(level):
    scope = level.reading.scope(level.node) if level.node is not None else None
    return scope if isinstance(scope, FUNCTIONS) else None


def _hint(scene, cycle):
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
        return (
            f"The call must lead towards the case that ends it, {test} in line "
            f"{ends[0].lineno}; check what is passed, and whether that case can be jumped over."
        )
    return "Make sure that each call leads towards a case that ends without another call."
