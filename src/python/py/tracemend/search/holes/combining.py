"""Something in every hole at once: the most promising combinations first."""

from dataclasses import dataclass
from heapq import heappop, heappush
from math import prod

from ..candidate import Candidate


@dataclass(frozen=True, slots=True)
class Choice:
    """An edit that fills one hole; `switches` turn it on in the schema, None where it is not in
    it; `score` is how likely it is.
    """

    edit: object
    switches: dict | None
    score: float


def combinations(places, choices, schema):
    """Yields candidates with one of the `choices`, by place, in every hole."""
    lists = [sorted(choices[place], key=lambda choice: -choice.score) for place in places]
    if not all(lists):
        return
    is_apart = len({place.statement for place in places}) == len(places)
    first = (0,) * len(lists)
    heap = [(-_score(lists, first), first)]
    seen = {first}
    while heap:
        negated, numbers = heappop(heap)
        chosen = [one[number] for one, number in zip(lists, numbers, strict=True)]
        yield _candidate(chosen, -negated, schema, is_apart)
        for index, number in enumerate(numbers):
            after = (*numbers[:index], number + 1, *numbers[index + 1 :])
            if number + 1 < len(lists[index]) and after not in seen:
                seen.add(after)
                heappush(heap, (-_score(lists, after), after))


def _score(lists, numbers):
    return prod(one[number].score for one, number in zip(lists, numbers, strict=True))


def _candidate(chosen, score, schema, is_apart):
    """Where holes share a statement, one may be within what another's edit puts there: the whole
    text says what is meant then.
    """
    edits = tuple(choice.edit for choice in chosen)
    if not is_apart or any(choice.switches is None for choice in chosen):
        return Candidate(edits, None, score)
    names = dict(schema.off)
    for choice in chosen:
        names.update(choice.switches)
    return Candidate(edits, names, score)
