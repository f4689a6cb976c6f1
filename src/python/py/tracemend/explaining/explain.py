"""The explanation of an exception, in the shape of `explanationSchema` in `explanation.ts`."""

from tracemend.explaining import (
    arithmetic,
    assertions,
    attributes,
    callables,
    calls,
    conversions,
    files,
    importing,
    iteration,
    keys,
    lookups,
    names,
    nothing,
    operands,
    raising,
    recursion,
    unpacking,
    wrong_argument,
    wrong_kind,
)
from tracemend.explaining.meanings import meaning_of
from tracemend.explaining.scene import Scene
from tracemend.running.guard import guarded
from tracemend.tracing.values import Shower

# Asked in this order; the first that knows what happened tells it.
_BY_TYPE = {
    NameError: (names.explain,),
    UnboundLocalError: (names.explain_unbound,),
    IndexError: (lookups.explain,),
    KeyError: (keys.explain,),
    AttributeError: (nothing.explain, attributes.explain),
    TypeError: (
        nothing.explain,
        calls.explain,
        callables.explain,
        operands.explain,
        unpacking.explain,
        wrong_kind.explain,
        wrong_argument.explain,
    ),
    ValueError: (unpacking.explain, conversions.explain, arithmetic.explain_domain),
    ZeroDivisionError: (arithmetic.explain_division,),
    OverflowError: (arithmetic.explain_overflow,),
    ModuleNotFoundError: (importing.explain_missing,),
    ImportError: (importing.explain_name,),
    RecursionError: (recursion.explain,),
    StopIteration: (iteration.explain_stop,),
    RuntimeError: (iteration.explain_changed,),
    AssertionError: (assertions.explain,),
    UnicodeDecodeError: (conversions.explain_decoding,),
    UnicodeEncodeError: (conversions.explain_encoding,),
    FileNotFoundError: (files.explain_missing,),
    EOFError: (files.explain_input,),
}


def explain(exception, texts):
    """What the exception says in plain words, or None where nothing sure can be said.

    `texts` has the user's texts by file name. Whatever the program's own classes do, this neither
    raises nor runs on nor prints.
    """
    try:
        with guarded({"seconds": 1, "output": 0}) as run:
            return _explain(Scene(exception, texts, Shower(run.quietly).show))
    except BaseException:
        return None


def _explain(scene):
    if not scene.levels:
        return None
    told = _told(scene)
    if told is None:
        return None
    happened = " ".join(filter(None, (told.happened, raising.said_before(scene))))
    return {
        "title": told.title,
        "means": meaning_of(scene.exception),
        "happened": happened,
        "hint": told.hint,
        "at": scene.level.span(told.node),
    }


def _told(scene):
    if raising.is_own(scene):
        return raising.explain(scene)
    if scene.in_library:
        return raising.explain_library(scene)
    for explainer in _BY_TYPE.get(type(scene.exception), ()):
        told = explainer(scene)
        if told is not None:
            return told
    return None
