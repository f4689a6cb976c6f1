"""What a unit is: where it stands, how it is judged, and how it runs."""

from dataclasses import dataclass, field

_NAME_LENGTH = 100


class Unreadable(Exception):
    """A text cannot be taken apart; `line` counts from 1, `column` from 0, in the text that `place`
    names.
    """

    def __init__(self, message, place="tests", line=1, column=0, error=None):
        super().__init__(message)
        # The SyntaxError of the text, where that is the reason.
        self.error = error
        self.message = message
        self.place = place
        self.line = max(line, 1)
        self.column = max(column, 0)


@dataclass
class Unit:
    """One checkable unit; the words are those of `test.ts`.

    `body` runs it (see `bodies.py`). `apart` is the `Apart` plan of a unit that can be judged
    without the
    program, else None with the reason why in `reason`. Standard input and the expected output
    belong to
    kind `stdio` only. `redacted` is the program's text without this unit, where that stands in it.
    """

    kind: str
    name: str
    place: str
    line: int
    end_line: int
    text: str
    body: object = None
    stdin: str | None = None
    expected_output: str | None = None
    apart: object = None
    reason: str = ""
    redacted: str | None = None
    id: str = field(default="")

    @property
    def judging(self):
        """How the unit is judged, in the shape of `judgingSchema`."""
        if self.apart is not None:
            return {"kind": "apart"}
        return {"kind": "together", "reason": self.reason}

    @property
    def runs_as_main(self):
        """Whether the program itself is what is checked, so that it runs as `__main__`."""
        return self.kind in ("stdio", "program")

    @property
    def codes(self):
        """The code objects that `run` without a recorder executes, where they are known before."""
        code = getattr(self.body, "code", None)
        return () if code is None else (code,)

    def run(self, namespace, recorder=None):
        """Run the unit's own code in the namespace of a program that was just executed; a failure
        raises.

        Setup that stands before the unit in the Tests box runs first. With a `Recorder`, what the
        failing
        assert compared is kept in it. A `stdio` unit has no code: compare with `compare_output`.
        """
        if self.body is not None:
            self.body.run(namespace, recorder)

    def to_json(self):
        """The unit in the shape of `testSchema`."""
        return {
            "id": self.id,
            "kind": self.kind,
            "name": self.name,
            "place": self.place,
            "line": self.line,
            "endLine": self.end_line,
            "text": self.text,
            "judging": self.judging,
        }


def short_name(text):
    """A text on one line, bounded, as a unit's name."""
    joined = " ".join(text.split())
    return joined if len(joined) <= _NAME_LENGTH else joined[: _NAME_LENGTH - 1] + "…"
