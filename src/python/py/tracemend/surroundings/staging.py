"""Setting the stage for a run, and taking it down again."""

import random
import sys
import time
import warnings
from datetime import datetime

from tracemend import host
from tracemend.running.bounds import FOLDER
from tracemend.running.streams import standard_input
from tracemend.surroundings.folder import check, forget_modules, import_path, tidy
from tracemend.surroundings.wheels import install

_NOTHING = {"stdin": "", "files": [], "seed": None, "clock": None}
_PATH = import_path(sys.path)
_sleep = time.sleep
_given = _NOTHING
# Files come and go while clocks may stand still: what was compiled of one could be another's.
sys.dont_write_bytecode = True


def prepare(surroundings, wheels=()):
    """The `prepare` method: what every later run in this interpreter is surrounded by, and the
    packages that it may import.
    """
    global _given
    for file in surroundings["files"]:
        check(file["name"])
    install(wheels)
    _given = surroundings
    Stage.latest = None
    return {}


def is_bare():
    """Whether runs are surrounded by nothing but standard input that is empty."""
    return _given == _NOTHING


class Stage:
    """The surroundings of one run; a `with` block is a part of it, and a later one goes on where
    the one before left off.
    """

    latest = None

    def __init__(self):
        self.stdin = None

    def __enter__(self):
        self._warnings = warnings.catch_warnings()
        self._warnings.__enter__()
        if Stage.latest is not self:
            self._begin()
            Stage.latest = self
        if _given["clock"] is not None:
            time.sleep = _sleep_at_once
        if _is_repeatable():
            host.stage().show()
        return self

    def __exit__(self, *_):
        if _is_repeatable():
            host.stage().hide()
        time.sleep = _sleep
        self._warnings.__exit__(None, None, None)
        return False

    def _begin(self):
        files, seed = _given["files"], _given["seed"]
        sys.path = [*_PATH]
        if files or not host.stage().isTidy(FOLDER):
            tidy(files)
            forget_modules()
        self.stdin = standard_input(_given["stdin"])
        if _is_repeatable():
            host.stage().set(_milliseconds(_given["clock"]), seed)
        if seed is not None:
            random.seed(seed)
            if numpy_random := sys.modules.get("numpy.random"):
                numpy_random.seed(seed)


def _is_repeatable():
    return _given["clock"] is not None or _given["seed"] is not None


def _milliseconds(clock):
    return None if clock is None else datetime.fromisoformat(clock).timestamp() * 1000


def _sleep_at_once(seconds, /):
    """`time.sleep` on a clock that stands still: it only moves the clock on."""
    if isinstance(seconds, (int, float)) and seconds >= 0:
        host.stage().sleep(seconds)
    else:
        # For its exception.
        _sleep(seconds)


_sleep_at_once.__name__ = _sleep_at_once.__qualname__ = "sleep"
