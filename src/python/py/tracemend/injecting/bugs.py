"""A bug as it is given back: where it is, which tests show it, and in words what it is."""

import difflib
import re
from dataclasses import dataclass

_QUOTED = 70
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


@dataclass(frozen=True, slots=True)
class Bug:
    """A buggy program with the slips that made it and its outcomes."""

    program: str
    slips: tuple
    outcomes: tuple
    difficulty: str

    @property
    def family(self):
        return " and ".join(dict.fromkeys(slip.edit.family for slip in self.slips))

    @property
    def hangs(self):
        return any(outcome.hangs for outcome in self.outcomes)

    def to_json(self, reference, trials):
        """In the shape of `injectedBugSchema`."""
        failing = [outcome for outcome in self.outcomes if not outcome.passed]
        return {
            "program": self.program,
            "family": self.family,
            "lines": changed_lines(reference, self.program),
            "difficulty": self.difficulty,
            "failing": [outcome.test for outcome in failing],
            "passing": [outcome.test for outcome in self.outcomes if outcome.passed],
            "hangs": self.hangs,
            "why": " ".join([*self._changes(reference), self._shown(trials)]),
        }

    def _shown(self, trials):
        first = next(outcome for outcome in self.outcomes if not outcome.passed)
        name, message = trials.shown(self.program, first.test)
        told = _ADDRESS.sub("", message).rstrip(".")
        return f"{_code(name)} shows it: {told}."

    def _changes(self, reference):
        for slip in sorted(self.slips, key=lambda slip: slip.edit.start):
            yield _change(slip.edit, reference)


def changed_lines(reference, program):
    """Lines of the buggy program that are not as they should be; where lines are missing, the line
    that took their place.
    """
    old, new = reference.splitlines(), program.splitlines()
    lines = []
    for tag, _, _, start, end in difflib.SequenceMatcher(None, old, new, False).get_opcodes():
        if tag != "equal":
            lines += range(start + 1, end + 1) or [min(start + 1, max(len(new), 1))]
    return sorted(set(lines))


def _change(edit, reference):
    before, after = _one_line(edit.before(reference)), _one_line(edit.after(reference))
    if edit.family == "deletion":
        return f"{_code(before)} is missing."
    if edit.family in ("dedent", "indent"):
        return f"{_code(before)} stands in another block than it should."
    if edit.family == "exchange":
        return f"Two statements stand in the wrong order, beginning with {_code(before)}."
    if edit.family == "mutable default":
        return "A default value is made once and shared by all calls."
    if edit.start == edit.end and edit.family == "jump":
        return f"{_code(edit.replacement.strip())} does not belong there."
    if before == after:
        before, after = edit.before(reference), edit.after(reference)
    return f"{_code(after)} stands where {_code(before)} is right."


def _code(text):
    """`text` as Markdown code, which has no room for line breaks."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{_one_line(text)}{fence}"


def _one_line(text):
    joined = " ".join(text.split())
    return joined if len(joined) <= _QUOTED else joined[: _QUOTED - 1] + "…"
