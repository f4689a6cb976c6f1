"""Where the holes of a program are in the tree of its stand-in."""

import ast
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class HolePlace:
    """A hole and its node: the name that stands for it, or the operation whose operator it is.
    `statement` is the one that the hole stands in.
    """

    hole: object
    node: ast.AST
    statement: ast.stmt
    is_statement: bool

    @property
    def is_operator(self):
        return self.hole.kind != "value"

    def set_in_rounds(self, source):
        """The names that the statement of an expression sets, where a loop repeats it."""
        if source.loop(self.node) is None or not isinstance(self.statement, ast.Assign):
            return []
        parts = [part for target in self.statement.targets for part in ast.walk(target)]
        return [part.id for part in parts if isinstance(part, ast.Name)]

    def probe(self, schema):
        """The probe that stands here; None for an operator and for what is assigned to."""
        if self.is_operator:
            return None
        return next((probe for probe in schema.probes if probe.node is self.node), None)


def find_places(source, holes):
    """The places of holes, in order. A hole where no value, operator or statement can stand, as for
    a parameter, has none.
    """
    names = {
        source.start(node): node for node in ast.walk(source.tree) if isinstance(node, ast.Name)
    }
    found = []
    for hole in holes:
        node = names.get(hole.start) if hole.kind == "value" else _operation(source, hole)
        if node is not None:
            is_statement = isinstance(source.parent(node), ast.Expr)
            found.append(HolePlace(hole, node, source.statement(node), is_statement))
    return found


def _operation(source, hole):
    for node in ast.walk(source.tree):
        match node:
            case ast.BinOp(left=left, right=right) | ast.AugAssign(target=left, value=right):
                if source.end(left) <= hole.start < source.start(right):
                    return node
    return None
