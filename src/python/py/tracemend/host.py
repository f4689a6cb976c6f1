"""What JavaScript lends us: bounds of time and memory, events, the recorder, a stage.

See `boot.ts`.
"""

from json.encoder import c_make_encoder, encode_basestring_ascii

_lent = {}


def _refuse(value):
    raise TypeError(f"{type(value).__name__} is no JSON")


# Made once, of C alone: a program that replaces parts of `json` changes nothing of it.
_chunks = c_make_encoder(None, _refuse, encode_basestring_ascii, None, ":", ",", False, False, True)


def connect(emit, set_deadline, limit_memory, memory_was_refused, recorder, stage):
    """Take what is lent; called once, after a memory snapshot was restored."""
    _lent.update(
        emit=emit,
        set_deadline=set_deadline,
        limit_memory=limit_memory,
        memory_was_refused=memory_was_refused,
        recorder=recorder,
        stage=stage,
    )


def set_deadline(seconds):
    """Raise KeyboardInterrupt in the running Python after `seconds`; 0 lifts the deadline.

    Works at bytecode boundaries only: C loops go on until the worker is ended.
    """
    _lent["set_deadline"](seconds)


def limit_memory(mebibytes):
    """Let allocations fail beyond so much more than an idle interpreter takes; 0 lifts that."""
    _lent["limit_memory"](mebibytes)


def memory_was_refused():
    """Whether the limit was why memory was last asked for in vain."""
    return _lent["memory_was_refused"]()


def seconds():
    """The real time that passes, whatever clock the program is shown."""
    return _lent["stage"].seconds()


def to_json(value):
    """The JSON text of a value."""
    return "".join(_chunks(value, 0))


def emit(event):
    """Send a JSON-able event of the current call to the app."""
    _lent["emit"](to_json(event))


def recorder():
    """The part of the tracer that runs at every line: `Recorder` in `recorder.ts`."""
    return _lent["recorder"]


def stage():
    """What a run is shown of clocks and chance: `Stage` in `stage.ts`."""
    return _lent["stage"]
