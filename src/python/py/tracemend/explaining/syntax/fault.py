"""A syntax error with what is needed to find out what was meant."""

import ast
import keyword
from dataclasses import dataclass
from functools import cached_property

from tracemend.explaining.syntax.scanner import CLOSING, OPENING, scan
from tracemend.explaining.telling import code


@dataclass
class Found:
    """What is wrong; marked from (line, start) to (end_line, end), columns in characters from 0."""

    title: str
    happened: str
    hint: str | None = None
    span: tuple | None = None


class Fault:
    """Where Python stopped reading a text, and why in its own words."""

    def __init__(self, text, error):
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.lines = self.text.split("\n")
        self.message = error.msg
        self.kind = type(error).__name__
        self.line = min(max(error.lineno or 1, 1), len(self.lines))
        self.column = max((error.offset or 1) - 1, 0)
        self._end = (error.end_lineno or self.line, (error.end_offset or 0) - 1)

    @cached_property
    def tokens(self):
        return scan(self.text)

    @cached_property
    def code_tokens(self):
        """All tokens but comments."""
        return [token for token in self.tokens if token.kind != "comment"]

    @cached_property
    def at(self):
        """The index among `code_tokens` of the one at which reading stopped."""
        for index, token in enumerate(self.code_tokens):
            if (token.end_line, token.end) > (self.line, self.column):
                return index
            if token.kind == "newline" and (token.line, token.column) >= (self.line, self.column):
                return index
        return len(self.code_tokens)

    def token(self, ahead=0):
        """The token at which reading stopped, or one before or behind it; None past the ends."""
        index = self.at + ahead
        return self.code_tokens[index] if 0 <= index < len(self.code_tokens) else None

    @property
    def line_text(self):
        return self.lines[self.line - 1]

    def line_tokens(self, line=None):
        line = self.line if line is None else line
        return [t for t in self.code_tokens if t.line == line and t.kind != "newline"]

    @property
    def span(self):
        """What Python marks: at least one character."""
        end_line, end = self._end
        if end_line < self.line or (end_line == self.line and end <= self.column):
            token = self.token()
            if (
                token is not None
                and token.line == token.end_line == self.line
                and (token.column < self.column < token.end)
            ):
                return span_of(token)
            end_line, end = self.line, self.column + 1
        if end_line > len(self.lines):
            end_line, end = self.line, len(self.line_text)
        return (self.line, self.column, end_line, end)

    def replaced(self, line, start, end, new):
        """The text with a part of one line replaced."""
        lines = list(self.lines)
        old = lines[line - 1]
        lines[line - 1] = old[:start] + new + old[end:]
        return "\n".join(lines)

    def without(self, token, new):
        """The text with a token replaced."""
        return self.replaced(token.line, token.column, token.end, new)

    def helps(self, text):
        """Whether Python reads the changed text further than the line where it stopped."""
        error = parse_error(text)
        return error is None or (error.lineno or 1) > max(self.line, self._end[0])

    @cached_property
    def brackets(self):
        """The brackets that are open where reading stopped, the innermost last."""
        still_open = []
        for token in self.code_tokens:
            if (token.line, token.column) >= (self.line, self.column):
                break
            if token.kind != "op":
                continue
            if token.text in OPENING:
                still_open.append(token)
            elif token.text in CLOSING and still_open:
                still_open.pop()
        return still_open


def parse_error(text):
    """The SyntaxError of a text, or None where Python can read it."""
    try:
        compile(text, "<text>", "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
    except SyntaxError as error:
        return error
    except ValueError, RecursionError, MemoryError:
        return None
    return None


def span_of(first, last=None):
    """The marked part from one token to another."""
    last = first if last is None else last
    return (first.line, first.column, last.end_line, last.end)


def is_value(token):
    """Whether a token can stand for a value, or end one."""
    if token is None:
        return False
    if token.kind in ("number", "string"):
        return True
    if token.kind == "name":
        return not keyword.iskeyword(token.text) or token.text in ("None", "True", "False")
    return token.text in CLOSING


def shown(token):
    """A token as code."""
    return code(token.text)
