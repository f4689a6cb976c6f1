"""Two edits at once: the most promising pairs first, of edits that came nearer above all."""

from heapq import heappop, heappush

from .candidate import Candidate, are_apart

# How much more likely an edit is part of a repair that has some failing units pass, and one that
# has all of them pass but breaks others.
_NEARER = 6.0
# Of edits that changed nothing for the better, so many are paired at all.
_PARTNERS = 400
_FALLEN = 0.25


def pairs(schema, singles, trials):
    """Yields pairs of `singles`, `(index, edit, score)` in their order, as candidates.

    `trials` holds what trying each by itself showed, by index. Both must be in the schema.
    """
    woven = [one for one in singles if schema.switches(one[0])]
    partners = woven[:_PARTNERS]
    weights = [
        (_weight(trials.get(index), score), index, edit, score) for index, edit, score in woven
    ]
    weights.sort(key=lambda weight: -weight[0])
    heap = []
    for rank, (weight, index, _, _) in enumerate(weights):
        if weight > 0 and (rank < _PARTNERS or _is_nearer(trials.get(index))):
            _push(heap, weight, rank, 0, partners)
    seen = set()
    while heap:
        _, rank, position = heappop(heap)
        weight, index, edit, score = weights[rank]
        partner_index, partner, partner_score = partners[position]
        _push(heap, weight, rank, position + 1, partners)
        mark = (min(index, partner_index), max(index, partner_index))
        if mark in seen or not are_apart(edit, partner):
            continue
        seen.add(mark)
        one, other = schema.switches(index), schema.switches(partner_index)
        if one.keys().isdisjoint(other):
            names = {**schema.off, **one, **other}
            yield Candidate((edit, partner), names, score * partner_score)


def _push(heap, weight, rank, position, partners):
    if position < len(partners):
        heappush(heap, (-weight * partners[position][2], rank, position))


def _is_nearer(trial):
    return trial is not None and trial.mask > 0 and not trial.complete


def _weight(trial, score):
    if trial is not None and trial.complete:
        return 0.0
    if _is_nearer(trial):
        return score * _NEARER * (1 + trial.passed)
    return score * _FALLEN
