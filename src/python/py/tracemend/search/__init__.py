"""The built-in search engine: single edits of a program, tried against its tests."""
