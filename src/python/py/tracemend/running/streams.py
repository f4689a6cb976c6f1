"""Standard streams of a program that runs in here: bounded output in order, input from a text."""

import codecs
import io
from array import array
from functools import cached_property


def standard_input(text):
    """A stream like `sys.stdin`, its `buffer` too, that holds `text`."""
    content = io.BytesIO(text.encode("utf-8", "surrogateescape"))
    return io.TextIOWrapper(content, encoding="utf-8", errors="surrogateescape")


class Capture:
    """What a program printed, up to `limit` characters; each write past that calls `on_limit`."""

    def __init__(self, limit, on_limit):
        self.muted = False
        # Characters kept so far: where the recorder can read it.
        self._size = array("I", [0])
        self.size_at, _ = self._size.buffer_info()
        # From where to where of the text, one after the other.
        self.errors = []
        self._limit = limit
        self._on_limit = on_limit
        self._parts = []
        self._taken = 0

    @cached_property
    def nowhere(self):
        """A stream that drops what is written to it."""
        return _Stream(lambda text: None, "<nowhere>")

    def text(self):
        return "".join(self._parts)

    def take(self):
        """What was kept since this was last asked."""
        if self._taken == len(self._parts):
            return ""
        new = "".join(self._parts[self._taken :])
        self._taken = len(self._parts)
        return new

    def output_stream(self):
        return _Stream(self._keep, "<stdout>")

    def error_stream(self):
        return _Stream(self._keep_error, "<stderr>")

    def _keep_error(self, text):
        before = self._size[0]
        try:
            self._keep(text)
        finally:
            if self._size[0] > before:
                self._note_error(before, self._size[0])

    def _note_error(self, start, end):
        if self.errors and self.errors[-1][1] == start:
            start = self.errors.pop()[0]
        self.errors.append((start, end))

    def _keep(self, text):
        if self.muted:
            return
        room = self._limit - self._size[0]
        kept = text[:room]
        if kept:
            self._parts.append(kept)
            self._size[0] += len(kept)
        if len(text) > room:
            self._on_limit()


class _Stream(io.TextIOBase):
    """A text stream that gives what is written to `keep`, with a `buffer` for bytes."""

    encoding = "utf-8"
    errors = "replace"

    def __init__(self, keep, name):
        self._keep = keep
        self.name = name

    @cached_property
    def buffer(self):
        return _Bytes(self._keep)

    def __repr__(self):
        return self.name

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._keep(text)
        return len(text)

    def writable(self):
        return True


class _Bytes(io.RawIOBase):
    """The bytes side of a `_Stream`, decoded as UTF-8."""

    def __init__(self, keep):
        self._keep = keep
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def write(self, data):
        data = bytes(data)
        self._keep(self._decoder.decode(data))
        return len(data)

    def writable(self):
        return True
