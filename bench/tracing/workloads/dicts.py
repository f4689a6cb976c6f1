"""Dict-heavy: counting into a dict of 64 keys."""

UNTRACED = 20


def work():
    counts = {}
    for i in range(12_000):
        key = (i * 31) % 64
        counts[key] = counts.get(key, 0) + 1
        if counts[key] % 50 == 0:
            counts[key] = 0
    return counts
