"""What the JavaScript side lends us: a deadline and a way to send events. See `boot.ts`."""

import json

_lent = {}


def connect(emit, set_deadline):
    """Take the two JavaScript functions; called once, after a memory snapshot was restored."""
    _lent.update(emit=emit, set_deadline=set_deadline)


def set_deadline(seconds):
    """Raise KeyboardInterrupt in the running Python after `seconds`; 0 lifts the deadline.

    Works at bytecode boundaries only: C loops go on until the worker is ended.
    """
    _lent["set_deadline"](seconds)


def emit(event):
    """Send a JSON-able event of the current call to the app."""
    _lent["emit"](json.dumps(event))
