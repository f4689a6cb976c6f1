# title: Flatten nested lists
# kind: recursion
# instruction: Return the values of arbitrarily nested lists as one flat list, in order.

def flatten(values):
    flat = []
    for value in values:
        if isinstance(value, list):
            flat.append(flatten(value))
        else:
            flat.append(value)
    return flat

# --- tests
assert flatten([1, 2]) == [1, 2]
assert flatten([1, [2, [3]], 4]) == [1, 2, 3, 4]
assert flatten([[], []]) == []
