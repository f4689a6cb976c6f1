# title: Primes
# kind: generators
# instruction: Yield the primes below a limit.

def primes(limit):
    found = []
    for number in range(2, limit):
        if all(number % prime != 0 for prime in found):
            found.append(number)
            yield number

# --- tests
assert list(primes(12)) == [2, 3, 5, 7, 11]
assert list(primes(3)) == [2]
assert list(primes(2)) == []
assert sum(primes(30)) == 129
