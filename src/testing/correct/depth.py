# title: Depth of a nested list
# kind: recursion
# instruction: Return how deep lists are nested: 1 for a list without lists.

def depth(value):
    if not isinstance(value, list):
        return 0
    deepest = 0
    for item in value:
        deepest = max(deepest, depth(item))
    return deepest + 1

# --- tests
assert depth([1, 2]) == 1
assert depth([1, [2, [3]], [4]]) == 3
assert depth([]) == 1
assert depth(7) == 0
