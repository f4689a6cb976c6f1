"""All that may stand in the holes of a program: for each hole by itself, and for all together."""

import ast

from ..candidate import Candidate
from ..edits import Edit
from ..synthesis import Place, Synthesis
from .combining import Choice, combinations
from .names import Around
from .operators import operators
from .places import find_places
from .standing import holes_in
from .statements import grows_wildly, statements, statements_of
from .states import states
from .values import is_tested, values

# Calls and loop iterations for a candidate: no run of a program with holes tells what it needs.
# Less where there is a `while`, since most of what may stand in a hole then never ends.
_BUDGET, _BUDGET_OF_WHILE = 40_000, 12_000
# The cost of the dearest expressions: where there is one hole, and where there are several.
_DEAREST, _DEAREST_OF_SEVERAL = 5, 3
# Expressions that are grown for a hole.
_LARGEST = 12_000
# Expressions of one hole that are combined with what stands in others.
_COMBINED = 400


class Filling:
    """Fills the holes of one program. Edits are of the program and of its stand-in alike, since
    what stands for a hole is as long as the hole.
    """

    def __init__(self, text, places, source, context, evaluator):
        self._text = text
        self._places = places
        self._source = source
        self._context = context
        self._evaluator = evaluator
        self._lines = {source.line(place.hole.start) for place in places}
        has_while = any(isinstance(node, ast.While) for node in context.nodes)
        evaluator.budget = _BUDGET_OF_WHILE if has_while else _BUDGET

    @classmethod
    def of(cls, text, source, context, evaluator):
        """None for a program without holes; `source` is of its stand-in."""
        holes = holes_in(text)
        if not holes:
            return None
        return cls(text, find_places(source, holes), source, context, evaluator)

    def suspicion(self, line):
        """Only lines with holes are under suspicion."""
        return float(line in self._lines)

    def edits(self):
        """Edits that fill one hole each, with their scores, the most promising first."""
        found = {}
        for place in self._places:
            for text, prior in self._texts(place):
                edit = self._edit(place, text, prior)
                key = (edit.start, edit.replacement)
                if key not in found or found[key].prior < prior:
                    found[key] = edit
        scored = [(edit, round(edit.prior, 6)) for edit in found.values()]
        return sorted(scored, key=lambda one: -one[1])

    def grown(self, schema, trials, goals, pulse):
        """Candidates beyond those edits: expressions grown over recorded states, and fillings of
        all holes. `trials` holds what each of the edits showed, by index.
        """
        choices = self._choices(schema, trials)
        synthesis = Synthesis(self._source, self._context, self._evaluator, schema, goals)
        if len(self._places) == 1:
            yield from self._grown_alone(synthesis, schema, pulse)
            return
        for place in self._places:
            others = [choices[other] for other in self._places if other is not place]
            known = {choice.edit.replacement for choice in choices[place]}
            more = self._grown_at(place, synthesis, schema, others, _DEAREST_OF_SEVERAL, pulse)
            for candidate in more:
                if len(choices[place]) - len(known) >= _COMBINED:
                    break
                (edit,) = candidate.edits
                if edit.replacement not in known:
                    choices[place].append(Choice(edit, None, candidate.score))
        yield from combinations(self._places, choices, schema)

    def _grown_alone(self, synthesis, schema, pulse):
        (place,) = self._places
        known = {edit.replacement for edit, _ in self.edits()}
        for candidate in self._grown_at(place, synthesis, schema, (), _DEAREST, pulse):
            if candidate.edits[0].replacement not in known:
                yield candidate

    def _grown_at(self, place, synthesis, schema, others, dearest, pulse):
        """Candidates that fill one hole with what is grown there, the cheapest first."""
        visits = states(self._source, self._evaluator, schema, place, others, pulse)
        if not visits:
            return
        around = Around(self._source, self._context, place.node)
        grower = Place(synthesis, place.probe(schema), visits, place.hole.filler, pulse, _LARGEST)
        for cost in range(1, dearest + 1):
            for grown in grower.of_cost(cost, pulse):
                text = grown.edit.replacement
                if any(grows_wildly(name, text) for name in place.set_in_rounds(self._source)):
                    continue
                if place.is_statement:
                    for statement, prior in statements_of(text, around):
                        score = prior * grown.edit.prior
                        yield Candidate((self._edit(place, statement, score),), None, score)
                else:
                    edit = self._edit(place, text, grown.edit.prior)
                    yield Candidate((edit,), grown.names, edit.prior)

    def _choices(self, schema, trials):
        """By place: its edits with their switches, better ones first by what trying them showed."""
        choices = {place: [] for place in self._places}
        by_start = {place.hole.start: place for place in self._places}
        for index, (edit, score) in enumerate(self.edits()):
            trial = trials.get(index)
            weight = score * (1 + trial.passed) if trial is not None else score
            choice = Choice(edit, schema.switches(index), weight)
            choices[by_start[edit.start]].append(choice)
        return choices

    def _texts(self, place):
        """Yields `(text, prior)` for what may stand in one hole."""
        hole, source = place.hole, self._source
        if place.is_operator:
            start = hole.start
            near = (self._text[start - 1], self._text[start + 2 : start + 3] or " ")
            yield from operators(hole, is_tested(source, place.node), near)
            return
        around = Around(source, self._context, place.node)
        if place.is_statement:
            yield from statements(around)
            return
        for text, prior in values(around):
            yield source.fitted(place.node, text), prior

    def _edit(self, place, text, prior):
        start = place.hole.start
        span = (start, start + 2)
        return Edit(*span, text, "hole", prior, self._source.line(start), span)
