"""Deciding whether a test passes, apart from the program where possible."""
