"""The `rank` method: the patches that pass, the likeliest first, with reasons and differences."""

import re
import warnings
from dataclasses import dataclass
from math import log

from tracemend import host
from tracemend.units import find_all

from ..budget import release_tool
from ..codes import compiled
from ..edits import Edit
from ..evaluate import Evaluator
from ..expected import wanted_values
from ..explain import Explainer
from ..holes import stand_in
from ..source import Source
from .behaviour import answers, behaviours
from .calls import recorded, variants
from .confidence import doubts, grade, probability
from .features import Features, bits, constants_of, is_special, unused_parameters

# Patches that are looked at, and that are explained.
_LOOKED_AT = 24
_EXPLAINED = 4
_DIFFERENCES = 6
# Seconds in which the patches are called, roughly, and calls that each gets in any case.
_SECONDS = 1.5
_LEAST_CALLS = 4
_LOOP = re.compile(r"^\s*(for|while)\b", re.MULTILINE)
_LOOPED = 10
# How much a patch found by values alone counts among those that agree.
_WEIGHT_OF_GROWN = 0.3


def rank(program, tests, instruction, failing, all, trace, seconds, patches, varied):
    """Order patches, `{fix, edits, score, index}`, each of which passes all tests.

    `varied` tells whether they are called with inputs too that no test has. Gives `{patches,
    disagreements}`: of the patches the best of each behaviour first, then the others, with
    rationale and confidence; and calls on which those in front answer differently.
    """
    with warnings.catch_warnings(action="ignore"):
        units = [unit for unit in find_all(program, tests) if unit.id in all]
        program = stand_in(program)
        evaluator = Evaluator(program, tests, units, failing, seconds)
        code = compiled(program)
        evaluator.observe(code, lambda: host.emit({"kind": "alive"}))
        try:
            with evaluator:
                looked_at = _looked_at(code, evaluator, patches, varied)
        finally:
            release_tool()
        ranking = _Ranking(program, instruction, evaluator, looked_at)
        explainer = Explainer(
            Source(program), tests, evaluator.units[: evaluator.failing], trace, evaluator.seconds
        )
        return {
            "patches": ranking.patches(explainer),
            "disagreements": ranking.disagreements(),
        }


@dataclass
class _LookedAt:
    calls: list
    old: list
    patches: list
    answers: list


def _looked_at(code, evaluator, patches, varied):
    """What the program and its patches answer to calls like those of the tests."""
    chosen = sorted(patches, key=lambda patch: -patch["score"])[:_LOOKED_AT]
    made = recorded(evaluator, code)
    began = host.seconds()
    calls = [*made, *(variants(made) if varied else ())]
    # The first patch ends on the tests' inputs, which of the program itself nobody knows.
    first = answers(evaluator, compiled(chosen[0]["fix"]), calls, _SECONDS / 4)
    each = (host.seconds() - began) / max(1, len(first))
    allowed = max(_LEAST_CALLS, int(_SECONDS / max(1e-6, each * (len(chosen) + 1))))
    calls = calls[: min(len(first), allowed)]
    answered = [first[: len(calls)]]
    for patch in chosen[1:]:
        host.emit({"kind": "alive"})
        answered.append(answers(evaluator, compiled(patch["fix"]), calls))
    return _LookedAt(calls, answers(evaluator, code, calls), chosen, answered)


