"""fib(18): 8,361 calls of one line each."""

UNTRACED = 40


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def work():
    return fib(18)
