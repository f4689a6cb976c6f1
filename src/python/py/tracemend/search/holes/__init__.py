"""Holes: `??` in a program marks what is to be found, and nothing else of it is edited.

The practical counterpart of the sketches of the differentiable Forth (Bošnjak, Rocktäschel,
Naradowsky, Riedel, "Programming with a Differentiable Forth Interpreter", arXiv:1605.06640).
"""

from .filling import Filling
from .standing import stand_in

__all__ = ["Filling", "stand_in"]
