"""Syntax errors in plain words, from the text and where Python stopped reading it."""
