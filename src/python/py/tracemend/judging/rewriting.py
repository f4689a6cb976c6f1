"""What a test's own code asks about objects, asked so that stand-ins of the program's objects can
answer: `type(x)`, `x.__class__`, `x is y`, a method's call, and the program's variables.
"""

import ast

PREFIX = "__tracemend_"
TYPE, IS, METHOD, VARIABLE = (f"{PREFIX}{name}__" for name in ("type", "is", "method", "variable"))


def rewritten(statements, variables):
    """The statements, changed in place; `variables` are the names read of the program each time."""
    rewriter = _Rewriter(variables)
    return [ast.fix_missing_locations(rewriter.visit(statement)) for statement in statements]


class _Rewriter(ast.NodeTransformer):
    def __init__(self, variables):
        self._variables = variables

    def visit_Call(self, node):
        self.generic_visit(node)
        match node.func:
            case ast.Name("type") if len(node.args) == 1 and not node.keywords:
                return _call(TYPE, node, node.args)
            case ast.Attribute(ast.Call(ast.Name("super"))):
                return node
            case ast.Attribute(target, name) if not _is_ours(target) and not _is_private(name):
                changed = _call(METHOD, node, [target, ast.Constant(name), *node.args])
                changed.keywords = node.keywords
                return changed
            case _:
                return node

    def visit_Attribute(self, node):
        self.generic_visit(node)
        if node.attr == "__class__" and isinstance(node.ctx, ast.Load):
            return _call(TYPE, node, [node.value])
        return node

    def visit_Compare(self, node):
        self.generic_visit(node)
        match node:
            case ast.Compare(left, [ast.Is() | ast.IsNot() as sign], [right]):
                same = _call(IS, node, [left, right])
                if isinstance(sign, ast.Is):
                    return same
                return ast.copy_location(ast.UnaryOp(ast.Not(), same), node)
            case _:
                return node

    def visit_Name(self, node):
        if node.id in self._variables and isinstance(node.ctx, ast.Load):
            return _call(VARIABLE, node, [ast.Constant(node.id)])
        return node


def _is_ours(node):
    return isinstance(node, ast.Name) and node.id.startswith(PREFIX)


def _is_private(name):
    return name.startswith("__") and not name.endswith("__")


def _call(name, node, args):
    return ast.copy_location(ast.Call(ast.Name(name, ast.Load()), args, []), node)
