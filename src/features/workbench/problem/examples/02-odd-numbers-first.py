# title: Odd numbers first
# kind: wrong operator
# instruction: Split numbers into two lists, the odd ones and the even ones, each in the order given.

def split_by_parity(numbers):
    odd = []
    even = []
    for number in numbers:
        if number % 2 != 0:
            even.append(number)
        else:
            odd.append(number)
    return odd, even

# --- tests
assert split_by_parity([1, 2, 3, 4, 5, 6]) == ([1, 3, 5], [2, 4, 6])
assert split_by_parity([10, 7]) == ([7], [10])
assert split_by_parity([]) == ([], [])
