"""All units of a program and its Tests box, in order."""

from functools import lru_cache

from tracemend.units.doctest_units import doctest_units
from tracemend.units.program_names import read_program_names
from tracemend.units.python_tests import python_units
from tracemend.units.stdio_units import is_stdio, stdio_units
from tracemend.units.unit import Unit


def find_all(program, tests):
    """The units of the Tests box, then the program's doctests, with ids t1, t2, … in that order.

    Raises Unreadable when the Tests box cannot be taken apart; a program that cannot be parsed is
    no
    obstacle. Without any unit there is one of kind `program`.
    """
    return list(_find_all(program, tests))


def find(program, tests, test_id):
    """The unit with that id. Raises as `find_all` does, and KeyError for an unknown id."""
    for unit in _find_all(program, tests):
        if unit.id == test_id:
            return unit
    raise KeyError(test_id)


@lru_cache(maxsize=2)
def _find_all(program, tests):
    units = _in_box(program, tests) + doctest_units(program)
    if not units:
        units = [_program_unit(program)]
    for number, unit in enumerate(units, start=1):
        unit.id = f"t{number}"
    return tuple(units)


def _in_box(program, tests):
    if not tests.strip():
        return []
    if is_stdio(tests):
        return stdio_units(tests)
    return python_units(tests, read_program_names(program))


def _program_unit(program):
    return Unit(
        kind="program",
        name="The program runs",
        place="program",
        line=1,
        end_line=max(len(program.splitlines()), 1),
        text="",
        reason="there is no test, so the program is only run",
    )
