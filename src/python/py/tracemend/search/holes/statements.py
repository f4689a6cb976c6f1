"""What may stand in the hole of a statement."""

import re

_SIGNS = ("+", "-", "*", "//")
_STARTS = ("0", "[]", "1", "''", "{}", "set()", "None")


def statements(around):
    """Yields `(text, prior)` for the statement hole of which `around` tells."""
    source, node = around.source, around.node
    names = around.variables
    if source.loop(node) is not None:
        yield "continue", 0.7
        yield "break", 0.7
    yield "pass", 0.3
    if source.function(node) is not None:
        for text in (*names, *around.constants):
            yield f"return {text}", 0.6
        yield "return", 0.3
    for name in (*around.unbound, *around.changing):
        yield from _settings(around, name)
    for name in around.changing:
        yield from _updates(around, name)
    for text in around.calls:
        yield text, 0.2
        yield f"return {text}", 0.35


def statements_of(term, around):
    """Statements that are about an expression grown for the place, as `(text, prior)`."""
    if around.source.function(around.node) is not None:
        yield f"return {term}", 0.3
    for name in around.unbound:
        yield f"{name} = {term}", 0.25
    is_looped = around.source.loop(around.node) is not None
    for name in around.changing[:6]:
        if not (is_looped and grows_wildly(name, term)):
            yield f"{name} = {term}", 0.25
        yield f"{name}.append({term})", 0.25
        if not (is_looped and re.search(rf"\b{name}\b", term)):
            yield f"{name} += {term}", 0.2


def grows_wildly(name, term):
    """Whether what is set to `term` in a loop could be too much for the memory or the time of any
    candidate in some rounds: it is doubled, squared, or counted up to.
    """
    mentions = len(re.findall(rf"\b{name}\b", term))
    return mentions > 1 or (mentions == 1 and ("**" in term or "range(" in term))


def _settings(around, name):
    is_unbound = name in around.unbound
    for text in (*_STARTS, *around.variables):
        if text != name:
            yield f"{name} = {text}", 0.8 if is_unbound else 0.45


def _updates(around, name):
    others = [other for other in around.variables if other != name]
    for step in ("1", *others):
        for place, sign in enumerate(_SIGNS):
            yield f"{name} {sign}= {step}", (0.7 if step == "1" else 0.6) - 0.1 * place
    for call in ("pop()", "sort()", "reverse()", "clear()", "pop(0)"):
        yield f"{name}.{call}", 0.25
    for other in others:
        for method in ("append", "add", "extend", "remove"):
            yield f"{name}.{method}({other})", 0.65 if method in ("append", "add") else 0.35
        yield f"{name}[{other}] += 1", 0.4
        yield f"{name}[{other}] = {name}.get({other}, 0) + 1", 0.4
        yield f"{name}, {other} = {other}, {name}", 0.3
        for sign in ("+", "%"):
            yield f"{name}, {other} = {other}, {name} {sign} {other}", 0.42
        for third in others:
            if third != other:
                yield f"{name}[{other}] = {third}", 0.3
    for digit in ("10", "2"):
        yield f"{name} //= {digit}", 0.4
    yield f"{name} = {name}[1:]", 0.25
    yield f"print({name})", 0.2
