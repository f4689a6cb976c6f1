"""What the tests expect, as far as it can be read from them."""

import ast


def expected_literals(units):
    """What the failing `assert f(...) == literal` tests expect, as source."""
    found = {}
    for unit in units:
        for right in _right_sides(unit):
            text = ast.unparse(right)
            if len(text) <= 60:
                found.setdefault(text)
    return list(found)


def wanted_values(units):
    """The value that a unit wants a call to give, by the unit's number, where it is a literal."""
    found = {}
    for number, unit in enumerate(units):
        sides = list(_right_sides(unit))
        if len(sides) == 1:
            try:
                found[number] = ast.literal_eval(sides[0])
            except ValueError:
                continue
    return found


def _right_sides(unit):
    try:
        tree = ast.parse(unit.text)
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert):
            if isinstance(node.test, ast.Compare):
                yield node.test.comparators[-1]
            else:
                # `assert f(x)` and `assert not f(x)`.
                yield ast.Constant(not isinstance(node.test, ast.UnaryOp))
        elif _is_equal_call(node):
            yield node.args[1]


def _is_equal_call(node):
    """Whether it is `self.assertEqual(actual, expected)`."""
    if not isinstance(node, ast.Call) or len(node.args) < 2:
        return False
    return getattr(node.func, "attr", "") == "assertEqual"
