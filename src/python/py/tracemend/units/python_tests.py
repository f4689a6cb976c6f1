"""Units of a Tests box that is written in Python."""

import ast

from tracemend.running.bounds import TESTS
from tracemend.units import shapes
from tracemend.units.apart import plan
from tracemend.units.bodies import CaseMethod, CheckBody, FunctionCall, PlainMethod, Statements
from tracemend.units.imports import adapt_imports
from tracemend.units.pytest_use import refuse_pytest
from tracemend.units.source import Source, first_line, loaded_names, own_nodes
from tracemend.units.unit import Unit, Unreadable, short_name

_RUNNERS = {"unittest.main", "main", "doctest.testmod", "pytest.main"}


def python_units(tests, program):
    """The units in the text, in order; `program` is the `ProgramNames` of the program."""
    source = _parse(tests)
    refuse_pytest(source.tree)
    adapt_imports(source.tree, program)
    return _Reader(source, program).units()


def _parse(tests):
    try:
        return Source(tests, TESTS)
    except SyntaxError as error:
        raise Unreadable(
            f"The tests cannot be read as Python: {error.msg}.",
            line=error.lineno or 1,
            column=(error.offset or 1) - 1,
            error=error,
        ) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise Unreadable(f"The tests cannot be read as Python: {error}.") from None


