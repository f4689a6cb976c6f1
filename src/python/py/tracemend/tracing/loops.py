"""The loops of a code object whose iterations only its jumps and branches tell.

Where a loop's header and body stand on lines of their own, the order of the lines tells when an
iteration begins (`Plan.body`). The others are here: comprehensions, and loops on one line.
"""

import opcode

_OP = opcode.opmap
_FOR = _OP["FOR_ITER"]
_EXTENDED = _OP["EXTENDED_ARG"]


class TightLoops:
    """Counts the iterations of a code's loops that share lines with their bodies."""

    def __init__(self, code, source):
        content = code.co_code
        lines = {at: line for start, end, line in code.co_lines() for at in range(start, end, 2)}
        fors = [at for at in range(0, len(content), 2) if content[at] == _FOR]
        on_line = [lines.get(at) for at in fors]
        # Offset of the instruction that branches into the body, to the loop's first instruction.
        self.heads = {
            at: at
            for at in fors
            if lines.get(at) not in source.simple_fors or on_line.count(lines.get(at)) > 1
        }
        # Offset in the header of a `while` to the offsets of that and of the body.
        self._whiles = {}
        first, last = code.co_firstlineno, max((line for line in lines.values() if line), default=0)
        for node in source.tight_whiles:
            if first <= node.lineno <= last:
                self._read_while(code, node)
        # Where a jump back goes, to the loop's first instruction.
        self.starts = {_start_of(head, content): head for head in self.heads.values()}

    def _read_while(self, code, node):
        test, body = [], set()
        for index, position in enumerate(code.co_positions()):
            if _is_in(position, node.test.lineno, node.test.col_offset, node.test):
                test.append(index * 2)
            elif _is_in(position, node.body[0].lineno, node.body[0].col_offset, node.body[-1]):
                body.add(index * 2)
        for at in test:
            self.heads[at] = test[0]
            self._whiles[at] = ({*test}, body)

    def facts(self):
        """In the shape of `CodeFacts["loops"]` in `facts.ts`; None where there is no such loop."""
        if not self.heads:
            return None
        return {
            "heads": [*self.heads.items()],
            "starts": [*self.starts.items()],
            "whiles": [(at, [*test], [*body]) for at, (test, body) in self._whiles.items()],
        }


def _start_of(at, content):
    """Where the prefixes of an instruction begin that has a long argument."""
    while at >= 2 and content[at - 2] == _EXTENDED:
        at -= 2
    return at


def _is_in(position, line, column, last):
    start_line, end_line, start, end = position
    if start_line is None or start is None:
        return False
    return (start_line, start) >= (line, column) and (end_line, end) <= (
        last.end_lineno,
        last.end_col_offset,
    )
