"""Where in the tree an edit of the text takes effect, and what it puts there."""

import ast
import re
from dataclasses import dataclass

from ..source import tightness

_OPERATIONS = ast.BinOp | ast.UnaryOp | ast.BoolOp | ast.Compare | ast.IfExp
# Of a function as a whole: behind a switch they would hold for all of its edits.
_OF_SCOPES = re.compile(r"\b(yield|await|async|global|nonlocal)\b|:=")
_BLOCKS = ("body", "orelse", "finalbody")


@dataclass(frozen=True, slots=True)
class ExpressionPlace:
    """`text` in the place of the expression `node`."""

    node: ast.expr
    tree: ast.expr


@dataclass(frozen=True, slots=True)
class StatementPlace:
    """`trees` in the place of `block[first:last]`, a list of statements of the program."""

    block: list
    first: int
    last: int
    trees: list


class Places:
    """Finds the place of each edit; None for an edit that holds for more than one place."""

    def __init__(self, source):
        self._source = source
        self._expressions = []
        self._blocks = []
        self._collect(source.tree)
        self._expressions.sort(key=lambda found: found[1] - found[0])
        self._spans = {node: (start, end) for start, end, node in self._expressions}
        self._stored = {}

    @property
    def expressions(self):
        """Every expression that another may stand for, as `(start, end, node)`."""
        return self._expressions

    def of(self, edit):
        return self._expression_place(edit) or self._statement_place(edit)

    def _collect(self, node):
        for field, value in ast.iter_fields(node):
            if field in ("annotation", "returns", "format_spec", "type_params", "pattern"):
                continue
            values = value if isinstance(value, list) else [value]
            if field in _BLOCKS and values and isinstance(values[0], ast.stmt):
                self._keep_block(node, values)
            for child in values:
                if isinstance(child, ast.AST):
                    if is_value(child):
                        start, end = self._source.start(child), self._source.end(child)
                        self._expressions.append((start, end, child))
                    self._collect(child)

    def _keep_block(self, owner, statements):
        source = self._source
        first, last = statements[0], statements[-1]
        if source.indentation(first) is None:
            start, end = source.start(first), source.end(last)
        else:
            start, end = source.line_start(source.start(first)), source.line_end(source.end(last))
        self._blocks.append((start, end, owner, statements))

    def _expression_place(self, edit):
        node = self._innermost(edit)
        while node is not None:
            text = self._edited(edit, node)
            tree = None if _OF_SCOPES.search(text) else self._parsed(text)
            if tree is not None and not self._comes_apart(node, tree):
                return ExpressionPlace(node, tree)
            node = self._source.parent(node)
            if node not in self._spans:
                return None
        return None

    def _innermost(self, edit):
        for start, end, node in self._expressions:
            if start <= edit.start and edit.end <= end:
                return node
        return None

    def _edited(self, edit, node):
        text = self._source.text
        start, end = self._spans[node]
        return text[start : edit.start] + edit.replacement + text[edit.end : end]

    def _parsed(self, text):
        if not text.strip():
            # It would be read as an empty tuple.
            return None
        try:
            return ast.parse(f"({text}\n)", mode="eval").body
        except SyntaxError:
            return None

    def _comes_apart(self, node, tree):
        """Whether the edited text is read otherwise in its place than by itself."""
        if not isinstance(self._source.parent(node), _OPERATIONS):
            return False
        return tightness(tree) < tightness(node)

    def _statement_place(self, edit):
        around = [
            (end - start, block)
            for start, end, _, block in self._blocks
            if start <= edit.start and edit.end <= end
        ]
        for _, block in sorted(around, key=lambda found: found[0]):
            place = self._in_block(edit, block)
            if place is not None:
                return place
        return None

    def _in_block(self, edit, block):
        spans = [self._span(statement) for statement in block]
        first = sum(end <= edit.start for _, end in spans)
        last = len(block) - sum(start >= edit.end for start, _ in spans)
        for begin in (first, first - 1):
            stop = max(last, begin if begin == first else first)
            if begin < 0 or begin > len(block):
                continue
            trees = self._replaced(edit, block, spans, begin, stop)
            if trees is not None:
                return self._allowed(StatementPlace(block, begin, stop, trees))
        return None

    def _span(self, statement):
        source = self._source
        if source.indentation(statement) is None:
            return source.start(statement), source.end(statement)
        start = source.line_start(source.start(statement))
        return start, source.line_end(source.end(statement))

    def _replaced(self, edit, block, spans, first, last):
        """The statements that an edit puts in the place of some; None when they are none there."""
        text = self._source.text
        low = min([edit.start, *(start for start, _ in spans[first:last])])
        high = max([edit.end, *(end for _, end in spans[first:last])])
        edited = text[low : edit.start] + edit.replacement + text[edit.end : high]
        if _OF_SCOPES.search(edited) or _OF_SCOPES.search(text[low:high]):
            return None
        indentation = self._source.indentation(block[0])
        wanted = "" if indentation is None else indentation
        lines = edited.splitlines()
        shown = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
        if not shown:
            return []
        if not shown[0].startswith(wanted) or shown[0][len(wanted) :][:1].isspace():
            return None
        try:
            if not wanted:
                return ast.parse(edited).body
            return ast.parse("if 1:\n" + edited).body[0].body
        except SyntaxError:
            return None

    def _allowed(self, place):
        """The place, if what stands there may be chosen while the program runs."""
        gone = place.block[place.first : place.last]
        if any(map(_is_definition, [*gone, *place.trees])):
            return None
        owner = place.block[0]
        function = self._source.function(owner)
        if function is None:
            return None if any(map(_returns, place.trees)) else place
        if any(not self._may_jump(tree, owner) for tree in place.trees):
            return None
        return place if self._stores(place.trees) <= self._known(function) else None

    def _may_jump(self, tree, statement):
        return not any(_jumps(tree)) or self._is_looped(statement)

    def _is_looped(self, statement):
        """Whether a `break` may stand where a statement stands."""
        inner = statement
        for around in self._source.ancestors(statement):
            if isinstance(around, ast.For | ast.While):
                if inner in around.body:
                    return True
            elif isinstance(around, ast.FunctionDef | ast.ClassDef):
                return False
            inner = around
        return False

    def _known(self, function):
        if function not in self._stored:
            names = self._stores([function])
            for node in ast.walk(function.args):
                if isinstance(node, ast.arg):
                    names.add(node.arg)
            self._stored[function] = names
        return self._stored[function]

    def _stores(self, trees):
        return {
            node.id
            for tree in trees
            for node in ast.walk(tree)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }


def is_value(node):
    """Whether an expression is read for its value, where another expression could stand."""
    if not isinstance(node, ast.expr) or isinstance(node, ast.Slice | ast.Starred):
        return False
    if isinstance(node, ast.JoinedStr | ast.FormattedValue | ast.TemplateStr | ast.Interpolation):
        return not isinstance(node, ast.FormattedValue | ast.Interpolation)
    if isinstance(node, ast.Tuple) and any(
        isinstance(part, ast.Slice | ast.Starred) for part in node.elts
    ):
        return False
    return isinstance(getattr(node, "ctx", None), ast.Load | None)


def _is_definition(tree):
    return isinstance(tree, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)


def _returns(tree):
    return any(isinstance(node, ast.Return) for node in ast.walk(tree))


def _jumps(tree):
    """The jumps of a statement that leave it for a loop around it."""
    if isinstance(tree, ast.Break | ast.Continue):
        yield tree
    elif isinstance(tree, ast.For | ast.While):
        for part in tree.orelse:
            yield from _jumps(part)
    elif isinstance(tree, ast.stmt):
        for child in ast.iter_child_nodes(tree):
            yield from _jumps(child)
