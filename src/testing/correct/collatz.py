# title: Collatz steps
# kind: numbers
# instruction: Count the steps until n is 1: half of an even number, three times an odd one plus one.

def collatz_steps(n):
    steps = 0
    while n != 1:
        if n % 2 == 0:
            n //= 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps

# --- tests
assert collatz_steps(1) == 0
assert collatz_steps(2) == 1
assert collatz_steps(6) == 8
assert collatz_steps(7) == 16
