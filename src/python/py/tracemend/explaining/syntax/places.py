"""Parts that are right in themselves but stand where they must not."""

import re

from tracemend.explaining.syntax.fault import Found, is_value, span_of
from tracemend.explaining.telling import article, code


def explain(fault):
    for pattern, tell in _TELLERS:
        match = re.match(pattern, fault.message)
        if match is not None:
            return tell(fault, match)
    return None


def _outside_function(fault, match):
    word = match[1]
    return Found(
        f"This {code(word)} stands outside of a function",
        f"Only the block of a {code('def')} can have {article(word)} {code(word)}; line "
        f"{fault.line} is indented as if it stood outside of any.",
        "Indent it into the function that it belongs to."
        if word == "return"
        else f"Put it into a function, with {code('async def')} where it is for {code('await')}.",
    )


def _outside_loop(fault, match):
    word = match[1]
    does = "leaves a loop" if word == "break" else "begins the next round of a loop"
    return Found(
        f"This {code(word)} stands outside of a loop",
        f"{code(word)} {does}, and line {fault.line} is in the block of none.",
        f"Indent it into a {code('for')} or {code('while')}; to leave a function, use "
        f"{code('return')}.",
    )


def _positional(fault, match):
    return Found(
        "An argument without a name comes after one with a name",
        "In a call the arguments by position come first, then those as `name=value`.",
        "Move it before the named ones, or give it its name too.",
        _argument(fault),
    )


def _argument(fault):
    """Python marks the closing parenthesis: the argument is what stands before it."""
    before = fault.token(-1)
    return span_of(before) if is_value(before) and before.text not in ")]}" else None


def _repeated(fault, match):
    return Found(
        f"The call gives {code(match[1])} twice",
        "Each argument can be given once.",
        "Remove one of the two.",
    )


def _defaults(fault, match):
    return Found(
        "A parameter without a default comes after one that has one",
        "Python could not tell which of them an argument is for.",
        "Move it before those with a default, or give it a default too.",
    )


def _duplicate(fault, match):
    return Found(
        f"Two parameters are named {code(match[1])}",
        "Each parameter of a function has a name of its own.",
        "Rename one of them.",
    )


def _declared_late(fault, match):
    name, does, kind = match.groups()
    return Found(
        f"{code(f'{kind} {name}')} comes too late",
        f"Before it the function has already {does.removesuffix(' to')} {code(name)}.",
        "Move it to the top of the function.",
    )


def _parameter(fault, match):
    return Found(
        f"{code(match[1])} cannot be a parameter and {code(match[2])} at once",
        f"A parameter belongs to the function; {code(match[2])} says that the name does not.",
        "Rename one of them.",
    )


def _nonlocal(fault, match):
    return Found(
        f"No function around this one has {code(match[1])}",
        f"{code('nonlocal')} is for a variable of the function around; a variable outside of all "
        f"functions is {code('global')}.",
        f"Write {code(f'global {match[1]}')}, or give it a value in the function around.",
    )


def _nonlocal_outside(fault, match):
    return Found(
        f"This {code('nonlocal')} stands outside of a function",
        "It says that a name belongs to the function around, and there is none.",
        "Remove it.",
    )


def _else_missing(fault, match):
    return Found(
        f"This {code('if')} inside an expression has no {code('else')}",
        "It must give a value in either case.",
        f"Write {code('a if condition else b')}.",
    )


def _comprehension(fault, match):
    return Found(
        "The parts before `for` need parentheses",
        "Without them Python cannot tell where an item ends.",
        f"Write {code('[(x, y) for … in …]')}.",
    )


def _dictionary(fault, match):
    if match[0].startswith("':'"):
        return Found(
            "A key of the dict has no value",
            f"Each key is followed by {code(':')} and its value.",
            "Add them, or remove the key.",
        )
    return Found(
        "A key of the dict has no value",
        f"After its {code(':')} a value is missing.",
        "Add the value.",
    )


def _names_missing(fault, match):
    return Found(
        f"After {code('import')} nothing is named",
        "The line says from where, but not what.",
        f"Name what is to be imported; {code('import module')} alone takes all of a module.",
    )


def _import_order(fault, match):
    return Found(
        f"{code('from')} comes before {code('import')}",
        "The module is named first, then what is taken from it.",
        f"Write {code('from module import name')}.",
    )


def _parenthesized(fault, match):
    return Found(
        "A parameter cannot stand in parentheses of its own",
        "Python 2 could take an argument apart there.",
        "Give it one name, and take it apart inside the function.",
    )


_TELLERS = (
    (r"^'(return|yield|await|yield from|async for|async with)' outside (?:async )?function",
        _outside_function),
    (r"^'(break)' outside loop", _outside_loop),
    (r"^'(continue)' not properly in loop", _outside_loop),
    (r"^positional argument follows keyword argument", _positional),
    (r"^keyword argument repeated: (\w+)", _repeated),
    (r"^parameter without a default follows", _defaults),
    (r"^duplicate (?:argument|parameter) '(\w+)' in function definition", _duplicate),
    (r"^name '(\w+)' is (used|assigned to) (?:prior to|before) (global|nonlocal) declaration",
        _declared_late),
    (r"^name '(\w+)' is parameter and (global|nonlocal)", _parameter),
    (r"^no binding for nonlocal '(\w+)' found", _nonlocal),
    (r"^nonlocal declaration not allowed at module level", _nonlocal_outside),
    (r"^expected 'else' after 'if' expression", _else_missing),
    (r"^did you forget parentheses around the comprehension target", _comprehension),
    (r"^':' expected after dictionary key|^expression expected after dictionary key", _dictionary),
    (r"^Expected one or more names after 'import'", _names_missing),
    (r"^Did you mean to use 'from \.\.\. import \.\.\.' instead", _import_order),
    (r"^(?:Function|Lambda expression) parameters cannot be parenthesized", _parenthesized),
)  # fmt: skip
