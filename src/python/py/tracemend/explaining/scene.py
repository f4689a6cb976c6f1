"""Where an exception came from: the expression, the values around it, and who called."""

import ast
import re
from itertools import islice

from tracemend.explaining.reading import Reading, columns
from tracemend.explaining.telling import code
from tracemend.explaining.values import UNKNOWN, Values
from tracemend.running.bounds import PLACES
from tracemend.running.ending import message_of, part_of, type_name

_SHOWN = 60
_PACKAGE = __file__.removesuffix("explaining/scene.py")


class Level:
    """One of the user's frames that the exception passed."""

    def __init__(self, link, reading):
        self.frame = link.tb_frame
        self.code = self.frame.f_code
        self.place = PLACES[self.code.co_filename]
        self.line = link.tb_lineno
        self.reading = reading
        self.positions = _positions(self.code, link.tb_lasti)
        self.node = reading.at(self.positions)
        self.values = Values(self.frame, reading)

    def span(self, node=None):
        """Where a node is, or the instruction that failed: the shape of `spanSchema`, or None."""
        positions = self.positions
        if node is not None:
            positions = (node.lineno, node.end_lineno, node.col_offset, node.end_col_offset)
        elif self.node is None:
            return None
        line, end_line, column, end_column = positions
        column, end_column = columns(self.reading, line, end_line, column, end_column)
        return {
            "place": self.place,
            "line": line,
            "column": column,
            "endLine": end_line,
            "endColumn": end_column,
        }


class Scene:
    """What is known of an exception. `texts` has the user's texts by file name.

    `levels` are the user's frames from the outermost in; `show` makes bounded reprs.
    """

    def __init__(self, exception, texts, show):
        self.exception = exception
        self.type = type_name(exception)
        self.message = message_of(exception)
        self._show = show
        self._readings = {name: Reading(text) for name, text in texts.items()}
        # Whether Python's own library, and not the user's line, is where it was raised.
        self.in_library = False
        self.levels = []
        link = part_of(exception, "__traceback__")
        while link is not None:
            file = link.tb_frame.f_code.co_filename
            users = self._readings.get(file)
            if users is not None:
                self.levels.append(Level(link, users))
            # The tracer itself refuses a call that is too deep.
            self.in_library = users is None and not file.startswith(_PACKAGE)
            link = link.tb_next

    @property
    def level(self):
        return self.levels[-1]

    @property
    def node(self):
        return self.level.node

    @property
    def reading(self):
        return self.level.reading

    @property
    def args(self):
        return part_of(self.exception, "args")

    @property
    def readings(self):
        return list(self._readings.values())

    def value(self, node):
        return UNKNOWN if node is None else self.level.values.of(node)

    def show(self, value):
        """A value as code."""
        return code(self._show(value, _SHOWN))

    def code(self, node):
        return self.reading.code(node)

    def was(self, node):
        """`x` was 3, or nothing where that is not known or says itself."""
        value = self.value(node)
        if value is UNKNOWN or isinstance(node, ast.Constant):
            return None
        shown = self.show(value)
        return None if shown == self.code(node) else f"{self.code(node)} was {shown}"

    def was_sentence(self, node):
        """`was` as a sentence."""
        was = self.was(node)
        return f"{was}." if was else None

    def told_by(self, tellers):
        """What the first teller says whose pattern matches the message; None without an expression
        that failed. Tellers are pairs of a pattern and a function of the scene, that expression and
        the match.
        """
        if self.node is None:
            return None
        for pattern, tell in tellers:
            match = re.match(pattern, self.message)
            if match is not None:
                return tell(self, self.node, match)
        return None

    @property
    def scope(self):
        """The node of the function, class or module whose code failed."""
        return self.reading.tree if self.node is None else self.reading.scope(self.node)

    def function(self, name):
        """The one function of that name in the user's texts and its reading, or None."""
        found = [(node, reading) for reading in self.readings for node in reading.functions(name)]
        return found[0] if len(found) == 1 else None


def _positions(frame_code, offset):
    return next(islice(frame_code.co_positions(), max(offset, 0) // 2, None), (None,) * 4)
