# title: Merge sorted lists
# kind: lists
# instruction: Merge two sorted lists into one sorted list.

def merge(left, right):
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]

# --- tests
assert merge([1, 4, 6], [2, 3, 7]) == [1, 2, 3, 4, 6, 7]
assert merge([], [1, 2]) == [1, 2]
assert merge([5], [1]) == [1, 5]
assert merge([1, 2, 9], [3]) == [1, 2, 3, 9]
