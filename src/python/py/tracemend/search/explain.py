"""Rationales: what was observed, what was expected, and what the edit changes, from two traces."""

import ast
from difflib import SequenceMatcher
from functools import cached_property

from tracemend import run

from .causes import cause
from .story import code, did, parting, value_in

_STEPS = 2_000
_OUTPUT = 5_000


class Explainer:
    """Explains edits that repair one program, by the test whose trace was shown to the user."""

    def __init__(self, source, tests, failing, trace, seconds):
        """`failing` are the failing units; `trace` is used when it is of one of them."""
        self._source = source
        self._tests = tests
        self._limits = {"seconds": seconds, "steps": _STEPS, "output": _OUTPUT}
        shown = [unit for unit in failing if unit.id == trace["testId"]]
        self._unit = (shown or failing)[0]
        self._shown = trace if shown else None

    def explain(self, edit, fix):
        """The rationale of an edit that passed all tests, as Markdown."""
        wrong, repaired = cause(edit, self._source)
        new = run.trace(program=fix, tests=self._tests, test=self._unit.id, limits=self._limits)
        met = parting(self._trace, new, _old_lines(self._source.text, fix))
        before, after = self._evidence(met, fix)
        return f"{self._observed} {wrong}{before}\n\n{repaired}, {after}{self._outcome}."

    @cached_property
    def _trace(self):
        if self._shown is not None:
            return self._shown
        return run.trace(
            program=self._source.text, tests=self._tests, test=self._unit.id, limits=self._limits
        )

    @cached_property
    def _judged(self):
        return run.together(
            program=self._source.text, tests=self._tests, test=self._unit.id, limits=self._limits
        )

    def _evidence(self, met, fix):
        """What the two runs did where they part: a sentence, and part of one."""
        if met is None:
            return "", ""
        before, after = "", ""
        if met.before is not None:
            words = did(met.before, _headers(self._source.text))
            before = f" In this run {words}{self._meaning(met.before)}."
        if met.after is not None:
            after = did(met.after, _headers(fix)) + ", and "
        return before, after

    def _meaning(self, step):
        """The values around a step of the buggy run that returns or raises at once."""
        if value_in(step, "__return__") is None and value_in(step, "__exception__") is None:
            return ""
        seen = {}
        for earlier in self._trace["steps"]:
            if earlier["ordinal"] >= step["ordinal"]:
                break
            if earlier["frame"]["call"] == step["frame"]["call"]:
                seen.update((change["name"], change["value"]) for change in earlier["changes"])
        line = self._source.line_text(step["line"]) if step["place"] == "program" else ""
        names = [name for name in _names(line) if name in seen][:3]
        shown = ", ".join(f"{code(name)} = {code(seen[name])}" for name in names)
        return f", with {shown}" if shown else ""

    @cached_property
    def _observed(self):
        """What the failing test showed, as a sentence."""
        judged, call = self._judged, self._call
        expected = f"; {code(judged['expected'])} was expected" if judged["expected"] else ""
        end = self._trace["end"]
        if judged["status"] == "timedOut" or end["kind"] in ("timedOut", "stepLimit"):
            return f"{call} never comes to an end{expected}."
        if end["kind"] == "raised" and end["type"] != "AssertionError":
            at = f" on line {end['at']['line']}" if end["at"] else ""
            message = f"{end['type']}: {end['message']}" if end["message"] else end["type"]
            return f"{call} raised {code(message)}{at}{expected}."
        if judged["actual"] is not None and expected:
            verb = {"stdio": "printed", "doctest": "gave"}.get(self._unit.kind, "returned")
            if self._is_whole_function:
                verb = "saw"
            return f"{call} {verb} {code(judged['actual'])}{expected}."
        return f"{call} failed: {judged['message'].rstrip('.')}."

    @cached_property
    def _outcome(self):
        expected = self._judged["expected"]
        if self._is_whole_function:
            return f"{self._call} passes"
        if self._unit.kind == "stdio":
            return "the output is the expected one"
        verb = "gives" if expected else "passes"
        value = f" {code(expected)}, as expected" if expected else ""
        return f"{self._call} {verb}{value}"

    @property
    def _is_whole_function(self):
        return self._unit.kind in ("function", "unittest")

    @cached_property
    def _call(self):
        """The unit in a few words: the call that it makes where there is one."""
        unit = self._unit
        if unit.kind == "program":
            return "The program"
        if unit.kind == "stdio":
            return (
                f"With the input {code(unit.stdin.strip())} the program"
                if unit.stdin
                else "The program"
            )
        if self._is_whole_function:
            return f"The test {code(unit.name)}"
        if unit.kind == "doctest":
            return code(unit.text.partition("\n")[0])
        called = _called(unit.text)
        if unit.kind == "check" and called:
            called = called.replace("candidate(", f"{unit.body.entry}(")
        return code(called or unit.text)


def _called(text):
    """The left side of the last assert's comparison, or what it asserts; None without an assert."""
    try:
        statements = ast.parse(text).body
    except SyntaxError:
        return None
    asserts = [node for node in statements if isinstance(node, ast.Assert)]
    if not asserts:
        return None
    test = asserts[-1].test
    if isinstance(test, ast.Compare):
        test = test.left
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        test = test.operand
    return ast.get_source_segment(text, test)


def _names(line):
    """The names in a line of source, in order; none when it is no statement by itself."""
    try:
        tree = ast.parse(line if not line.endswith(":") else line + " pass")
    except SyntaxError:
        return []
    return list(dict.fromkeys(node.id for node in ast.walk(tree) if isinstance(node, ast.Name)))


def _headers(text):
    """The lines on which the functions of a program begin."""
    return {node.lineno for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)}


def _old_lines(old, new):
    """A function from a line of the fixed program to the buggy one's, None for a new line."""
    matcher = SequenceMatcher(None, old.splitlines(), new.splitlines(), autojunk=False)
    lines = {}
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal" or old_end - old_start == new_end - new_start:
            for offset in range(new_end - new_start):
                lines[new_start + offset + 1] = old_start + offset + 1
    return lines.get
