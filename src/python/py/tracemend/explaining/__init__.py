"""Exceptions and syntax errors in plain words. Nothing here runs the program's code."""
