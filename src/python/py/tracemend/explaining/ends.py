"""What explanations add to the end of a run, and to texts that cannot be read."""

from tracemend.explaining.explain import explain
from tracemend.explaining.syntax.explain import explain_syntax, standard_form
from tracemend.running.bounds import PLACES


def explain_end(end, error, texts):
    """The optional parts of a `runEndSchema` that the exception `error` ended."""
    match end["kind"]:
        case "raised":
            return _known(explanation=explain(error, texts))
        case "syntaxError":
            return _of_syntax(error, texts[error.filename], PLACES[error.filename])
    return {}


def explain_unreadable(unreadable, tests):
    """The optional parts of a discovery of a Tests box that is not Python."""
    if unreadable.error is None:
        return {}
    return _of_syntax(unreadable.error, tests, "tests")


def _of_syntax(error, text, place):
    return _known(explanation=explain_syntax(text, error, place), traceback=standard_form(error))


def _known(**parts):
    return {name: part for name, part in parts.items() if part is not None}
