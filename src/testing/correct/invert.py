# title: Invert a dict
# kind: dicts
# instruction: Map each value of a dict to the sorted list of its keys.

def invert(table):
    inverted = {}
    for key, value in table.items():
        inverted.setdefault(value, []).append(key)
    for keys in inverted.values():
        keys.sort()
    return inverted

# --- tests
assert invert({"b": 1, "a": 1, "c": 2}) == {1: ["a", "b"], 2: ["c"]}
assert invert({"x": 5}) == {5: ["x"]}
assert invert({}) == {}
