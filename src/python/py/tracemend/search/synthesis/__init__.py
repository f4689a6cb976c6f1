"""Value-directed synthesis: expressions grown bottom-up over the values that the program had.

The practical counterpart of CrossBeam (Shi, Dai, Ellis, Sutton, ICLR 2022): terms that have equal
values in all recorded states are one term.
"""

from .expressions import Place, Synthesis

__all__ = ["Place", "Synthesis"]
