"""What may stand in the hole of an operator."""

_SUMS = ("+", "-", "*", "//", "%", "/", "**")
_COMPARISONS = ("<", ">", "<=", ">=", "==", "!=", "in", "not in")
_BITS = ("&", "|", "^", "<<", ">>")
_REST = ("and", "or", "is", "is not")
# From the first operator to the last.
_FIRST, _STEP = 0.9, 0.03


def operators(hole, is_tested, around):
    """Yields `(text, prior)`; `is_tested` where a truth value is asked for. `around` are the
    characters before and after the hole, which words must be kept apart from.
    """
    if hole.kind == "update":
        order = (*_SUMS, *_BITS)
    elif is_tested:
        order = (*_COMPARISONS, *_REST, *_SUMS, *_BITS)
    else:
        order = (*_SUMS, *_COMPARISONS, *_REST, *_BITS)
    before, after = around
    for place, operator in enumerate(order):
        text = operator
        if operator[0].isalpha():
            text = f"{' ' * (not before.isspace())}{operator}{' ' * (not after.isspace())}"
        yield text, _FIRST - _STEP * place
