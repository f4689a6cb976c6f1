# title: Fibonacci numbers
# kind: wrong variable
# instruction: Return the first n Fibonacci numbers, starting with 0 and 1.

def fibonacci(n):
    numbers = []
    current, following = 0, 1
    for _ in range(n):
        numbers.append(following)
        current, following = following, current + following
    return numbers

# --- tests
assert fibonacci(1) == [0]
assert fibonacci(6) == [0, 1, 1, 2, 3, 5]
assert fibonacci(0) == []
