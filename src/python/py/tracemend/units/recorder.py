"""Keeping what a failing assert compared, without changing what it does."""

import ast
import copy
import operator

# Not a name that a program writes by accident.
NAME = "__tracemend_recorder__"

_OPERATORS = {
    ast.Eq: ("==", operator.eq),
    ast.NotEq: ("!=", operator.ne),
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("<=", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: (">=", operator.ge),
    ast.Is: ("is", operator.is_),
    ast.IsNot: ("is not", operator.is_not),
    ast.In: ("in", lambda left, right: left in right),
    ast.NotIn: ("not in", lambda left, right: left not in right),
}
_APPLY = dict(_OPERATORS.values())


class Recorder:
    """What the last assert that failed looked at: `sign` and `left`, `right`, or None when none
    failed.

    The sign is a comparison's, `true` for an expression that was expected to be true, or `false`;
    `right`
    is None for those two. `direct` says that `left` or `right`, `"left"`, `"right"` or "", is a
    call's result.
    """

    def __init__(self):
        self.failed = None

    def compare(self, sign, called, left, right):
        result = self.holds(sign, left, right)
        if not result:
            self.failed = (sign, called, left, right)
        return result

    def holds(self, sign, left, right):
        return _APPLY[sign](left, right)

    def rewrite(self, statements):
        """What runs instead of the statements, which record already: by default themselves."""
        return statements

    def expect_true(self, called, value):
        if not value:
            self.failed = ("true", called, value, None)
        return value

    def expect_false(self, called, value):
        if value:
            self.failed = ("false", called, value, None)
        return not value


def record_asserts(statements):
    """Copies of the statements whose asserts report to the `Recorder` under NAME."""
    return [
        ast.fix_missing_locations(_Rewriter().visit(copy.deepcopy(statement)))
        for statement in statements
    ]


class _Rewriter(ast.NodeTransformer):
    def visit_Assert(self, node):
        node.test = ast.copy_location(_recorded(node.test), node.test)
        return node


def _recorded(test):
    match test:
        case ast.Compare(left, [sign], [right]):
            text, _ = _OPERATORS[type(sign)]
            called = "left" if _is_call(left) else "right" if _is_call(right) else ""
            return _report("compare", ast.Constant(text), ast.Constant(called), left, right)
        case ast.UnaryOp(ast.Not(), operand):
            return _report("expect_false", ast.Constant(_is_call(operand)), operand)
        case _:
            return _report("expect_true", ast.Constant(_is_call(test)), test)


def _is_call(node):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


def _report(method, *arguments):
    recorder = ast.Name(NAME, ast.Load())
    return ast.Call(ast.Attribute(recorder, method, ast.Load()), list(arguments), [])
