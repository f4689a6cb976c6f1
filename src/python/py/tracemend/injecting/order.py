"""In which order slips are tried: by chance, the likely ones sooner, of every family in turn."""

import random


class Order:
    """Gives out slips. The same slips and seed always give the same order."""

    def __init__(self, slips, seed):
        chance = random.Random(seed)
        self._queues = {}
        for slip in _shuffled(slips, lambda slip: slip.weight, chance):
            self._queues.setdefault(slip.edit.family, []).append(slip)
        heaviest = {
            family: max(slip.weight for slip in queue) for family, queue in self._queues.items()
        }
        self._families = _shuffled(list(self._queues), heaviest.get, chance)
        self._lines = set()

    def next(self):
        """The next slip, or None; the families that gave a bug last come last."""
        while self._families:
            family = self._families[0]
            queue = self._queues[family]
            if queue:
                fresh = (slip for slip in queue if slip.edit.line not in self._lines)
                slip = next(fresh, queue[0])
                queue.remove(slip)
                return slip
            self._families.pop(0)
        return None

    def taken(self, slip):
        """A slip became a bug: other families and other lines go before its own."""
        self._lines.add(slip.edit.line)
        self.passed_over(slip)

    def passed_over(self, slip):
        """It became none; its family may have had its share of trials."""
        family = slip.edit.family
        if family in self._families:
            self._families.remove(family)
            self._families.append(family)


def _shuffled(items, weight, chance):
    """Items in a random order in which one of twice the weight is twice as likely to be first."""
    keyed = [(chance.random() ** (1 / weight(item)), item) for item in items]
    return [item for _, item in sorted(keyed, key=lambda pair: -pair[0])]
