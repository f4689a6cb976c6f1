# title: Power by squaring
# kind: recursion base case
# instruction: Return base to the power of a non-negative exponent by repeated squaring.

def power(base, exponent):
    if exponent == 0:
        return 0
    half = power(base, exponent // 2)
    if exponent % 2 == 0:
        return half * half
    return half * half * base

# --- tests
def check(candidate):
    assert candidate(2, 0) == 1
    assert candidate(2, 5) == 32
    assert candidate(3, 4) == 81
    assert candidate(0, 3) == 0

check(power)
