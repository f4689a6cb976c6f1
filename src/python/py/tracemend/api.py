"""Entry points for the app: JSON text in, JSON text out. The contract is `protocol.ts`."""

import importlib
import pkgutil
from json import loads

import tracemend
from tracemend.host import to_json

# Method to the module and function that serve it.
_METHODS = {
    "prepare": ("tracemend.surroundings.staging", "prepare"),
    "discover": ("tracemend.discover", "discover"),
    "trace": ("tracemend.run", "trace"),
    "judge": ("tracemend.judging.judge", "judge"),
    "answer": ("tracemend.judging.answer", "answer"),
    "together": ("tracemend.run", "together"),
    "inspect": ("tracemend.checking.hard_coding", "inspect"),
    "vary": ("tracemend.checking.varying", "vary"),
    "contrast": ("tracemend.checking.contrasting", "contrast"),
    "agree": ("tracemend.checking.agreeing", "agree"),
    "search": ("tracemend.search.engine", "search"),
    "rank": ("tracemend.search.ranking.rank", "rank"),
    "inject": ("tracemend.injecting.inject", "inject"),
}

# Modules that programs often import: in the memory snapshot they cost nothing at run time.
# fmt: off
_COMMON = (
    "abc", "array", "ast", "asyncio", "bisect", "calendar", "cmath", "collections.abc",
    "contextlib", "copy", "dataclasses", "datetime", "decimal", "doctest", "enum", "fractions",
    "functools", "hashlib", "heapq", "io", "itertools", "json", "linecache", "math", "numbers",
    "operator", "pprint", "queue", "random", "re", "statistics", "string", "textwrap", "time",
    "traceback", "types", "typing", "unittest",
)
# fmt: on


def preload():
    """Import all of this package and what programs often use, for a memory snapshot to hold: our
    files are not there when it is restored.
    """
    for module in _COMMON:
        importlib.import_module(module)
    for module in pkgutil.walk_packages(tracemend.__path__, "tracemend."):
        importlib.import_module(module.name)


def dispatch(method, text):
    """Run `method` with the JSON arguments in `text` as keywords; give its result as JSON."""
    module, function = _METHODS[method]
    serve = getattr(importlib.import_module(module), function)
    return to_json(serve(**loads(text)))
