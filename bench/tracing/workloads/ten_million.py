"""Ten million steps: two lines of the loop change a variable each time, one every second time."""


def work():
    total = 0
    for i in range(4_000_100):
        total += i & 1
        total ^= i
    return total