class _Ranking:
    def __init__(self, program, instruction, evaluator, looked_at):
        self._evaluator = evaluator
        self._calls = looked_at.calls
        self._patches = looked_at.patches
        self._answers = looked_at.answers
        self._old = looked_at.old
        self._behaviour = behaviours(looked_at.answers)
        self._known = constants_of(program)
        self._instruction = instruction
        self._unused = unused_parameters(program)
        self._edits = [[Edit.of(edit) for edit in patch["edits"]] for patch in looked_at.patches]
        self._evidence = _evidence(evaluator)
        self._features = [self._features_of(number) for number in range(len(self._patches))]
        self._chances = [probability(features) for features in self._features]
        self._order = self._ordered()

    def patches(self, explainer):
        """The patches in order, those in front explained."""
        told = []
        for place, number in enumerate(self._order):
            fix = self._patches[number]["fix"]
            chance = self._chances[number]
            edits = self._edits[number]
            host.emit({"kind": "alive"})
            rationale = explainer.explain(edits, fix) if place < _EXPLAINED else ""
            told.append(
                {
                    "fix": fix,
                    "rationale": rationale,
                    "confidence": {
                        "probability": round(chance, 3),
                        "grade": grade(chance, self._features[number]),
                        "doubts": doubts(self._features[number]),
                    },
                }
            )
        return told

    def disagreements(self):
        """Calls on which the patches in front answer differently, the one that parts most first."""
        front = self._order[:3]
        found = []
        seen = set()
        for index, call in enumerate(self._calls):
            given = [self._answers[number][index] for number in front]
            marks = tuple(answer.mark for answer in given)
            if call.unit is not None or len(set(marks)) < 2 or not any(a.is_value for a in given):
                continue
            parting = (len(set(marks)), sum(answer.is_value for answer in given))
            pattern = tuple(marks.index(mark) for mark in marks)
            found.append((parting, -len(call.shown()), pattern, call, given))
        found.sort(key=lambda one: one[:2], reverse=True)
        told = []
        for _, _, pattern, call, given in found:
            if pattern in seen or len(told) == _DIFFERENCES:
                continue
            seen.add(pattern)
            answers_ = [
                {"fix": self._patches[number]["fix"], "answer": answer.shown}
                for number, answer in zip(front, given, strict=True)
            ]
            told.append({"call": call.shown(), "answers": answers_})
        return told

    def _ordered(self):
        """The likeliest of each behaviour, then the others."""
        by_chance = sorted(range(len(self._patches)), key=lambda number: -self._chances[number])
        first, later, seen = [], [], set()
        for number in by_chance:
            behaviour = self._behaviour[number]
            (later if behaviour in seen else first).append(number)
            seen.add(behaviour)
        return [*first, *later]

    def _features_of(self, number):
        patch, edits = self._patches[number], self._edits[number]
        given = self._answers[number]
        pairs = [pair for pair in zip(self._old, given, strict=True) if pair[0].is_value]
        same = sum(old.mark == new.mark for old, new in pairs)
        broken = sum(not new.is_value for _, new in pairs)
        best = self._best_weights()
        return Features(
            score=log(max(patch["score"], 1e-6)),
            edits=len(edits),
            grown=any(edit.family == "expression" for edit in edits),
            special=is_special(edits),
            from_tests=self._from_tests(patch["fix"]),
            unchanged=same / len(pairs) if pairs else 0.0,
            broken=broken / len(pairs) if pairs else 0.0,
            agreement=best[self._behaviour[number]] / sum(best.values()),
            rivals=len(set(self._behaviour)) - 1,
            tests=sum(map(_cases, self._evaluator.units)),
            failing=self._evaluator.failing,
            imports=any(edit.family == "missing import" for edit in edits),
            evidence=self._evidence,
            position=patch["index"],
            uses=len(self._unused) - len(self._unused & unused_parameters(patch["fix"])),
        )

    def _best_weights(self):
        """For each behaviour the weight of the patch with the highest: many patches may do the same
        without being likelier for it.
        """
        best = {}
        for number, behaviour in enumerate(self._behaviour):
            best[behaviour] = max(best.get(behaviour, 0.0), self._weight(number))
        return best

    def _weight(self, number):
        grown = any(edit.family == "expression" for edit in self._edits[number])
        return self._patches[number]["score"] * (_WEIGHT_OF_GROWN if grown else 1.0)

    def _from_tests(self, fix):
        added = constants_of(fix) - self._known
        return sum(
            text not in self._instruction
            and text not in ("0", "1", "2", "-1", "''", "True", "False", "None")
            for text in added
        )


def _cases(unit):
    """How many cases a unit tests, roughly: one that loops tests many."""
    return _LOOPED if _LOOP.search(unit.text) else 1


def _evidence(evaluator):
    """What the failing units tell, in bits."""
    wanted = wanted_values(evaluator.units)
    return sum(bits(wanted.get(number, ...)) for number in range(evaluator.failing))
