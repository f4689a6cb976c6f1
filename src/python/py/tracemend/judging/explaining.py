"""Why an assert failed, in one line of plain words."""

from dataclasses import dataclass

_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass
class Explanation:
    """`expected` and `actual` are bounded reprs, or None where nothing is compared."""

    message: str
    expected: str | None = None
    actual: str | None = None


def explain_assert(recorder, said, show):
    """What the assert that failed last compared.

    `said` is the message that the assert itself gives; `show` makes a bounded repr.
    """
    if recorder.failed is None:
        return Explanation(said or "an assert in the test failed")
    sign, called, left, right = recorder.failed
    if sign in ("true", "false"):
        explanation = _explain_truth(sign, called, show(left))
    else:
        explanation = _explain_comparison(sign, called, show(left), show(right))
    if said:
        explanation.message += f" ({said})"
    return explanation


def _explain_truth(sign, called, actual):
    verb = "returned" if called else "got"
    return Explanation(f"{verb} {actual}, expected something {sign}", actual=actual)


def _explain_comparison(sign, called, left, right):
    verb = "returned" if called else "got"
    actual, other = (right, left) if called == "right" else (left, right)
    if sign in ("==", "is"):
        alike = ", which only looks the same" if actual == other else ""
        return Explanation(f"{verb} {actual}, expected {other}{alike}", other, actual)
    if sign in ("!=", "is not"):
        return Explanation(f"{verb} {actual}, expected anything else", actual=actual)
    if sign in ("in", "not in"):
        missing = "is not" if sign == "in" else "is"
        return Explanation(f"{left} {missing} in {right}", actual=actual)
    if called == "right":
        sign = _FLIPPED[sign]
    return Explanation(f"{verb} {actual}, which is not {sign} {other}", actual=actual)
