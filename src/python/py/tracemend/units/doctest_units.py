"""Units from the examples in a program's docstrings."""

import ast
import contextlib
import doctest
import io
import sys
import traceback
from dataclasses import dataclass

from tracemend.running.bounds import PROGRAM
from tracemend.units.apart import plan
from tracemend.units.program_names import read_program_names
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
    groups = [_examples(docstring) for docstring in docstrings if docstring]
    if not any(groups):
        return []
    redacted = without_outputs(program, [example for group in groups for example in group])
    names = read_program_names(program)
    found = [unit for group in groups for unit in _units(group, names, redacted)]
    return sorted(found, key=lambda unit: unit.line)


def _docstring(node):
    match node.body:
        case [ast.Expr(ast.Constant(str())) as statement, *_]:
            return statement.value
        case _:
            return None


def _examples(docstring):
    """The examples of a docstring, each with its line in the program; none where it has no end."""
    try:
        examples = doctest.DocTestParser().get_examples(docstring.value)
    except ValueError:
        # Not a doctest after all: doctest itself refuses to read it.
        return []
    return [
        (example, docstring.lineno + example.lineno)
        for example in examples
        if not example.options.get(doctest.SKIP)
    ]


def _units(examples, names, redacted):
    for index, (example, line) in enumerate(examples):
        if not example.want:
            continue
        source = example.source.rstrip("\n")
        used = examples[: index + 1]
        apart, reason = _plan(used, names, redacted)
        yield Unit(
            kind="doctest",
            name=short_name(source),
            place="program",
            line=line,
            end_line=line + source.count("\n") + example.want.count("\n"),
            text=f"{source}\n{example.want}".rstrip("\n"),
            body=DoctestExample(used),
            apart=apart,
            reason=reason,
            redacted=redacted if apart else None,
        )


def _plan(examples, names, redacted):
    if redacted is None:
        return None, "its examples cannot be taken out of the program's own text"
    try:
        statements = [
            node for example, _ in examples for node in ast.parse(example.source, PROGRAM).body
        ]
    except SyntaxError, ValueError, RecursionError, MemoryError:
        return None, "its examples cannot be read as Python"
    return plan(statements, names)


def without_outputs(program, examples):
    """The program's text with the expected outputs blanked and nothing else changed, or None."""
    lines = program.split("\n")
    for example, line in examples:
        first = line - 1 + example.source.count("\n")
        for number in range(first, min(first + example.want.count("\n"), len(lines))):
            text = lines[number]
            ends = [text.find(mark) for mark in ('"""', "'''") if mark in text]
            lines[number] = text[min(ends) :] if ends else ""
    redacted = "\n".join(lines)
    try:
        before, after = _without_docstrings(program), _without_docstrings(redacted)
    except SyntaxError, ValueError:
        return None
    remaining = [
        example
        for docstring in after[1]
        for example in doctest.DocTestParser().get_examples(docstring)
        if example.want
    ]
    return redacted if before[0] == after[0] and not remaining else None


def _without_docstrings(program):
    """The dump of a program without its docstrings and with its lines, and the docstrings."""
    tree = ast.parse(program, PROGRAM)
    docstrings = []
    for node in ast.walk(tree):
        docstring = _docstring(node) if isinstance(node, _DOCUMENTED) else None
        if docstring is not None:
            docstrings.append(docstring.value)
            docstring.value = ""
            docstring.end_col_offset = docstring.col_offset
    starts = [getattr(node, "lineno", 0) for node in ast.walk(tree)]
    return (ast.dump(tree), starts), docstrings


@dataclass
class DoctestExample:
    """The last of some examples of one docstring; the others run before it."""

    examples: list

    def run(self, namespace, recorder):
        for example, line in self.examples[:-1]:
            try:
                _printed(example, line, namespace, recorder)
            except Exception:
                if example.exc_msg is None:
                    raise
        example, line = self.examples[-1]
        _check(example, *_outcome(example, line, namespace, recorder))


def _outcome(example, line, namespace, recorder):
    """What the example printed, and the exception that it raised as it was expected to."""
    if example.exc_msg is None:
        return _printed(example, line, namespace, recorder), None
    try:
        return _printed(example, line, namespace, recorder), None
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


def _printed(example, line, namespace, recorder):
    """Run an example at its line in the program's text; what it printed, its value included."""
    tree = ast.parse(example.source, PROGRAM, "single")
    ast.increment_lineno(tree, line - 1)
    if recorder is not None:
        tree.body = recorder.rewrite(tree.body)
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
