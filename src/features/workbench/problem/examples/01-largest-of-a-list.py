# title: Largest of a list
# kind: wrong initial value
# instruction: Return the largest number of xs, which holds at least one number.

def largest(xs):
    best = 0
    for x in xs:
        if x > best:
            best = x
    return best

# --- tests
assert largest([-3, -1]) == -1
assert largest([2, 9, 4]) == 9
assert largest([-8, -4, -5]) == -4
