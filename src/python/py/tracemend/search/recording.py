"""A program's trace for the search itself, in the shape of `traceSchema`."""

from json import loads

from tracemend import run
from tracemend.running.bounds import PLACES

_HEAD = 5


def record(program, tests, test, limits):
    """The trace of one test; of a long one the first `limits["steps"]` steps."""
    recording = _Recording()
    ended = run.trace(program, tests, test, limits, recording.take)
    return {
        "testId": test,
        "end": ended["end"],
        "steps": recording.steps,
        "hits": recording.hits,
        "output": "".join(recording.output),
    }


class _Recording:
    def __init__(self):
        self.steps = []
        self.hits = {}
        self.output = []
        self._frames = {}
        self._places = tuple(PLACES.values())

    def take(self, text):
        event = loads(text)
        if event["kind"] == "totals":
            self.hits = event["hits"]
            return
        for call, function, depth, caller in event["calls"]:
            frame = {"call": call, "function": function, "depth": depth, "caller": caller}
            self._frames[call] = frame
        first = event["first"]
        self.steps += [self._step(step, at) for at, step in enumerate(event["steps"], first)]
        self.output.append(event["output"])

    def _step(self, step, ordinal):
        place, line, call, *_ = step
        changes = step[_HEAD:]
        return {
            "ordinal": ordinal,
            "place": self._places[place],
            "line": line,
            "frame": self._frames[call],
            "changes": [
                # Integers come as they are.
                {"name": name, "value": str(value)}
                for name, value in zip(changes[::2], changes[1::2], strict=True)
            ],
        }
