# title: Factorial
# kind: recursion
# instruction: Return n factorial.

def factorial(n):
    if n <= 1:
        return 1
    return n * factorial(n - 1)

# --- tests
assert factorial(0) == 1
assert factorial(1) == 1
assert factorial(5) == 120
assert factorial(3) == 6
