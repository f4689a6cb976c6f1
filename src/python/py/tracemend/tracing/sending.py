"""Sends a trace in pieces while it is made, in the shapes of `traceEventSchema` in `protocol.ts`.

What was sent outlives the interpreter: a program that must be ended by force, or that ends it,
leaves what it did until shortly before.
"""

from time import perf_counter

from tracemend.tracing.keeping import KeptSteps, by_place

# So many steps go out one by one: most programs make no more, and lose none.
_SINGLY = 200
_MOST_STEPS = 2000
# Seconds between two pieces, and between two totals.
_PIECE_SECONDS = 0.01
_TOTALS_SECONDS = 0.25
# Totals take at most such a part of the time.
_TOTALS_SHARE = 0.05
# Calls that steps of the ring may refer to are remembered; now and then the others are dropped.
_CALLS_SWEPT_AT = 20_000


class Sender:
    """Sends the steps and calls that are appended to it, and what `capture` keeps of the output.

    `hits()` counts the lines that ran, as `countsSchema` has it; `living_calls()` gives the numbers
    of the calls that may make further steps.
    """

    def __init__(self, emit, limit, capture, hits, living_calls):
        self._emit = emit
        # Steps that wait, in their order, and the calls of which they are the first steps.
        self.steps = []
        self.calls = []
        self._kept = KeptSteps(limit)
        self._hits = hits
        self._capture = capture
        self._living_calls = living_calls
        self._sent = 0
        self._late_calls = {}
        self._next_piece = self._next_totals = 0.0

    def poll(self):
        """Send what is due."""
        now = perf_counter()
        if now >= self._next_piece:
            self.send_steps()
            self._next_piece = now + _PIECE_SECONDS
        if now >= self._next_totals:
            if self._next_totals:
                self.send_totals()
            took = perf_counter() - now
            self._next_totals = now + max(_TOTALS_SECONDS, took / _TOTALS_SHARE)

    def finish(self):
        """Send what is left, and the last totals."""
        self.send_steps()
        self.send_totals()

    def send_steps(self):
        """Send the steps that wait, as far as they are below the limit, and new output.

        Gives how many steps may be added until this is due again.
        """
        output = self._capture.take()
        waiting, calls = self.steps[:], self.calls[:]
        self.steps.clear()
        self.calls.clear()
        whole = self._kept.add(waiting)
        if len(whole) < len(waiting) or self._late_calls:
            self._remember(calls)
        if whole or output:
            self._emit(
                {
                    "kind": "steps",
                    "first": self._sent,
                    "steps": whole,
                    "calls": calls if whole else [],
                    "output": output,
                }
            )
            self._sent += len(whole)
        return 1 if self._sent < _SINGLY else _MOST_STEPS

    def _remember(self, calls):
        self._late_calls.update((call[0], call) for call in calls)
        if len(self._late_calls) > _CALLS_SWEPT_AT:
            used = {step[2] for _, step in self._kept.late()} | self._living_calls()
            self._late_calls = {
                number: call for number, call in self._late_calls.items() if number in used
            }

    def send_totals(self):
        late = self._kept.late()
        used = {step[2] for _, step in late}
        self._emit(
            {
                "kind": "totals",
                "stepCount": self._kept.count,
                "counts": self._kept.counts(),
                "hits": self._hits(),
                "late": [{"ordinal": ordinal, "step": step} for ordinal, step in late],
                "calls": [
                    self._late_calls[number] for number in used if number in self._late_calls
                ],
            }
        )


def send_nothing(emit):
    """The events of a run that did not begin."""
    counts = by_place([{}, {}])
    totals = {"stepCount": 0, "counts": counts, "hits": counts, "late": [], "calls": []}
    emit({"kind": "totals", **totals})
