"""How hard a bug is to find."""

EASY, MEDIUM, HARD = "easy", "medium", "hard"
# With fewer tests, one that fails alone is no sign of a bug that hides.
_MANY = 4


def grade(common, outcomes):
    """The difficulty of a single slip with these outcomes; None when no test shows it.

    Easy is a slip that everyone makes and most tests show. Hard is one that a single test of
    several shows, or that makes a test hang. The rest is medium.
    """
    failing = [outcome for outcome in outcomes if not outcome.passed]
    if not failing:
        return None
    if any(outcome.hangs for outcome in failing):
        return HARD
    if len(failing) == 1 and len(outcomes) >= _MANY:
        return HARD
    return EASY if common and 2 * len(failing) > len(outcomes) else MEDIUM
