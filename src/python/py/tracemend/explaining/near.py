"""Names and keys that look like the one that is missing."""

from difflib import get_close_matches

# More names than this are not compared.
_MOST = 3000
_LONGEST = 60


def near(name, names, most=2):
    """Those of the names that `name` may be a slip of, the likeliest first."""
    if len(name) > _LONGEST:
        return []
    candidates = [other for other in list(names)[:_MOST] if other != name]
    folded = _folded(name)
    alike = [other for other in candidates if _folded(other) == folded]
    if len(name) > 2:
        swapped = [other for other in candidates if _letters(other) == _letters(name)]
        alike += [other for other in swapped if other not in alike]
    if alike:
        return alike[:most]
    if len(name) < 3:
        return []
    short = [other for other in candidates if abs(len(other) - len(name)) < 4 and len(other) > 1]
    by_fold = {other.casefold(): other for other in short}
    found = get_close_matches(name.casefold(), by_fold, most, 0.75)
    return [by_fold[other] for other in found]


def _letters(name):
    return sorted(_folded(name))


def _folded(name):
    return name.replace("_", "").replace(" ", "").casefold()
