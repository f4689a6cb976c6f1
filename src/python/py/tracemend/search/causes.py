"""For each family of edits: why the program went wrong, and what the edit makes of it."""

import ast

from .story import code

# Families of which the edit's own text says it all: what is wrong, and the beginning of the fix.
_INSTEAD = "With {after} instead"
_BOUNDS = ("{before} on line {line} does not cover what it should.", "With {after}")
_REPLACED = ("Line {line} has {before}.", _INSTEAD)
_SENTENCES = {
    "comparison": ("The comparison {before} on line {line} decides the wrong way.", _INSTEAD),
    "dedent": (
        "{before} on line {line} stands one block too deep, so it runs before the block around it "
        "is done.",
        "Moved out of that block",
    ),
    "indent": (
        "{before} on line {line} stands outside the block that it belongs to.",
        "Moved into that block",
    ),
    "deletion": ("{before} on line {line} undoes what the lines around it do.", "Without it"),
    "exchange": (
        "The statements on line {line} and after it run in the wrong order.",
        "The other way round",
    ),
    "lookup": (
        "{before} on line {line} does not provide for what the key holds before, or for a key that "
        "is not there yet.",
        "With {after}",
    ),
    "swap": ("The parts of {before} on line {line} stand the wrong way round.", "As {after}"),
    "drop": ("Line {line} has a part too many: {before}.", "With {after} alone"),
    "wrap": ("Line {line} takes {before} as it is.", "With {after}"),
    "name": ("{before} on line {line} uses the wrong name.", _INSTEAD),
    "function": ("{before} on line {line} calls the wrong function.", _INSTEAD),
    "key function": ("{before} on line {line} goes by the wrong key.", "With {after}"),
    "expression": ("{before} on line {line} is not the value that is needed there.", _INSTEAD),
    "range": _BOUNDS,
    "index": _BOUNDS,
    "off by one": ("{before} on line {line} is off by one.", _INSTEAD),
    "exchanged answers": (
        "The answers from line {line} on are the wrong way round.",
        "With `True` and `False` exchanged",
    ),
}


def cause(edit, source):
    """Two pieces of text: a sentence on what is wrong, and the beginning of one on the fix."""
    explain = _FAMILIES.get(edit.family, _in_its_words)
    return explain(edit, source)


def _in_its_words(edit, source):
    before, after = _parts(edit, source)
    wrong, fix = _SENTENCES.get(edit.family, _REPLACED)
    # The texts of the program are put in, never read as a template.
    return tuple(text.format(before=before, after=after, line=edit.line) for text in (wrong, fix))


def _parts(edit, source):
    return code(edit.before(source.text)), code(edit.after(source.text))


def _constant(edit, source):
    before, after = _parts(edit, source)
    kind = "text" if edit.replacement.startswith(("'", '"')) else "value"
    return (
        f"The {kind} in {before} on line {edit.line} is not the right one.",
        f"With {after} instead",
    )


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


def _missing_import(edit, _source):
    statement = code(edit.about[0])
    return f"Nothing imports what line {edit.line} and the following ones use.", f"With {statement}"


def _jump(edit, source):
    if edit.about:
        word = code(edit.about[0])
        return f"After line {edit.line} the loop goes on.", f"With {word} there"
    return _in_its_words(edit, source)


_FAMILIES = {
    "condition": _condition,
    "initial value": _initial,
    "mutable default": _mutable_default,
    "aliasing": _aliasing,
    "missing update": _missing_update,
    "missing return": _missing_return,
    "missing import": _missing_import,
    "guard": _guard,
    "constant": _constant,
    "jump": _jump,
}
