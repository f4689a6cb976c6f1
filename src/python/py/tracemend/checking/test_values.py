"""Which literal values the tests of a program pass to it, and which they expect."""

import ast
import doctest
from dataclasses import dataclass, field

from tracemend.checking.literals import key_of, key_of_value
from tracemend.units.stdio_units import is_stdio, stdio_units
from tracemend.units.unit import Unreadable

_EXPECTING = {
    "assertEqual", "assertEquals", "assertAlmostEqual", "assertListEqual", "assertIn",
    "assertDictEqual", "assertTupleEqual", "assertSetEqual", "assertCountEqual",
}  # fmt: skip


@dataclass
class TestValues:
    """Keys of the inputs and the answers; trivial ones are among them."""

    inputs: set = field(default_factory=set)
    answers: set = field(default_factory=set)


def values_of_tests(program, tests):
    """The values in the Tests box and in the program's doctests."""
    found = TestValues()
    if tests.strip() and is_stdio(tests):
        _read_pairs(tests, found)
    else:
        _read_code(tests, found)
    for example in _examples(program):
        _read_example(example, found)
    return found


def _read_pairs(tests, found):
    try:
        units = stdio_units(tests)
    except Unreadable:
        return
    for unit in units:
        found.inputs.update(_keys_of_lines(unit.stdin))
        found.answers.update(_keys_of_lines(unit.expected_output))


def _keys_of_lines(text):
    for line in text.splitlines():
        yield ("str", line)
        try:
            yield key_of_value(ast.literal_eval(line.strip()))
        except SyntaxError, TypeError, ValueError, MemoryError, RecursionError:
            continue


def _read_code(text, found):
    try:
        tree = ast.parse(text)
    except SyntaxError, ValueError, RecursionError, MemoryError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for side in (node.left, *node.comparators):
                _add(side, found.answers)
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            _add_all(node.args, found.answers if name in _EXPECTING else found.inputs)
            _add_all([keyword.value for keyword in node.keywords], found.inputs)
        elif isinstance(node, (ast.List, ast.Tuple)) and isinstance(node.ctx, ast.Load):
            # A table of cases: each is an input and an answer.
            _add_all(node.elts, found.inputs)
            _add_all(node.elts[-1:], found.answers)


def _add(node, keys):
    key = key_of(node)
    if key is not None:
        keys.add(key)


def _add_all(nodes, keys):
    for node in nodes:
        node = node.value if isinstance(node, ast.Starred) else node
        _add(node, keys)
        if isinstance(node, ast.List):
            # `f(*[1, 2])` passes the items.
            for item in node.elts:
                _add(item, keys)


def _examples(program):
    try:
        tree = ast.parse(program)
    except SyntaxError, ValueError, RecursionError, MemoryError:
        return []
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = [ast.get_docstring(node) for node in ast.walk(tree) if isinstance(node, kinds)]
    found = []
    for docstring in filter(None, docstrings):
        try:
            found.extend(doctest.DocTestParser().get_examples(docstring))
        except ValueError:
            continue
    return found


def _read_example(example, found):
    _read_code(example.source, found)
    try:
        found.answers.add(key_of_value(ast.literal_eval(example.want.strip())))
    except SyntaxError, TypeError, ValueError, MemoryError, RecursionError:
        return
