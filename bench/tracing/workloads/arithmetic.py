"""Tight arithmetic: about 200,000 line events, each of which changes a variable."""

UNTRACED = 10


def work():
    total = 0
    for i in range(66_000):
        total += i * 3 % 7
        total ^= i
    return total
