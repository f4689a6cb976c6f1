"""Saying what to use instead of pytest, which is not in the interpreter."""

import ast

from tracemend.units.unit import Unreadable

_INSTEAD = {
    "raises": "use unittest.TestCase and self.assertRaises",
    "approx": "use math.isclose, or unittest.TestCase and self.assertAlmostEqual",
    "mark": "write one test function, or one assert, for each case",
    "fixture": "make the values inside each test function",
    "skip": "remove the test",
}
_OTHERWISE = "use plain asserts or unittest.TestCase"


def refuse_pytest(tree):
    """Raise Unreadable where a name of pytest is used; an import without use is removed from the
    tree.
    """
    names = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if _imports_pytest(node)
        for alias in node.names
        if isinstance(node, ast.ImportFrom) or alias.name == "pytest"
    }
    if not names:
        return
    for node in ast.walk(tree):
        used = _used_feature(node, names)
        if used:
            feature, name = used
            raise Unreadable(
                f"{name} is not available here, because pytest is not in this interpreter: "
                f"{_INSTEAD.get(feature, _OTHERWISE)} instead.",
                line=node.lineno,
                column=node.col_offset,
            )
    _Remover().visit(tree)


def _imports_pytest(node):
    if isinstance(node, ast.ImportFrom):
        return node.module == "pytest"
    return isinstance(node, ast.Import) and any(alias.name == "pytest" for alias in node.names)


def _used_feature(node, names):
    match node:
        case ast.Attribute(ast.Name(module), feature) if module in names and feature != "main":
            return feature, f"pytest.{feature}"
        case ast.Name(name, ast.Load()) if name in names and name not in ("pytest", "pt"):
            return name, f"pytest's {name}"
        case _:
            return None


class _Remover(ast.NodeTransformer):
    def visit_Import(self, node):
        node.names = [alias for alias in node.names if alias.name != "pytest"]
        return node if node.names else ast.copy_location(ast.Pass(), node)

    def visit_ImportFrom(self, node):
        return ast.copy_location(ast.Pass(), node) if node.module == "pytest" else node
