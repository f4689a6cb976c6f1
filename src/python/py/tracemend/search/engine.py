"""The search: edits of the program in a fixed order, each tried against the tests."""

import warnings
from dataclasses import replace
from itertools import islice

from tracemend import host
from tracemend.units import find_all

from .budget import release_tool, watch
from .candidate import Candidate
from .candidates import candidates
from .codes import compiled, fingerprint
from .context import Context
from .evaluate import Evaluator
from .expected import expected_literals, wanted_values
from .holes import Filling, stand_in
from .locate import Suspicion
from .mutants import Schema
from .pairs import pairs
from .source import Source
from .synthesis import Synthesis

# Seconds between two candidates that the app is told of.
_TELL_EVERY = 0.005
# Candidates of one kind in a row, where kinds take turns.
_TURN = 64
# Single edits with such a score come before everything else, the others in turn with it.
_LIKELY = 0.1
# Of those that are cut short so many get another trial.
_PATIENT = 60


def search(program, tests, instruction, failing, all, trace, seconds, **rest):
    """Try edits of a program; send `trying` now and then and `plausible` for each candidate that
    passes all tests. In a program with holes these alone are edited.

    `rest` holds `from`, the index of the first candidate to try; `skip`, indices of those that are
    known to hang; `careful`, whether `trying` goes out before each; `share`, which of how many
    parts of the candidates is tried here; and `most`, how many. Gives how many were done with,
    those before `from` included. A program that cannot be parsed or fails no test has none.
    """
    with warnings.catch_warnings(action="ignore"):
        readable = stand_in(program)
        code = compiled(readable)
        units = [unit for unit in find_all(program, tests) if unit.id in all]
        if code is None or not any(unit.id in failing for unit in units):
            return {"tried": 0, "total": 0}
        evaluator = Evaluator(readable, tests, units, failing, seconds)
        tell = _Telling(rest["from"], careful=rest["careful"])
        space = _Space(program, code, evaluator, trace, instruction, tell)
        try:
            with evaluator:
                return space.explored(frozenset(rest["skip"]), rest["most"], *rest["share"])
        finally:
            release_tool()


