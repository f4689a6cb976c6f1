"""A text with its syntax tree and the parts of it that nodes stand for."""

import ast


class Source:
    """Python text and its tree. A SyntaxError of the text propagates, under the given file name."""

    def __init__(self, text, filename):
        self.text = text
        self.filename = filename
        self.tree = ast.parse(text, filename)
        self._lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def segment(self, node):
        """The text of a statement from its first to its last character, decorators included."""
        first, last = first_line(node), node.end_lineno
        lines = self._lines[first - 1 : last]
        if not lines:
            return ""
        lines[-1] = _head(lines[-1], node.end_col_offset)
        lines[0] = _tail(lines[0], node.col_offset)
        indent = " " * node.col_offset
        rest = [line.removeprefix(indent) for line in lines[1:]]
        return "\n".join([lines[0], *rest])


def first_line(node):
    """The first line of a statement, its decorators included."""
    decorators = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def own_nodes(node):
    """The nodes below `node` that run with it: not those inside nested functions, lambdas and
    classes.
    """
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            yield from own_nodes(child)


def loaded_names(*nodes):
    """The names that are read anywhere in the nodes, nested functions included."""
    return {
        node.id
        for root in nodes
        for node in ast.walk(root)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def stored_names(*nodes):
    """The names that the nodes bind where they stand: targets, definitions and imports."""
    names = set()
    for root in nodes:
        for node in (root, *own_nodes(root)):
            if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
                names.add(node.id)
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                names.add(node.name)
            elif isinstance(node, ast.alias):
                names.add(node.asname or node.name.partition(".")[0])
            elif isinstance(node, ast.ExceptHandler) and node.name:
                names.add(node.name)
    return names


def _head(line, offset):
    return line.encode()[:offset].decode(errors="replace") if not line.isascii() else line[:offset]


def _tail(line, offset):
    return line.encode()[offset:].decode(errors="replace") if not line.isascii() else line[offset:]
