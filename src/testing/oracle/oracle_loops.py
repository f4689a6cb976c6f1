"""Which iterations of loops begin, told by the jumps and branches of a frame."""

import ast


class Iterations:
    """Follows one frame. `loops` are the nodes of the loops that have no FOR_ITER instruction."""

    def __init__(self, loops, instructions):
        # The iteration of the first loop that began one since this was last set to None.
        self.began = None
        self._instructions = instructions
        self._whiles = [loop for loop in loops if isinstance(loop, ast.While)]
        self._asyncs = [loop for loop in loops if _is_apart(loop)]
        offsets = sorted(instructions)
        self._next = dict(zip(offsets, offsets[1:], strict=False))
        self._counts = {}
        # The loops whose header was reached from the end of an iteration.
        self._turning = set()

    def jump(self, at, to):
        """An unconditional jump."""
        if to > at:
            return
        target = self._instructions[to]
        while target.opname == "EXTENDED_ARG":
            to = self._next[to]
            target = self._instructions[to]
        if target.opname == "FOR_ITER":
            self._turning.add(to)
        for loop in self._whiles:
            if _is_in(target, *_header(loop)):
                self._turning.add(loop)
        for loop in self._asyncs:
            if target.positions.lineno == loop.lineno:
                self._turning.add(loop)

    def branch(self, at, to):
        """A conditional jump or what follows where it does not jump."""
        before, now = self._instructions[at], self._instructions[to]
        if before.opname == "FOR_ITER":
            if self._next[at] == to:
                self._begin(at)
            self._turning.discard(at)
        for loop in self._whiles:
            if _is_in(before, *_header(loop)):
                if _is_in(now, loop.body[0], loop.body[-1]):
                    self._begin(loop)
                if not _is_in(now, *_header(loop)):
                    self._turning.discard(loop)

    def reach_line(self, before, line):
        """The line is about to run after the other."""
        for loop in self._asyncs:
            if before == loop.lineno:
                if loop.body[0].lineno <= line <= loop.body[-1].end_lineno:
                    self._begin(loop)
                self._turning.discard(loop)

    def fail(self):
        """An exception may leave loops."""
        self._turning.clear()

    def _begin(self, loop):
        count = self._counts.get(loop, 0) + 1 if loop in self._turning else 1
        self._counts[loop] = count
        if self.began is None:
            self.began = count


def _is_apart(loop):
    """Whether it is an `async for` with its header on a line of its own."""
    if not isinstance(loop, ast.AsyncFor):
        return False
    return loop.lineno == loop.iter.end_lineno < loop.body[0].lineno


def _header(loop):
    """The first and the last part of the header."""
    return (loop.test, loop.test) if isinstance(loop, ast.While) else (loop.target, loop.iter)


def _is_in(instruction, first, last):
    position = instruction.positions
    if position.lineno is None or position.col_offset is None:
        return False
    start = (position.lineno, position.col_offset)
    end = (position.end_lineno, position.end_col_offset)
    return start >= (first.lineno, first.col_offset) and end <= (
        last.end_lineno,
        last.end_col_offset,
    )
