"""A minimal edit of a program's text: everything outside it stays byte for byte."""

from dataclasses import dataclass

# Edits that are about one value wherever it stands.
_QUOTED_ALONE = ("wrap", "aliasing")


@dataclass(frozen=True, slots=True)
class Edit:
    """Puts `replacement` in place of the characters from `start` to `end`.

    `family` names the operator that made it. `prior`, from 0 to 1, is how natural such an edit is
    before any evidence. `subject` is the span worth quoting when the edit is explained, and `line`
    the line that it is blamed on. `about` holds what the family's explanation needs.
    """

    start: int
    end: int
    replacement: str
    family: str
    prior: float
    line: int
    subject: tuple[int, int]
    about: tuple[str, ...] = ()

    def to_json(self):
        """The edit as JSON-able data, of which `Edit.of` makes it again."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def of(cls, data):
        return cls(**{**data, "subject": tuple(data["subject"]), "about": tuple(data["about"])})

    def apply(self, text):
        """The edited program."""
        return text[: self.start] + self.replacement + text[self.end :]

    def before(self, text):
        """The quoted part as it was."""
        return text[self.subject[0] : self.subject[1]]

    def after(self, text):
        """The quoted part as it becomes."""
        low, high = min(self.subject[0], self.start), max(self.subject[1], self.end)
        return text[low : self.start] + self.replacement + text[self.end : high]

    def key(self, text):
        """The same for any two edits that give the same program."""
        start, end, replacement = self.start, self.end, self.replacement
        while start < end and replacement and text[start] == replacement[0]:
            start, replacement = start + 1, replacement[1:]
        while start < end and replacement and text[end - 1] == replacement[-1]:
            end, replacement = end - 1, replacement[:-1]
        return (start, end, replacement)


def replace(source, node, text, family, prior, about=(), subject=None):
    """An edit that puts the expression `text` in the place of `node`."""
    start, end = source.start(node), source.end(node)
    fitted = source.fitted(node, text)
    return swap(source, start, end, fitted, family, prior, subject or node, about)


def swap(source, start, end, text, family, prior, subject, about=()):
    """An edit of any span; quoted is `subject`, for most families with what is around it."""
    quoted = subject if family in _QUOTED_ALONE else source.quotable(subject)
    span = (source.start(quoted), source.end(quoted))
    return Edit(start, end, text, family, prior, source.line(start), span, about)
