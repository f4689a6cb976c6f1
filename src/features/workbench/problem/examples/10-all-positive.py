# title: Are all positive?
# kind: early return
# instruction: Tell whether every number is positive. No numbers at all count as all positive.

def all_positive(numbers):
    for number in numbers:
        if number <= 0:
            return False
        return True
    return True

# --- tests
assert all_positive([3, 1, 2])
assert not all_positive([4, -2, 6])
assert not all_positive([-1])
assert all_positive([])