class _Reader:
    """Walks the statements of a Tests box; those that are no unit are setup for what follows."""

    def __init__(self, source, program):
        self._source = source
        self._program = program
        self._statements = list(shapes.unfolded(source.tree.body))
        self._classes = shapes.test_classes(self._statements)
        self._called = {shapes.called_name(node) for node in ast.walk(source.tree)}
        self._functions = {
            node.name: node for node in self._statements if isinstance(node, shapes.FUNCTIONS)
        }
        self._tests = {node.name for node in self._statements if self._defines_unit(node)}
        self._starters = self._tests | {
            name
            for name, node in self._functions.items()
            if shapes.only_calls_check(node)
            or self._tests & {shapes.called_name(inner) for inner in own_nodes(node)}
        }
        self._checking = {
            name
            for name, node in self._functions.items()
            if any(isinstance(inner, ast.Assert) for inner in ast.walk(node))
        }

    def units(self):
        found = []
        for index, node in enumerate(self._statements):
            found.extend(self._units_of(node, self._statements[:index]))
        if not found and self._statements:
            return [self._whole_box()]
        return found

    def _units_of(self, node, before):
        if shapes.is_check(node):
            return self._check_units(node, before)
        if isinstance(node, ast.ClassDef) and node.name in self._classes:
            return self._class_units(node)
        if getattr(node, "name", None) in self._tests:
            return [self._function_unit(node)]
        if self._asserts(node) and not self._is_ignored(node):
            return [self._assert_unit(node, before)]
        return []

    def _unit(self, kind, node, body, name=None, apart=None, reason=""):
        text = self._source.segment(node)
        first = (
            text.removeprefix("assert ") if isinstance(node, ast.Assert) else text.split("\n")[0]
        )
        return Unit(
            kind=kind,
            name=name or short_name(first),
            place="tests",
            line=first_line(node),
            end_line=node.end_lineno,
            text=text,
            body=body,
            apart=apart,
            reason=reason,
        )

    def _assert_unit(self, node, before):
        statements = [*self._setup(before, node), node]
        apart, reason = plan(statements, self._program)
        return self._unit("assert", node, Statements(statements), apart=apart, reason=reason)

    def _check_units(self, function, before):
        entry = self._entry(function)
        setup = self._setup(before, function)
        earlier = []
        for node in function.body:
            if shapes.holds_assert(node) and not shapes.is_trivial(node):
                part = _with_body(function, [*earlier, node])
                apart, reason = plan([*setup, part], self._program, entry)
                body = CheckBody(setup, part, entry)
                yield self._unit("check", node, body, apart=apart, reason=reason)
            elif not isinstance(node, ast.Assert):
                earlier.append(node)

    def _function_unit(self, node):
        setup = self._definitions(node)
        apart, reason = plan(setup, self._program)
        body = FunctionCall(setup, node.name)
        return self._unit("function", node, body, name=node.name, apart=apart, reason=reason)

    def _class_units(self, case):
        is_unittest = self._classes[case.name][1]
        setup = self._definitions(case)
        method_body = CaseMethod if is_unittest else PlainMethod
        apart, reason = plan(setup, self._program)
        for name, method in shapes.test_methods(case, self._classes).items():
            yield self._unit(
                "unittest" if is_unittest else "function",
                method,
                method_body(setup, case.name, name),
                name=f"{case.name}.{name}",
                apart=apart,
                reason=reason,
            )

    def _whole_box(self):
        first, last = self._statements[0], self._statements[-1]
        return Unit(
            kind="program",
            name="The program and the Tests box run",
            place="tests",
            line=first_line(first),
            end_line=last.end_lineno,
            text=self._source.text,
            body=Statements(self._setup(self._statements)),
            reason="there is no test in the Tests box, so it is only run",
        )

    def _entry(self, function):
        """The name of the program's function that a `check` is about."""
        for node in ast.walk(self._source.tree):
            match node:
                case ast.Call(ast.Name("check"), [ast.Name(name)]):
                    return name
        parameter = function.args.args[0].arg
        if parameter in self._program.all or not self._program.functions:
            return parameter
        return self._program.functions[-1]

    def _setup(self, statements, *users):
        """What prepares the given users: the statements that are no unit, and definitions of units
        that are used.
        """
        kept = [
            node for node in statements if not self._asserts(node) and not self._is_ignored(node)
        ]
        plain = [node for node in kept if getattr(node, "name", None) not in self._tests]
        needed = self._with_used_tests([*users, *plain])
        return [node for node in kept if node in plain or node in needed]

    def _definitions(self, user):
        """The setup of a test function or class: its own definition, and all of the box but the
        other units.
        """
        needed = self._with_used_tests([user])
        return [
            node
            for node in self._statements
            if node in needed
            or not (
                getattr(node, "name", None) in self._tests
                or self._asserts(node)
                or self._is_ignored(node)
            )
        ]

    def _with_used_tests(self, users):
        """The users and the definitions of units that they read, directly or through another."""
        needed = list(users)
        while True:
            used = loaded_names(*needed) & self._tests
            more = [
                node
                for node in self._statements
                if getattr(node, "name", None) in used and node not in needed
            ]
            if not more:
                return needed
            needed.extend(more)

    def _defines_unit(self, node):
        if isinstance(node, ast.ClassDef):
            return node.name in self._classes
        return shapes.is_check(node) or self._is_test_function(node)

    def _is_test_function(self, node):
        """A test function that runs by itself; one with parameters that is called is a helper."""
        if not isinstance(node, shapes.FUNCTIONS) or not node.name.startswith("test"):
            return False
        if shapes.needed_arguments(node) == 0:
            return not shapes.only_calls_check(node)
        if node.name in self._called or not node.name.startswith("test_"):
            return False
        raise Unreadable(
            f"The test function {node.name} takes arguments, and nothing passes them: fixtures are "
            "not available here. Make the values inside the function.",
            line=node.lineno,
            column=node.col_offset,
        )

    def _asserts(self, node):
        """Whether the statement checks something when it runs: an assert, or a call of a helper
        with one.
        """
        if isinstance(node, (*shapes.FUNCTIONS, ast.ClassDef)):
            return False
        return shapes.holds_assert(node) or any(
            shapes.called_name(inner) in self._checking
            for inner in (node, *own_nodes(node))
            if isinstance(inner, ast.Expr)
        )

    def _is_ignored(self, node):
        """Statements that check nothing, or only start tests which are units of their own."""
        if shapes.is_trivial(node):
            return True
        if not isinstance(node, ast.Expr):
            return False
        name = shapes.called_name(node)
        return name in self._starters or (name in _RUNNERS and name not in self._functions)


def _with_body(function, body):
    part = ast.FunctionDef(function.name, function.args, body, [], type_params=[])
    return ast.copy_location(part, function)
