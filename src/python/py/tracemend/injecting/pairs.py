"""Bugs of two slips in different lines: to undo one of them is not enough."""

from itertools import combinations

from .bugs import Bug
from .grading import HARD


def pairs(program, singles, trials, natural):
    """Hard bugs made of two of `singles`, bugs that tests show each by itself; None now and then,
    for a pair that makes none.
    """
    for one, two in _chosen(singles):
        text = _together(program, one.slips[0].edit, two.slips[0].edit)
        if text is None or not natural(text):
            continue
        outcomes = trials.outcomes(text, may_hang=False)
        if not outcomes or all(outcome.passed for outcome in outcomes):
            yield None
            continue
        yield Bug(text, (*one.slips, *two.slips), tuple(outcomes), HARD)


def _chosen(singles):
    """Pairs of different families first, and no bug twice before each was in one."""
    pairs = [
        (one, two)
        for one, two in combinations(singles, 2)
        if one.slips[0].edit.line != two.slips[0].edit.line
    ]
    pairs.sort(key=lambda pair: pair[0].family == pair[1].family)
    used = {}
    while pairs:
        least = min(range(len(pairs)), key=lambda at: _uses(pairs[at], used))
        pair = pairs.pop(least)
        for bug in pair:
            used[bug.program] = used.get(bug.program, 0) + 1
        yield pair


def _uses(pair, used):
    return max(used.get(bug.program, 0) for bug in pair)


def _together(program, one, two):
    """Both edits made; None where they touch."""
    first, second = sorted((one, two), key=lambda edit: edit.start)
    if first.end >= second.start:
        return None
    return first.apply(second.apply(program))
