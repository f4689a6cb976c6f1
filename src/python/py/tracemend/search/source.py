"""A program's text and syntax tree, and the way between the tree's positions and the text's."""

import ast
import re

_NEWLINE = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"#[^\r\n]*")
_QUOTED = 48
_SHORT_STATEMENTS = ast.Return | ast.Assign | ast.AugAssign
_BLOCKS = ("body", "orelse", "finalbody")

# How tightly an expression holds together, and how tightly its place wants it to.
_ATOM, _ARITHMETIC, _COMPARISON, _LOGIC, _LOOSE = 4, 3, 2, 1, 0


def tightness(node):
    """How tightly an expression holds together: the more, the less it needs parentheses."""
    match node:
        case ast.BinOp():
            return _ARITHMETIC
        case ast.UnaryOp():
            return _COMPARISON if isinstance(node.op, ast.Not) else _ARITHMETIC
        case ast.Compare():
            return _COMPARISON
        case ast.BoolOp():
            return _LOGIC
        case ast.IfExp() | ast.Lambda() | ast.NamedExpr() | ast.Yield() | ast.YieldFrom():
            return _LOOSE
        case _:
            return _ATOM


def _wanted_tightness(parent, node):
    match parent:
        case ast.Attribute() | ast.Await():
            return _ATOM
        case ast.Subscript():
            return _ATOM if parent.value is node else _LOOSE
        case ast.Call():
            return _ATOM if parent.func is node else _LOOSE
        case ast.BinOp():
            is_sum = isinstance(parent.op, ast.Add | ast.Sub) and parent.left is node
            return _ARITHMETIC if is_sum else _ATOM
        case ast.UnaryOp():
            return _COMPARISON if isinstance(parent.op, ast.Not) else _ATOM
        case ast.Compare():
            return _ARITHMETIC
        case ast.BoolOp():
            return _COMPARISON
        case ast.IfExp() | ast.comprehension():
            return _LOGIC
        case _:
            return _LOOSE


class Source:
    """A parsed program. Offsets count characters of `text`, the tree's columns UTF-8 bytes."""

    def __init__(self, text):
        """Raises SyntaxError when `text` is not a program."""
        self.text = text
        self.tree = ast.parse(text)
        self._starts = [0, *(found.end() for found in _NEWLINE.finditer(text))]
        self._parents = {
            child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)
        }

    def parent(self, node):
        """The node around `node`; None for the module."""
        return self._parents.get(node)

    def ancestors(self, node):
        """The nodes around `node`, innermost first."""
        while (node := self._parents.get(node)) is not None:
            yield node

    def statement(self, node):
        """The innermost statement that holds `node`, which may be the node itself."""
        while not isinstance(node, ast.stmt) and node is not None:
            node = self._parents.get(node)
        return node

    def function(self, node):
        """The innermost `def` around `node`, or None."""
        for around in self.ancestors(node):
            if isinstance(around, ast.FunctionDef | ast.AsyncFunctionDef):
                return around
        return None

    def loop(self, node):
        """The innermost loop of the same function around `node`, or None."""
        for around in self.ancestors(node):
            if isinstance(around, ast.For | ast.While | ast.AsyncFor):
                return around
            if isinstance(around, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                return None
        return None

    def block(self, statement):
        """The list of statements that `statement` stands in."""
        parent = self.parent(statement)
        for field in _BLOCKS:
            statements = getattr(parent, field, None)
            if isinstance(statements, list) and statement in statements:
                return statements
        return [statement]

    def offset(self, line, column):
        """The offset of a position of the tree: a line from 1, a column in UTF-8 bytes."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        content = self.text[start:end]
        if content.isascii():
            return start + column
        return start + len(content.encode()[:column].decode())

    def start(self, node):
        """Where `node` begins; for a decorated definition, where its decorators begin."""
        line, column = node.lineno, node.col_offset
        decorators = getattr(node, "decorator_list", None)
        if decorators:
            return self.line_start(self.offset(decorators[0].lineno, 0)) + column
        return self.offset(line, column)

    def end(self, node):
        return self.offset(node.end_lineno, node.end_col_offset)

    def of(self, node):
        """The text of `node`."""
        return self.text[self.start(node) : self.end(node)]

    def line(self, offset):
        """The number, from 1, of the line that holds `offset`."""
        low, high = 0, len(self._starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._starts[middle] <= offset else (low, middle)
        return low + 1

    def line_start(self, offset):
        return self._starts[self.line(offset) - 1]

    def line_end(self, offset):
        """The offset just after the line break of the line that holds `offset`."""
        line = self.line(offset)
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def line_text(self, line):
        """The text of a line, without indentation and comment-free trailing space."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.text[start:end].strip()

    def indentation(self, statement):
        """The white space before `statement`, or None when other code stands before it."""
        start = self.start(statement)
        before = self.text[self.line_start(start) : start]
        return before if not before.strip() else None

    def quotable(self, node):
        """The largest expression or short statement around `node` that is worth quoting with it."""
        quoted = node
        for around in self.ancestors(node):
            if not isinstance(around, ast.expr | _SHORT_STATEMENTS | ast.keyword):
                break
            text = self.of(around)
            if len(text) > _QUOTED or "\n" in text:
                break
            quoted = around
            if isinstance(around, ast.stmt):
                break
        return quoted

    def gap(self, left, right):
        """The offset and text between two nodes, with comments blanked out."""
        start = self.end(left)
        between = self.text[start : self.start(right)]
        return start, _COMMENT.sub(lambda found: " " * len(found.group()), between)

    def fitted(self, node, text):
        """`text`, in parentheses where it would come apart in `node`'s place."""
        wanted = _wanted_tightness(self.parent(node), node)
        if wanted == _LOOSE:
            return text
        start, end = self.start(node), self.end(node)
        if self.text[start - 1 : start] == "(" and self.text[end : end + 1] == ")":
            return text
        try:
            tree = ast.parse(text, mode="eval").body
        except SyntaxError:
            return text
        return text if tightness(tree) >= wanted else f"({text})"
