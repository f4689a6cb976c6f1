# title: Bubble sort
# kind: lists
# instruction: Return the numbers in ascending order, by exchanging neighbours.

def bubble_sort(numbers):
    result = list(numbers)
    for end in range(len(result) - 1, 0, -1):
        for i in range(end):
            if result[i] > result[i + 1]:
                result[i], result[i + 1] = result[i + 1], result[i]
    return result

# --- tests
assert bubble_sort([3, 1, 2]) == [1, 2, 3]
assert bubble_sort([5, 4, 3, 2, 1]) == [1, 2, 3, 4, 5]
assert bubble_sort([2, 2, 1]) == [1, 2, 2]
assert bubble_sort([]) == []
