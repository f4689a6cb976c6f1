"""Taking a Tests box and a program's docstrings apart into units: one checkable thing each.

Reading executes nothing of the user's. `Unit.run` does.
"""

from tracemend.units.finding import find, find_all
from tracemend.units.unit import Unit, Unreadable

__all__ = ["Unit", "Unreadable", "find", "find_all"]
