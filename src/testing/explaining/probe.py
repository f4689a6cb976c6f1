"""Explaining without its safety net, so that a test sees what goes wrong in it."""

import traceback
import warnings

from tracemend.explaining.explain import _explain
from tracemend.explaining.scene import Scene
from tracemend.explaining.syntax.explain import _found
from tracemend.explaining.syntax.fault import Fault
from tracemend.running.bounds import PROGRAM, TESTS, Stopped
from tracemend.running.execution import compile_program, guarded, new_namespace
from tracemend.tracing.values import Shower


def failure(program):
    """The traceback of what went wrong in explaining how a program ends, or an empty text."""
    warnings.simplefilter("ignore")
    with guarded({"seconds": 0.3, "output": 10_000}) as run:
        error = _ending(program)
        if error is None or isinstance(error, (Stopped, SystemExit)):
            return ""
        try:
            if isinstance(error, SyntaxError) and error.filename == PROGRAM:
                _found(Fault(program, error))
            else:
                _explain(Scene(error, {PROGRAM: program, TESTS: ""}, Shower(run.quietly).show))
        except Stopped:
            return ""
        except BaseException as wrong:
            return "".join(traceback.format_exception(wrong))
    return ""


def _ending(program):
    try:
        exec(compile_program(program), new_namespace())
    except BaseException as error:
        return error
    return None
