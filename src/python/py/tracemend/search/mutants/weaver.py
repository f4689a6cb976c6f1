"""Weaving alternatives into a syntax tree: `a if switch else b`, in expressions and statements."""

import ast

# The setting of a switch that has its expression's value asked for.
PROBE = -1
_PREFIX = "_tracemend_"
ASK, YES, LOCALS = f"{_PREFIX}ask", f"{_PREFIX}yes", f"{_PREFIX}locals"
_BLOCKS = ("body", "orelse", "finalbody")
# Nobody sees the lines of what is woven in.
_AT = {"lineno": 1, "col_offset": 0, "end_lineno": 1, "end_col_offset": 0}


def is_woven(name):
    """Whether a variable is one of those that weaving brings in."""
    return name.startswith(_PREFIX)


class Weaver:
    """Collects alternatives for the nodes of a program, and gives the tree with all of them."""

    def __init__(self, source):
        self._source = source
        # Each: a switch, and the alternatives that its settings from 1 on choose.
        self._expressions = {}
        self._statements = {}
        self._before = {}
        self._after = {}
        self._probed = {}
        self.switches = []

    def expression(self, node, tree):
        """The switches that put `tree` in the place of the expression `node`."""
        return self._add(self._expressions, node, tree)

    def probed(self, node):
        """The switch whose setting PROBE has the value of an expression asked for."""
        if node not in self._expressions:
            self._expressions[node] = (self._new_switch(), [])
        self._probed[node] = True
        return self._expressions[node][0]

    def statements(self, block, first, last, trees):
        """The switches that put `trees` in the place of the statements `block[first:last]`."""
        if first == last:
            if first < len(block):
                return self._add(self._before, block[first], trees)
            return self._add(self._after, block[-1], trees)
        settings = self._add(self._statements, block[first], trees)
        for gone in block[first + 1 : last]:
            settings |= self._add(self._statements, gone, [])
        return settings

    def woven(self):
        """The tree of the program with all alternatives in it."""
        # The program's own tree stays as it is: this one is parsed anew, with the same shape.
        tree = ast.parse(self._source.text)
        twins = dict(zip(ast.walk(tree), ast.walk(self._source.tree), strict=True))
        weaving = _Weaving(self, twins, self._source)
        return weaving.visit(tree)

    def _add(self, kept, node, alternative):
        if node not in kept:
            kept[node] = (self._new_switch(), [])
        switch, alternatives = kept[node]
        alternatives.append(alternative)
        return {switch: len(alternatives)}

    def _new_switch(self):
        self.switches.append(f"{_PREFIX}{len(self.switches)}")
        return self.switches[-1]


class _Weaving(ast.NodeTransformer):
    def __init__(self, weaver, twins, source):
        self._weaver = weaver
        self._twins = twins
        self._source = source

    def generic_visit(self, node):
        original = self._twins.get(node)
        for field in _BLOCKS:
            statements = getattr(node, field, None)
            if isinstance(statements, list) and isinstance((statements or [None])[0], ast.stmt):
                setattr(node, field, self._block(statements))
        for field, value in ast.iter_fields(node):
            if field in _BLOCKS and isinstance(value, list):
                continue
            if field == "pattern":
                continue
            if isinstance(value, list):
                value[:] = [self.visit(one) if isinstance(one, ast.AST) else one for one in value]
            elif isinstance(value, ast.AST):
                setattr(node, field, self.visit(value))
        found = self._weaver._expressions.get(original)
        return node if found is None else self._chosen(node, original, *found)

    def _chosen(self, node, original, switch, alternatives):
        trees = list(alternatives)
        choice = _expression_choice(switch, trees, 1) if trees else None
        if original in self._weaver._probed:
            ask = self._asking(original)
            if choice is None:
                choice = ask
            else:
                is_probe = _compare(switch, ast.Lt(), 0)
                choice = ast.IfExp(is_probe, ask, choice, **_AT)
        return ast.IfExp(_load(switch), choice, node, **_AT)

    def _asking(self, original):
        # `locals()` of a lambda or a generator holds the names around it only if it mentions them.
        around = [_load(name) for name in _around(self._source, original)]
        names = ast.Tuple(around, ast.Load(), **_AT)
        locals_ = ast.Call(_load(LOCALS), [], [], **_AT)
        asked = ast.Call(_load(ASK), [locals_], [], **_AT)
        return ast.IfExp(_load(YES), asked, names, **_AT)

    def _block(self, statements):
        woven = []
        for statement in statements:
            original = self._twins[statement]
            before = self._weaver._before.get(original)
            if before:
                woven.append(_statement_choice(*before, []))
            after = self._weaver._after.get(original)
            instead = self._weaver._statements.get(original)
            visited = self.visit(statement)
            if instead:
                switch, alternatives = instead
                visited = _statement_choice(switch, alternatives, [visited])
            woven.append(visited)
            if after:
                woven.append(_statement_choice(*after, []))
        return woven


def _around(source, node):
    """Names of the functions around a lambda or comprehension that stands around `node`."""
    inner = next(
        (
            around
            for around in source.ancestors(node)
            if isinstance(
                around,
                ast.Lambda
                | ast.GeneratorExp
                | ast.FunctionDef
                | ast.AsyncFunctionDef
                | ast.ClassDef,
            )
        ),
        None,
    )
    if not isinstance(inner, ast.Lambda | ast.GeneratorExp):
        return []
    names = {}
    for around in source.ancestors(inner):
        if isinstance(around, ast.FunctionDef):
            for part in ast.walk(around):
                if isinstance(part, ast.arg):
                    names.setdefault(part.arg)
                elif isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                    names.setdefault(part.id)
    return list(names)


def _load(name):
    return ast.Name(name, ast.Load(), **_AT)


def _compare(switch, operator, number):
    return ast.Compare(_load(switch), [operator], [ast.Constant(number, **_AT)], **_AT)


def _expression_choice(switch, trees, first):
    """The tree that a setting from `first` on chooses, by halving: some places have hundreds."""
    if len(trees) == 1:
        return trees[0]
    half = len(trees) // 2
    return ast.IfExp(
        _compare(switch, ast.Lt(), first + half),
        _expression_choice(switch, trees[:half], first),
        _expression_choice(switch, trees[half:], first + half),
        **_AT,
    )


def _statement_choice(switch, alternatives, original):
    chosen = _halved(switch, alternatives, 1)
    return ast.If(_load(switch), chosen, original, **_AT)


def _halved(switch, alternatives, first):
    if len(alternatives) == 1:
        return list(alternatives[0]) or [ast.Pass(**_AT)]
    half = len(alternatives) // 2
    low = _halved(switch, alternatives[:half], first)
    high = _halved(switch, alternatives[half:], first + half)
    return [ast.If(_compare(switch, ast.Lt(), first + half), low, high, **_AT)]
