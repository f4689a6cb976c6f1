# title: Binary search
# kind: off-by-one
# instruction: Return the index of target in the sorted list items, or -1 when it is not there.

def find(items, target):
    low = 0
    high = len(items) - 1
    while low < high:
        middle = (low + high) // 2
        if items[middle] == target:
            return middle
        if items[middle] < target:
            low = middle + 1
        else:
            high = middle - 1
    return -1

# --- tests
assert find([1, 3, 5, 7, 9], 5) == 2
assert find([1, 3, 5, 7, 9], 9) == 4
assert find([4], 4) == 0
assert find([1, 3], 2) == -1
