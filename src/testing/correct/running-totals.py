# title: Running totals
# kind: lists
# instruction: Return the sums of the first one, two, three, … amounts.

def running_totals(amounts):
    totals = []
    total = 0
    for amount in amounts:
        total += amount
        totals.append(total)
    return totals

# --- tests
assert running_totals([1, 2, 3]) == [1, 3, 6]
assert running_totals([5, -5, 2]) == [5, 0, 2]
assert running_totals([]) == []
