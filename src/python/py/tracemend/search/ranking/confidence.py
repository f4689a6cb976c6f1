"""How likely a patch that passes the tests is what was meant, and in words what speaks against it.

A logistic model of `Features`, fitted to published bugs with hidden inputs (docs/repair.md).
"""

from math import exp

# In the order of `Features.vector`.
_WEIGHTS = (
    -2.85,
    0.29,
    -0.57,
    -0.5,
    -0.77,
    -0.7,
    -0.22,
    -0.88,
    1.47,
    -0.2,
    1.41,
    0.01,
    0.87,
    0.47,
    -0.08,
)
_CONFIDENT, _POSSIBLE = 0.75, 0.33
# Tests from which on a patch may be called confident: with fewer, of published wrong programs, one
# in three patches was wrong on hidden inputs whatever else spoke for it.
_TESTS = 4
# From when on a share is worth a word.
_MOST = 0.9


def probability(features):
    """From 0 to 1."""
    total = sum(weight * value for weight, value in zip(_WEIGHTS, features.vector(), strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def grade(chance, features):
    """The chance in one word of three."""
    if chance >= _CONFIDENT and (features.tests >= _TESTS or features.imports):
        return "confident"
    return "possible" if chance >= _POSSIBLE else "unlikely"


def doubts(features):
    """What speaks against a patch, each a clause."""
    found = []
    if features.special:
        found.append("it answers one case apart, so that what is wrong elsewhere may stay")
    if features.from_tests:
        found.append("it holds a value that only your tests have")
    if features.unchanged >= _MOST and features.special:
        found.append("it changes almost nothing but the cases that you test")
    if features.broken > 0:
        found.append("it fails on inputs that the program answers today")
    if features.edits > 1:
        found.append("it takes two changes at once")
    if features.rivals:
        others = (
            "another repair passes"
            if features.rivals == 1
            else f"{features.rivals} other repairs pass"
        )
        answer = "answers" if features.rivals == 1 else "answer"
        found.append(f"{others} too and {answer} otherwise on other inputs")
    if features.tests < 4:
        tests = "one test says" if features.tests == 1 else f"only {features.tests} tests say"
        found.append(f"{tests} what is meant")
    return found
