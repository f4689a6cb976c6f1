"""The `discover` method: what is in a Tests box. Executes nothing."""

from tracemend import units
from tracemend.explaining.ends import explain_unreadable


def discover(program, tests):
    """The units of a program and its Tests box, in the shape of `discoverySchema`."""
    try:
        found = units.find_all(program, tests)
    except units.Unreadable as error:
        return {
            **explain_unreadable(error, tests),
            "kind": "unreadable",
            "place": error.place,
            "line": error.line,
            "column": error.column,
            "message": error.message,
        }
    except RecursionError:
        return {
            "kind": "unreadable",
            # The longer text is the one that holds the deep nest.
            "place": "program" if len(program) > len(tests) else "tests",
            "line": 1,
            "column": 0,
            "message": "A statement is nested too deeply, or too long, to be taken apart.",
        }
    return {"kind": "found", "tests": [unit.to_json() for unit in found]}
