"""Rationales."""
class Explainer:
    def __init__(self, source, tests, units, trace): pass
    def explain(self, edit, fix): return edit.family