class _Space:
    """All candidates of one program, in the order in which they are tried."""

    def __init__(self, program, code, evaluator, trace, instruction, tell):
        self._program = program
        self._evaluator = evaluator
        self._tell = tell
        covered = evaluator.observe(code, tell.alive)
        self._source = Source(stand_in(program))
        self._suspicion = Suspicion(self._source, *covered, trace)
        failing = evaluator.units[: evaluator.failing]
        self._context = Context(
            self._source,
            trace,
            expected_literals(failing),
            instruction,
            evaluator.units,
        )
        self._filling = Filling.of(program, self._source, self._context, evaluator)
        if self._filling:
            self._suspicion = self._filling.suspicion
            self._edits = self._filling.edits()
            self._likely = len(self._edits)
        else:
            self._edits = candidates(self._source, self._context, self._suspicion, tell.alive)
            self._likely = sum(score >= _LIKELY for _, score in self._edits)
        self._schema = self._woven()
        self._trials = {}
        self._seen = {fingerprint(code)}

    def _woven(self):
        edits = [edit for edit, _ in self._edits]
        try:
            return Schema(self._source, edits, self._tell.alive)
        except SyntaxError, RecursionError, ValueError:
            return None

    def explored(self, skip, most, part, parts):
        """Try this part of the candidates, `most` of them."""
        if self._schema is not None:
            watch(self._schema.code)
        lines = range(1, self._program.count("\n") + 2)
        scores = [[line, round(self._suspicion(line), 3)] for line in lines]
        host.emit({"kind": "suspicion", "lines": [one for one in scores if one[1] > 0]})
        index = -1
        for index, candidate in enumerate(self._all(part, parts)):
            if self._tell.tried >= most:
                break
            single = candidate.single is not None
            if index in skip or (index < self._tell.first and not single):
                self._tell.alive()
            elif index < self._likely or index % parts == part:
                self._tell.trying(index, self._likely if index < self._likely else None)
                self._try(index, candidate)
        return {"tried": index + 1, "total": index + 1}

    def _all(self, part, parts):
        # The likely ones of the other parts come too, but last: what they show is needed for pairs.
        likely = range(self._likely)
        yield from map(self._single, sorted(likely, key=lambda index: index % parts != part))
        yield from self._cut_short()
        unlikely = map(self._single, range(self._likely, len(self._edits)))
        if self._schema is None:
            yield from unlikely
            return
        if self._filling:
            goals = wanted_values(self._evaluator.units)
            yield from self._filling.grown(self._schema, self._trials, goals, self._tell.alive)
            return
        singles = [(index, edit, score) for index, (edit, score) in enumerate(self._edits)]
        both = pairs(self._schema, singles, self._trials)
        yield from _taking_turns(self._grown(), unlikely, both)

    def _cut_short(self):
        """The likely edits that were cut short, once more and with patience."""
        cut = [index for index, trial in self._trials.items() if trial.was_cut]
        for index in sorted(cut)[:_PATIENT]:
            yield replace(self._single(index), single=None, patient=True)

    def _single(self, index):
        edit, score = self._edits[index]
        switches = self._schema.switches(index) if self._schema else None
        names = {**self._schema.off, **switches} if switches else None
        return Candidate((edit,), names, score, index)

    def _grown(self):
        goals = wanted_values(self._evaluator.units)
        synthesis = Synthesis(self._source, self._context, self._evaluator, self._schema, goals)
        known = {edit.key(self._program) for edit, _ in self._edits}
        for grown in synthesis.grown(self._suspicion, self._tell.alive):
            if grown.edit.key(self._program) not in known:
                score = grown.edit.prior * self._suspicion(grown.edit.line)
                yield Candidate((grown.edit,), grown.names, score)

    def _try(self, index, candidate):
        if candidate.names is None:
            code = compiled(candidate.text(self._program))
            if code is None:
                return
            trial = self._evaluator.trial(code, patient=candidate.patient)
        else:
            trial = self._evaluator.trial(self._schema.code, candidate.names, candidate.patient)
        if candidate.single is not None:
            self._trials[candidate.single] = trial
        self._tell.passed(trial.passed, len(self._evaluator.units))
        if trial.complete:
            self._propose(index, candidate)

    def _propose(self, index, candidate):
        text = candidate.text(self._program)
        code = compiled(text)
        if code is None or (mark := fingerprint(code)) in self._seen:
            return
        self._seen.add(mark)
        if self._evaluator.confirms(code):
            edits = [edit.to_json() for edit in candidate.edits]
            event = {"kind": "plausible", "index": index, "fix": text, "edits": edits}
            host.emit({**event, "score": round(candidate.score, 6)})


def _taking_turns(*kinds):
    """What several generators yield, some of each in turn, until all have ended."""
    waiting = list(kinds)
    while waiting:
        for kind in list(waiting):
            some = list(islice(kind, _TURN))
            yield from some
            if len(some) < _TURN:
                waiting.remove(kind)


class _Telling:
    """Says which candidate is next. To say it costs a browser a third of the time to try one."""

    def __init__(self, first, careful):
        self.first = first
        self._careful = careful
        self._told = 0.0
        self._best = 0
        self._of = 0
        self.tried = 0

    def alive(self):
        """Before a candidate is tried: just a sign of life."""
        now = host.seconds()
        if now - self._told >= _TELL_EVERY:
            self._tell(now, self.first - 1, 0)

    def trying(self, index, total):
        now = host.seconds()
        if self._careful or index == self.first or now - self._told >= _TELL_EVERY:
            self._tell(now, index, total)

    def passed(self, count, of):
        """Notes that a candidate was tried, and how many units it passed."""
        self.tried += 1
        self._best = max(self._best, count)
        self._of = of

    def _tell(self, now, index, total):
        self._told = now
        best = {"passed": self._best, "of": self._of} if self._of else None
        event = {"kind": "trying", "index": index, "tried": self.tried, "total": total}
        host.emit({**event, "best": best})
