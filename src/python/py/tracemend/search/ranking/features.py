"""What speaks for and against a patch that passes the tests."""

import ast
from dataclasses import dataclass
from math import log

from ..source import Source

# For an expected value that cannot be read from the test.
_UNKNOWN_BITS = 8.0


@dataclass(frozen=True, slots=True)
class Features:
    """Of one patch. Shares are from 0 to 1."""

    # Natural logarithm of the score that the search gave it, and how many edits it is made of.
    score: float
    edits: int
    # Whether it is a new expression, found by values alone, and whether it answers a case apart.
    grown: bool
    special: bool
    # Constants that only tests have; and whether what it returns is a value that a test expects.
    from_tests: int
    # The share of calls like those of the tests that it answers as the buggy program does, and that
    # it fails to answer where the buggy program does.
    unchanged: float
    broken: float
    # The share of its behaviour in the weight of all, and how many other behaviours there are.
    agreement: float
    rivals: int
    # Tests, and those of them that failed.
    tests: int
    failing: int
    # Parameters that the buggy program does not use and it does.
    uses: int
    # Whether it brings in what the program uses and never imports, which needs no test to be wrong.
    imports: bool
    # What the failing tests tell, in bits, and how many candidates were tried before it.
    evidence: float
    position: int

    def vector(self):
        """As numbers for the model of `confidence.py`, in the order of its weights."""
        return (
            1.0,
            max(self.score, -8.0),
            float(self.edits > 1),
            float(self.grown),
            float(self.special),
            float(min(self.from_tests, 2)),
            self.unchanged,
            self.broken,
            self.agreement,
            log(1 + self.rivals),
            log(1 + self.tests),
            min(1.0, self.failing / self.tests),
            float(self.uses > 0),
            log(1 + self.evidence),
            log(1 + self.position),
        )


def bits(value):
    """Roughly how unlikely it is that a wrong program gives a value: for a truth value, one bit."""
    match value:
        case bool() | None:
            return 1.0
        case int():
            return min(2.0 + value.bit_length(), 16.0)
        case float() | complex():
            return 16.0
        case str() | bytes():
            return min(2.0 + 3.0 * len(value), 40.0)
        case list() | tuple() | set() | frozenset():
            return min(2.0 + sum(map(bits, value)), 60.0)
        case dict():
            return min(2.0 + sum(bits(key) + bits(item) for key, item in value.items()), 60.0)
        case _:
            return _UNKNOWN_BITS


def constants_of(text):
    """The constants of a program, docstrings left out, as source."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return set()
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return {
        repr(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and id(node) not in bare
    }


def unused_parameters(text):
    """The parameters that their functions never read."""
    found = set()
    for function in ast.walk(Source(text).tree):
        if isinstance(function, ast.FunctionDef):
            names = {
                node.id
                for part in function.body
                for node in ast.walk(part)
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
            }
            found |= {
                (function.name, argument.arg)
                for argument in function.args.args
                if argument.arg not in names and argument.arg != "self"
            }
    return found


def is_special(edits):
    """Whether an edit answers a case apart."""
    return any(edit.family == "guard" and "return" in edit.replacement for edit in edits)
