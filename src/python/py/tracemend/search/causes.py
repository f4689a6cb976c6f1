"""For each family of edits: why the program went wrong, and what the edit makes of it."""

import ast

from .story import code


def cause(edit, source):
    """Two pieces of text: a sentence on what is wrong, and the beginning of one on the fix."""
    explain = _FAMILIES.get(edit.family, _replaced)
    return explain(edit, source)


def _parts(edit, source):
    return code(edit.before(source.text)), code(edit.after(source.text))


def _replaced(edit, source):
    before, after = _parts(edit, source)
    return f"Line {edit.line} has {before}.", f"With {after} instead"


def _constant(edit, source):
    before, after = _parts(edit, source)
    kind = "text" if edit.replacement.startswith(("'", '"')) else "value"
    return (
        f"The {kind} in {before} on line {edit.line} is not the right one.",
        f"With {after} instead",
    )


def _off_by_one(edit, source):
    before, after = _parts(edit, source)
    return f"{before} on line {edit.line} is off by one.", f"With {after} instead"


def _condition(edit, source):
    before, after = _parts(edit, source)
    if edit.about[:1] == ("drop",):
        part = code(edit.about[1])
        return (
            f"The condition {before} on line {edit.line} also asks for {part}.",
            f"Without that part, as {after}",
        )
    return (
        f"The condition {before} on line {edit.line} does not separate the cases as it should.",
        f"With {after}",
    )


def _comparison(edit, source):
    before, after = _parts(edit, source)
    return (
        f"The comparison {before} on line {edit.line} decides the wrong way.",
        f"With {after} instead",
    )


def _initial(edit, source):
    name, _, start = edit.before(source.text).partition("=")
    value = edit.after(source.text).partition("=")[2]
    return (
        f"{code(name.strip())} starts at {code(start.strip())} on line {edit.line}.",
        f"Starting at {code(value.strip())}",
    )


def _mutable_default(edit, source):
    name, default = edit.about
    return (
        f"The default {code(default)} of {code(name)} on line {edit.line} is made once, when the "
        "function is defined, and every call without that argument shares it.",
        f"With {code('None')} as the default and a new {code(default)} made in each call",
    )


def _aliasing(edit, source):
    before, after = _parts(edit, source)
    if after.startswith("`[") and " for _ in " in after:
        return (
            f"{before} on line {edit.line} holds one and the same row several times, so a "
            "change in one row shows in all of them.",
            f"{after} makes each row anew, and then",
        )
    return (
        f"Line {edit.line} hands on {before} itself, not its value at that time, so what is "
        "changed later shows there too.",
        f"With a copy, {after}",
    )


def _dedent(edit, source):
    before, _ = _parts(edit, source)
    return (
        f"{before} on line {edit.line} stands one block too deep, so it runs before the block "
        "around it is done.",
        "Moved out of that block",
    )


def _indent(edit, source):
    before, _ = _parts(edit, source)
    return (
        f"{before} on line {edit.line} stands outside the block that it belongs to.",
        "Moved into that block",
    )


def _deletion(edit, source):
    before, _ = _parts(edit, source)
    return f"{before} on line {edit.line} undoes what the lines around it do.", "Without it"


def _exchange(edit, source):
    return (
        f"The statements on line {edit.line} and after it run in the wrong order.",
        "The other way round",
    )


def _missing_update(edit, source):
    text, kind, *names = edit.about
    if kind == "loop":
        loop = _loop_around(edit, source)
        condition = code(source.of(loop.test)) if loop else "its condition"
        return (
            f"The loop asks for {condition} but no line of it takes {code(names[0])} any further.",
            f"With {code(text)} at the end of each round",
        )
    if kind == "else":
        return (
            f"Nothing after line {edit.line} sets {code(names[0])} back if its condition is false.",
            f"With {code(text)} there",
        )
    return (
        f"No line takes {code(names[0])} any further after line {edit.line}.",
        f"With {code(text)} there",
    )


def _loop_around(edit, source):
    for node in ast.walk(source.tree):
        if isinstance(node, ast.While) and source.line(source.start(node.body[-1])) == edit.line:
            return node
    return None


def _missing_return(edit, source):
    return (
        f"Without a `return` at line {edit.line}, the function gives back `None`.",
        f"With {code(edit.about[0])}",
    )


def _guard(edit, source):
    condition, answer = edit.about[-2:]
    if answer == "condition":
        return (
            f"{code(edit.before(source.text))} on line {edit.line} runs in every case.",
            f"Only if {code(condition)}",
        )
    if answer == "continue":
        return (
            f"The loop around line {edit.line} treats every element alike.",
            f"Passing over those with {code(condition)}",
        )
    return (
        f"Nothing before line {edit.line} takes care of the case {code(condition)}.",
        f"Answering {code(answer)} in that case",
    )


def _lookup(edit, source):
    before, after = _parts(edit, source)
    return (
        f"{before} on line {edit.line} does not provide for what the key holds before, or for "
        "a key that is not there yet.",
        f"With {after}",
    )


def _swap(edit, source):
    before, after = _parts(edit, source)
    return f"The parts of {before} on line {edit.line} stand the wrong way round.", f"As {after}"


def _drop(edit, source):
    before, after = _parts(edit, source)
    return f"Line {edit.line} has a part too many: {before}.", f"With {after} alone"


def _wrap(edit, source):
    before, after = _parts(edit, source)
    return f"Line {edit.line} takes {before} as it is.", f"With {after}"


def _name(edit, source):
    before, after = _parts(edit, source)
    return f"{before} on line {edit.line} uses the wrong name.", f"With {after} instead"


def _function(edit, source):
    before, after = _parts(edit, source)
    return f"{before} on line {edit.line} calls the wrong function.", f"With {after} instead"


def _bounds(edit, source):
    before, after = _parts(edit, source)
    return f"{before} on line {edit.line} does not cover what it should.", f"With {after}"


def _answers(edit, source):
    return (
        f"The answers from line {edit.line} on are the wrong way round.",
        "With `True` and `False` exchanged",
    )


def _jump(edit, source):
    if edit.about:
        word = code(edit.about[0])
        return f"After line {edit.line} the loop goes on.", f"With {word} there"
    return _replaced(edit, source)


_FAMILIES = {
    "comparison": _comparison,
    "condition": _condition,
    "initial value": _initial,
    "mutable default": _mutable_default,
    "aliasing": _aliasing,
    "dedent": _dedent,
    "indent": _indent,
    "deletion": _deletion,
    "exchange": _exchange,
    "missing update": _missing_update,
    "missing return": _missing_return,
    "guard": _guard,
    "lookup": _lookup,
    "swap": _swap,
    "drop": _drop,
    "wrap": _wrap,
    "name": _name,
    "function": _function,
    "range": _bounds,
    "off by one": _off_by_one,
    "constant": _constant,
    "index": _bounds,
    "exchanged answers": _answers,
    "jump": _jump,
}
