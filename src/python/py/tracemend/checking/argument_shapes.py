"""Arguments that were Python values before a data set wrote them as JSON, made so again.

JSON has no tuples, sets or complex numbers: EvalPlus (arXiv:2305.01210) writes lists and texts for
them. The asserts of its MBPP rows show what the function is really called with.
"""

import ast


def restored(inputs, asserts, entry):
    """The argument lists `inputs`, each argument of the kind that `entry` gets in `asserts`.

    `asserts` is a module of the row's asserts; where they differ, JSON's kinds stay.
    """
    calls = _calls(asserts, entry)
    width = min(map(len, calls), default=0)
    shapes = [_Shape([call[index] for call in calls]) for index in range(width)]
    return [
        [_restore(one, shapes[index] if index < width else None) for index, one in enumerate(row)]
        for row in inputs
    ]


def _calls(asserts, entry):
    found = []
    for node in ast.walk(asserts):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == entry:
            try:
                found.append([ast.literal_eval(argument) for argument in node.args])
            except ValueError:
                continue
    return found


class _Shape:
    """What the samples of one place have in common."""

    def __init__(self, samples):
        kinds = {type(sample) for sample in samples}
        sequences = kinds & {list, tuple, set}
        self.sequence = sequences.pop() if len(sequences) == 1 else None
        self.is_number = bool(kinds) and kinds <= {int, float, complex}
        items = [item for one in samples if isinstance(one, (list, tuple, set)) for item in one]
        self.items = _Shape(items) if items else None
        values = [value for one in samples if isinstance(one, dict) for value in one.values()]
        self.values = _Shape(values) if values else None


def _restore(value, shape, around=None, deeper=list):
    """`value` in the kinds of `shape`; deeper than any sample, containers go on as they nested."""
    if isinstance(value, str):
        return _number(value) if shape and shape.is_number else value
    if isinstance(value, dict):
        return {key: _restore(one, shape and shape.values) for key, one in value.items()}
    if not isinstance(value, list):
        return value
    kind = (shape and shape.sequence) or deeper
    below = kind if kind is around else deeper
    return kind([_restore(item, shape and shape.items, kind, below) for item in value])


def _number(text):
    for kind in (float, complex):
        try:
            return kind(text)
        except ValueError:
            continue
    return text
