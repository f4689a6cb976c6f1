# title: Sum of digits
# kind: endless loop
# instruction: Return the sum of the decimal digits of a non-negative whole number.

def digit_sum(number):
    total = 0
    while number > 0:
        total += number % 10
        number // 10
    return total

# --- tests
assert digit_sum(0) == 0
assert digit_sum(7) == 7
assert digit_sum(1984) == 22
