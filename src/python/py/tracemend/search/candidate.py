"""A candidate: one or several edits of the program, and how it is tried."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """`names` are what a namespace needs to execute the schema with the edits turned on; None where
    the edited text must be compiled. `score` is how likely it is before it is tried. `single` is
    the edit's number where it is one of the operators' by itself. A `patient` one was cut short
    when it was tried before.
    """

    edits: tuple
    names: dict | None
    score: float
    single: int | None = None
    patient: bool = False

    def text(self, program):
        """The edited program."""
        for edit in sorted(self.edits, key=lambda edit: edit.start, reverse=True):
            program = edit.apply(program)
        return program


def are_apart(one, other):
    """Whether two edits can both be made, whichever comes first."""
    return one.end < other.start or other.end < one.start
