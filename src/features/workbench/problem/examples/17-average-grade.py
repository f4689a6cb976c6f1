# title: Average grade
# kind: exception
# instruction: Return the average of the grades, or 0 when there are none.

def average(grades):
    total = 0
    for grade in grades:
        total += grade
    return total / len(grades)

# --- tests
assert average([]) == 0
assert average([4, 6]) == 5
assert average([1, 2, 6]) == 3
