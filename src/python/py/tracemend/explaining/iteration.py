"""Iterators that have no more, and containers that change while they are gone through."""

import ast

from tracemend.explaining.telling import Told, code, sentences

_CHANGED = {
    "dictionary changed size during iteration": ("dict", "keys were added or removed"),
    "dictionary keys changed during iteration": ("dict", "its keys were changed"),
    "Set changed size during iteration": ("set", "items were added or removed"),
    "deque mutated during iteration": ("deque", "items were added or removed"),
}


def explain_stop(scene):
    """A StopIteration of `next`."""
    node = scene.node
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return None
    if node.func.id != "next" or len(node.args) != 1:
        return None
    name, source = scene.code(node.args[0]), scene.reading.source(node.args[0])
    return Told(
        f"{name} has nothing more to give",
        f"{scene.code(node)} asks for the next item, and there is none, or none is left.",
        f"{code(f'next({source}, None)')} gives {code('None')} at the end; a {code('for')} loop "
        "ends by itself.",
    )


def explain_changed(scene):
    """A RuntimeError of a container that its own loop changed, and of a generator."""
    found = _CHANGED.get(scene.message)
    node = scene.node
    if found is not None and node is not None:
        kind, changed = found
        source = scene.reading.source(node)
        loop = scene.reading.parent(node)
        where = _changing_line(scene, loop, node)
        return Told(
            f"{scene.code(node)} was changed while the loop went through it",
            sentences(
                f"During the loop {changed}.",
                f"Line {where} does that." if where else None,
            ),
            f"Go through a copy: {code(f'list({source})')}. The {kind} itself can then be changed.",
        )
    if scene.message in ("generator raised StopIteration", "coroutine raised StopIteration"):
        return Told(
            f"A {code('StopIteration')} left a generator",
            f"Inside a generator, {code('next(…)')} ran out of items, or {code('StopIteration')} "
            "was raised.",
            f"To end a generator, use {code('return')}; give {code('next')} a second value for "
            "the end.",
        )
    return None


def _changing_line(scene, loop, container):
    """The one line in the loop that stores into or deletes from the container."""
    if not isinstance(loop, ast.For) or not isinstance(container, (ast.Name, ast.Call)):
        return None
    base = container
    if isinstance(base, ast.Call):
        base = base.func.value if isinstance(base.func, ast.Attribute) else None
    if not isinstance(base, ast.Name):
        return None
    lines = set()
    for statement in loop.body:
        for node in ast.walk(statement):
            match node:
                case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
                    pass
                case ast.Call(
                    func=ast.Attribute(
                        value=ast.Name(id=name),
                        attr="pop" | "add" | "remove" | "discard" | "update" | "append",
                    )
                ):
                    pass
                case _:
                    continue
            if name == base.id:
                lines.add(node.lineno)
    return lines.pop() if len(lines) == 1 else None
