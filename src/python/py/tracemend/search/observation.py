"""What the failing test showed, and what it says of a program that passes it."""

import ast
import re

from tracemend.units.stdio_units import compare_output

from .story import code

_VERBS = ("returned", "got", "raised", "printed", "did not")
_TRUTH = re.compile(r"expected something (true|false)")
_FUNCTIONS = ("function", "unittest")


class Observation:
    """One failing unit in words: `observed` is a sentence, `outcome` a clause that ends one."""

    def __init__(self, unit, outcome, trace):
        """`outcome` and `trace` are of the buggy program under `unit`, as the protocol has them."""
        self._unit = unit
        self._assert = _last_assert(unit.text)
        self._subject = self._subject_of()
        self.observed = _capitalized(self._observed(outcome, trace)) + "."
        self.outcome = self._outcome(outcome)

    def _subject_of(self):
        """The unit in a few words: the call that it makes where there is one."""
        unit = self._unit
        match unit.kind:
            case "program":
                return "the program"
            case "stdio":
                given = unit.stdin.strip()
                return f"with the input {code(given)} the program" if given else "the program"
            case "function" | "unittest":
                return f"the test {code(unit.name)}"
            case "doctest":
                return code(unit.text.partition("\n")[0])
        called = _called(self._assert, unit.text)
        if unit.kind == "check":
            called = called.replace("candidate(", f"{unit.body.entry}(")
        return code(called)

    def _observed(self, outcome, trace):
        end, expected = trace["end"], self._expected(outcome)
        tail = f"; {code(expected)} was expected" if expected else ""
        if self._unit.kind == "stdio" and end["kind"] == "finished":
            difference = compare_output(self._unit.expected_output, trace["output"])
            given = self._unit.stdin.strip()
            return f"with the input {code(given)}, {difference}" if given else difference
        if end["kind"] == "timedOut":
            return f"{self._subject} never comes to an end{tail}"
        if outcome["status"] == "raised" and end["kind"] == "raised":
            what = f"{end['type']}: {end['message']}".removesuffix(": ")
            at = f" on line {end['at']['line']}" if end["at"] else ""
            return f"{self._subject} raised {code(what)}{at}{tail}"
        return f"{self._subject} {self._compared(outcome, tail)}"

    def _compared(self, outcome, tail):
        """What the failing assert compared, as the rest of a sentence."""
        actual, message = outcome["actual"], outcome["message"].rstrip(".")
        verb = "saw" if self._unit.kind in _FUNCTIONS else "returned"
        wanted = _TRUTH.search(message)
        if wanted and actual is not None:
            return f"{verb} {code(actual)}; something {wanted[1]} was expected"
        if tail and actual is not None:
            return f"{verb} {code(actual)}{tail}"
        return (message if message.startswith(_VERBS) else f"failed: {message}") + tail

    def _outcome(self, outcome):
        if self._unit.kind == "stdio":
            return "the output is the expected one"
        expected = self._expected(outcome)
        if self._unit.kind in _FUNCTIONS or not expected:
            return f"{self._subject} passes"
        return f"{self._subject} gives {code(expected)}, as expected"

    def _expected(self, outcome):
        """The value that the unit expects, as source, where it compares with one."""
        if outcome["expected"] is not None:
            return outcome["expected"]
        test = self._assert.test if self._assert and self._unit.kind not in _FUNCTIONS else None
        if isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.Eq):
            return ast.unparse(test.comparators[0])
        return None


def _last_assert(text):
    try:
        statements = ast.parse(text).body
    except SyntaxError:
        return None
    return next((node for node in reversed(statements) if isinstance(node, ast.Assert)), None)


def _called(statement, text):
    """What an assert looks at, left of the comparison and without `not`."""
    if statement is None:
        return text
    test = statement.test
    if isinstance(test, ast.Compare):
        test = test.left
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        test = test.operand
    return ast.get_source_segment(text, test) or text


def _capitalized(sentence):
    return sentence[:1].upper() + sentence[1:]
