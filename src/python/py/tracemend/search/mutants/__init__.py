"""All edits of a program in one program, each behind a switch, so that none is compiled by itself.

Mutant schemata: Untch, Offutt, Harrold, "Mutation analysis using mutant schemata", ISSTA 1993.
"""

from .places import is_value
from .schema import Probe, Schema
from .weaver import is_woven

__all__ = ["Probe", "Schema", "is_value", "is_woven"]
