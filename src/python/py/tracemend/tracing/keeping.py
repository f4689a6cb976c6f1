"""Which steps of a run are kept: all up to a limit, past it each line's first and last ones.

A step is a tuple in the form of `wireStepSchema` in `protocol.ts`.
"""

from _collections import _count_elements as count_elements
from collections import defaultdict, deque
from itertools import islice
from operator import itemgetter

from tracemend.running.bounds import PLACES

# Of a line's steps past the limit: those among its first ones overall, and its last ones.
_FIRST = 10
_LAST = 3
# Of the run's.
_RECENT = 1000

_line_of = itemgetter(0, 1)


class KeptSteps:
    """Exact counts of all steps, and those that are kept past `limit`: in bounded memory."""

    def __init__(self, limit):
        self.limit = limit
        self.count = 0
        # Steps by line, for each place.
        self._counts = [defaultdict(int) for _ in PLACES]
        self._firsts = []
        self._lasts = defaultdict(lambda: deque(maxlen=_LAST))
        self._recent = deque(maxlen=_RECENT)

    def add(self, steps):
        """Count steps, in their order; gives those that are below the limit."""
        before = self.count
        self.count = before + len(steps)
        whole = steps if self.count <= self.limit else steps[: max(self.limit - before, 0)]
        self._count(whole)
        if len(whole) < len(steps):
            self._add_late(steps[len(whole) :], before + len(whole))
        return whole

    def _count(self, steps):
        places = set(map(itemgetter(0), steps))
        if len(places) == 1:
            # Mostly so, and quicker.
            count_elements(self._counts[places.pop()], map(itemgetter(1), steps))
        else:
            for place, line, *_ in steps:
                self._counts[place][line] += 1

    def _add_late(self, steps, ordinal):
        by_line = defaultdict(list)
        for entry in enumerate(steps, ordinal):
            by_line[_line_of(entry[1])].append(entry)
        for (place, line), entries in by_line.items():
            so_far = self._counts[place][line]
            if so_far < _FIRST:
                self._firsts += entries[: _FIRST - so_far]
            self._lasts[place, line].extend(entries[-_LAST:])
            self._counts[place][line] = so_far + len(entries)
        first = max(len(steps) - _RECENT, 0)
        self._recent.extend(enumerate(islice(steps, first, None), ordinal + first))

    def late(self):
        """Those kept past the limit, as pairs of ordinal and step, in their order."""
        kept = dict(self._recent)
        kept.update(self._firsts)
        for lasts in self._lasts.values():
            kept.update(lasts)
        return sorted(kept.items())

    def counts(self):
        """How many steps each line made, in the shape of `countsSchema`."""
        return by_place(self._counts)


def by_place(counts):
    """Counts by line for each place, in the shape of `countsSchema`."""
    return {
        name: dict(sorted(of_place.items()))
        for name, of_place in zip(PLACES.values(), counts, strict=True)
    }
