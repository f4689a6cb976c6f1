# title: Permutations
# kind: recursion
# instruction: Return all orders of the items, each as a list.

def permutations(items):
    if len(items) <= 1:
        return [list(items)]
    found = []
    for i in range(len(items)):
        rest = items[:i] + items[i + 1 :]
        for order in permutations(rest):
            found.append([items[i]] + order)
    return found

# --- tests
assert permutations([1, 2]) == [[1, 2], [2, 1]]
assert len(permutations([1, 2, 3])) == 6
assert permutations([1, 2, 3])[3] == [2, 3, 1]
assert permutations([]) == [[]]
