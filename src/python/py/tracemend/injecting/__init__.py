"""Bug injection: from a correct program and its tests, buggy ones that fail some of them."""
