"""Units from the examples in a program's docstrings."""

import ast
import contextlib
import doctest
import io
import sys
import traceback
from dataclasses import dataclass

from tracemend.running.bounds import PROGRAM
from tracemend.units.unit import Unit, short_name

_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


class DoctestMismatch(AssertionError):
    """An example gave another output than its docstring says."""

    def __init__(self, expected, actual):
        super().__init__(f"printed {actual!r}, expected {expected!r}")
        self.expected = expected
        self.actual = actual


def doctest_units(program):
    """A unit for each example that says what it gives; none when the program cannot be parsed."""
    try:
        tree = ast.parse(program, PROGRAM)
    except SyntaxError, ValueError, RecursionError, MemoryError:
        return []
    docstrings = [_docstring(node) for node in ast.walk(tree) if isinstance(node, _DOCUMENTED)]
    found = [unit for docstring in docstrings if docstring for unit in _units(docstring)]
    return sorted(found, key=lambda unit: unit.line)


def _docstring(node):
    match node.body:
        case [ast.Expr(ast.Constant(str())) as statement, *_]:
            return statement.value
        case _:
            return None


def _units(docstring):
    try:
        examples = doctest.DocTestParser().get_examples(docstring.value)
    except ValueError:
        # Not a doctest after all: doctest itself refuses to read it.
        return
    examples = [
        (example, docstring.lineno + example.lineno)
        for example in examples
        if not example.options.get(doctest.SKIP)
    ]
    for index, (example, line) in enumerate(examples):
        if not example.want:
            continue
        source = example.source.rstrip("\n")
        yield Unit(
            kind="doctest",
            name=short_name(source),
            place="program",
            line=line,
            end_line=line + source.count("\n") + example.want.count("\n"),
            text=f"{source}\n{example.want}".rstrip("\n"),
            body=DoctestExample(examples[: index + 1]),
            reason="doctests are part of the program's own text",
        )


@dataclass
class DoctestExample:
    """The last of some examples of one docstring; the others run before it."""

    examples: list

    def run(self, namespace, recorder):
        del recorder
        for example, line in self.examples[:-1]:
            _printed(example, line, namespace)
        example, line = self.examples[-1]
        _check(example, *_outcome(example, line, namespace))


def _outcome(example, line, namespace):
    """What the example printed, and the exception that it raised as it was expected to."""
    if example.exc_msg is None:
        return _printed(example, line, namespace), None
    try:
        return _printed(example, line, namespace), None
    except Exception as error:
        return "", error


def _check(example, printed, error):
    checker = doctest.OutputChecker()
    flags = sum(flag for flag, on in example.options.items() if on)
    if error is None:
        if not checker.check_output(example.want, printed, flags):
            raise DoctestMismatch(example.want, printed)
        return
    message = "".join(traceback.format_exception_only(error))
    expected = example.exc_msg
    if checker.check_output(expected, message, flags):
        return
    if flags & doctest.IGNORE_EXCEPTION_DETAIL and _type_part(expected) == _type_part(message):
        return
    raise error


def _type_part(message):
    return message.partition(":")[0].strip().rpartition(".")[2]


def _printed(example, line, namespace):
    """Run an example at its line in the program's text; what it printed, its value included."""
    tree = ast.parse(example.source, PROGRAM, "single")
    ast.increment_lineno(tree, line - 1)
    code = compile(tree, PROGRAM, "single", dont_inherit=True)
    copy = _Copy(sys.stdout)
    hook, sys.displayhook = sys.displayhook, sys.__displayhook__
    try:
        with contextlib.redirect_stdout(copy):
            exec(code, namespace)
    finally:
        sys.displayhook = hook
    return copy.kept.getvalue()


class _Copy(io.TextIOBase):
    """Standard output that also keeps what passes, so that the bounds on output hold."""

    def __init__(self, stream):
        self._stream = stream
        self.kept = io.StringIO()

    def write(self, text):
        self._stream.write(text)
        return self.kept.write(text)

    def flush(self):
        self._stream.flush()
