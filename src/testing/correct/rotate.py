# title: Rotate a list
# kind: lists
# instruction: Move the last steps elements of items to its front, in order.

def rotate(items, steps):
    if not items:
        return []
    shift = steps % len(items)
    return items[-shift:] + items[:-shift] if shift else list(items)

# --- tests
assert rotate([1, 2, 3, 4], 1) == [4, 1, 2, 3]
assert rotate([1, 2, 3, 4], 6) == [3, 4, 1, 2]
assert rotate([1, 2], 2) == [1, 2]
assert rotate([], 3) == []
