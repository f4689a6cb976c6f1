"""Rationales: what was observed, what was expected, and what the edit changes, from two traces."""

import ast
from difflib import SequenceMatcher
from functools import cached_property

from tracemend import run

from .causes import cause
from .observation import Observation
from .story import code, did, listed, parting, value_in, values_before

_STEPS = 2_000
_OUTPUT = 20_000
_NAMES = 3
_PATH = 3


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

    def explain(self, edits, fix):
        """The rationale of the edits that together passed all tests, as Markdown."""
        if all(edit.family == "hole" for edit in edits):
            return self._filled(edits, fix)
        causes = [cause(edit, self._source) for edit in sorted(edits, key=lambda edit: edit.start)]
        wrong = " ".join(one for one, _ in causes)
        repaired = _joined([repaired for _, repaired in causes])
        before, after = self._evidence(edits[0], fix, self._run(fix))
        observed, outcome = self._observation.observed, self._observation.outcome
        clauses = f"{after}, and {outcome}" if after else outcome
        return f"{observed} {wrong}{before}\n\n{repaired}, {clauses}."

    def _filled(self, edits, fix):
        """What stands in the holes, and what the filled program does with it."""
        found = [
            f"Line {edit.line}: `??` is {code(edit.replacement)}."
            for edit in sorted(edits, key=lambda edit: edit.start)
        ]
        lines = {edit.line for edit in edits}
        steps = [
            step
            for step in self._run(fix)["steps"]
            if step["place"] == "program" and step["line"] in lines
        ]
        clauses = [did(step, _headers(fix)) for step in steps[:1]] + [self._observation.outcome]
        with_ = "With it" if len(edits) == 1 else "With these"
        return f"{'\n'.join(found)}\n\n{with_}, {listed(clauses)}."

    def _run(self, program):
        return run.record(program, self._tests, self._unit.id, self._limits)

    @cached_property
    def _trace(self):
        return self._shown or self._run(self._source.text)

    @cached_property
    def _observation(self):
        outcome = run.together(
            program=self._source.text, tests=self._tests, test=self._unit.id, limits=self._limits
        )
        return Observation(self._unit, outcome, self._trace)

    def _evidence(self, edit, fix, new):
        """What the buggy run did, as a sentence, and what the fixed one does, as a clause."""
        match edit.family:
            case "initial value":
                name = edit.before(self._source.text).partition("=")[0].strip()
                return self._old_path(edit, name), _path_clause(new, name)
            case "mutable default":
                return self._left_over(edit), ""
        ignored = {edit.line} if edit.family == "aliasing" else frozenset()
        met = parting(self._trace, new, _old_lines(self._source.text, fix), ignored)
        before = after = ""
        is_telling = met and met.before and (edit.family != "guard" or _ends_call(met.before))
        if is_telling:
            words = did(met.before, _headers(self._source.text))
            before = f" In this run, {words}{self._circumstances(edit, met.before)}."
        if met and met.after:
            after = did(met.after, _headers(fix))
        return before, after

    def _circumstances(self, edit, step):
        """The values that mattered when the buggy run took the wrong step."""
        values = values_before(self._trace, step)
        own = {change["name"] for change in step["changes"]}
        line = self._source.line_text(step["line"]) if step["place"] == "program" else ""
        texts = (edit.before(self._source.text), *edit.about, line)
        names = dict.fromkeys(name for text in texts for name in _names(text))
        known = [name for name in names if name in values and name not in own]
        if not known:
            known = [name for name in reversed(values) if name not in own][:1]
        shown = [f"{code(name)} = {code(values[name])}" for name in known[:_NAMES]]
        return f", with {listed(shown)}" if shown else ""

    def _old_path(self, edit, name):
        """What became of a variable after its start, as a sentence."""
        steps = _steps_of(self._trace, name)
        if not steps:
            return ""
        call = steps[0]["frame"]["call"]
        returned = [
            step
            for step in self._trace["steps"]
            if step["frame"]["call"] == call and value_in(step, "__return__") is not None
        ]
        end = f", and {did(returned[-1], ())}" if returned else ""
        if len(steps) == 1:
            unmet = self._unmet_condition(name)
            reason = f"{unmet} never holds, so no" if unmet else "No"
            return f" {reason} step after ({steps[0]['ordinal']}) changes it{end}."
        return f" {_path(steps, name)}{end}."

    def _unmet_condition(self, name):
        """A condition that ran and kept its branch from setting `name`, or None."""
        hits = self._trace["hits"]["program"]
        for node in ast.walk(self._source.tree):
            if isinstance(node, ast.If) and str(node.test.lineno) in hits:
                stores = any(name in _names(self._source.of(part)) for part in node.body)
                if stores and str(node.body[0].lineno) not in hits:
                    return f"{code(self._source.of(node.test))} on line {node.lineno}"
        return None

    def _left_over(self, edit):
        """The call that found what an earlier one left in a default, as a sentence."""
        name, default = edit.about
        for step in self._trace["steps"]:
            value = value_in(step, name)
            is_call = step["place"] == "program" and step["line"] == edit.line
            if is_call and value not in (None, default):
                return f" In this run, {did(step, {edit.line})}."
        return ""


def _joined(beginnings):
    """The beginnings of some sentences as that of one."""
    first, *others = beginnings
    return " and ".join([first, *(text[:1].lower() + text[1:] for text in others)])


def _ends_call(step):
    return any(value_in(step, name) is not None for name in ("__return__", "__exception__"))


def _steps_of(trace, name):
    """The steps of the first call that sets a variable which change it."""
    steps = [step for step in trace["steps"] if value_in(step, name) is not None]
    return [step for step in steps if step["frame"]["call"] == steps[0]["frame"]["call"]]


def _path(steps, name):
    """How a variable's value went on, as a clause."""
    shown = [f"{code(value_in(step, name))} in step ({step['ordinal']})" for step in steps[:_PATH]]
    more = " and so on" if len(steps) > _PATH else ""
    return f"{code(name)} is {', then '.join(shown)}{more}"


def _path_clause(trace, name):
    steps = _steps_of(trace, name)
    return _path(steps, name) if steps else ""


def _names(text):
    """The names in some source, in order; none when it is no statement by itself."""
    text = text.strip().removeprefix("el")
    for shape in ("{}", "{} pass", "def _():\n    {}"):
        try:
            tree = ast.parse(shape.format(text))
        except SyntaxError:
            continue
        return [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    return []


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
