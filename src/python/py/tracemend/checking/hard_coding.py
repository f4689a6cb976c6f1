"""The `inspect` method: whether a fix answers its tests by heart. Executes nothing."""

import ast

from tracemend.checking.literals import is_telling, is_trivial, key_of, literals_of
from tracemend.checking.test_values import values_of_tests

_SHOWN = 60


def inspect(program, fix, tests, instruction):
    """Findings, in the shape of `hardCodingSchema`: literals of the tests that the fix has and the
    program has not, where they stand for an answer or for the choice of one.

    A text alone is only noted: it may be a label, as "Yes" and "No" are. One that the instruction
    has is none.
    """
    try:
        tree = ast.parse(fix)
    except SyntaxError, ValueError, RecursionError, MemoryError:
        return []
    values = values_of_tests(program, tests)
    return _Inspection(tree, _known_keys(program), values, instruction).findings()


def _known_keys(program):
    try:
        return {key for _, key in literals_of(ast.parse(program))}
    except SyntaxError, ValueError, RecursionError, MemoryError:
        return set()


class _Inspection:
    def __init__(self, tree, known, values, instruction):
        self._tree = tree
        self._instruction = instruction
        self._known = known
        self._values = values
        self._found = {}
        self._explained = set()

    def findings(self):
        for node in ast.walk(self._tree):
            match node:
                case ast.If(condition, body):
                    self._look_at_choice(condition, [*map(_outcome, body)])
                case ast.IfExp(condition, value):
                    self._look_at_choice(condition, [value])
                case ast.match_case(ast.MatchValue(value), None, body):
                    self._look_at_case(node.pattern, value, [*map(_outcome, body)])
                case ast.Dict(keys, values):
                    self._look_at_table(node, keys, values)
                case ast.Return(ast.expr() as value):
                    self._look_at_answer(value)
        for node, key in literals_of(self._tree):
            if is_telling(key) and self._is_new(key):
                self._look_at_literal(node, key)
        lines = self._found.keys() - self._explained
        return [self._found[line] for line in sorted(lines)]

    def _is_new(self, key):
        if key in self._known:
            return False
        return not (key[0] == "str" and key[1] in self._instruction)

    def _look_at_choice(self, condition, outcomes):
        for compared in _compared(condition):
            self._look_at_case(condition, compared, outcomes)

    def _look_at_case(self, place, compared, outcomes):
        key = key_of(compared)
        if key is None or key not in self._values.inputs or not self._is_new_case(key, outcomes):
            return
        for outcome in filter(None, outcomes):
            answer = key_of(outcome)
            if answer in self._values.answers and not (is_trivial(key) and is_trivial(answer)):
                words = (
                    f"gives the answer {_shown(outcome)} for the test's input {_shown(compared)}"
                )
                self._find(place.lineno, "warning", words)
                # The line that returns it says nothing more.
                self._explained.update({outcome.lineno} - {place.lineno})
                return
        if not is_trivial(key) and is_telling(key):
            self._find(place.lineno, "note", f"treats the test's input {_shown(compared)} apart")

    def _is_new_case(self, key, outcomes):
        keys = [key, *(key_of(outcome) for outcome in outcomes if outcome is not None)]
        return any(each is not None and self._is_new(each) for each in keys)

    def _look_at_table(self, node, keys, values):
        pairs = [
            (key_of(key), key_of(value)) for key, value in zip(keys, values, strict=True) if key
        ]
        hits = [
            pair
            for pair in pairs
            if pair[0] in self._values.inputs and pair[1] in self._values.answers
        ]
        telling = [
            pair for pair in hits if any(self._is_new(k) and not is_trivial(k) for k in pair)
        ]
        if len(hits) >= 2 and telling:
            words = f"looks {len(hits)} inputs of the tests up in a table of their answers"
            self._find(node.lineno, "warning", words)

    def _look_at_answer(self, value):
        key = key_of(value)
        if key is None or is_trivial(key) or key not in self._values.answers:
            return
        if self._is_new(key) and (is_telling(key) or key[0] == "number"):
            severity = "note" if key[0] == "str" else "warning"
            self._find(value.lineno, severity, f"returns the test's answer {_shown(value)}")

    def _look_at_literal(self, node, key):
        severity = "note" if key[0] == "str" else "warning"
        if key in self._values.answers:
            self._find(node.lineno, severity, f"contains the test's answer {_shown(node)}")
        elif key in self._values.inputs:
            self._find(node.lineno, severity, f"contains the test's input {_shown(node)}")

    def _find(self, line, severity, words):
        known = self._found.get(line)
        if known is None or (known["severity"], severity) == ("note", "warning"):
            self._found[line] = {"line": line, "severity": severity, "words": words}


def _outcome(statement):
    """What a branch comes to, where that is one expression."""
    match statement:
        case ast.Return(value) | ast.Assign(_, value) | ast.Expr(ast.Call(_, [value])):
            return value
        case _:
            return None


def _compared(condition):
    """The sides of the comparisons in a condition that ask for one of some values."""
    for node in ast.walk(condition):
        match node:
            case ast.Compare(left, [ast.Eq() | ast.Is()], [right]):
                yield from (left, right)
            case ast.Compare(_, [ast.In()], [ast.List(items) | ast.Tuple(items) | ast.Set(items)]):
                yield from items


def _shown(node):
    text = ast.unparse(node)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
