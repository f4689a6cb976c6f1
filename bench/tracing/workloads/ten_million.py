"""Ten million steps: each of the loop's lines changes a variable."""


def work():
    total = 0
    for i in range(3_333_333):
        total += i & 1
        total ^= i
    return total
