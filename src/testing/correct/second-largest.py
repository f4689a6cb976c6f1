# title: Second largest
# kind: lists
# instruction: Return the second largest of the different numbers in values, or None.

def second_largest(values):
    ordered = sorted(set(values), reverse=True)
    if len(ordered) < 2:
        return None
    return ordered[1]

# --- tests
assert second_largest([4, 9, 2]) == 4
assert second_largest([7, 7, 3]) == 3
assert second_largest([5]) is None
assert second_largest([-1, -5, -3]) == -3
