primes = {2, 3, 5}  # (0) primes={2, 3, 5};
odd = {1, 3, 5}  # (1) odd={1, 3, 5};
same = primes  # (2) same={2, 3, 5};
primes.add(7)  # (3) primes={2, 3, 5, 7}; same={2, 3, 5, 7};
primes.discard(2)  # (4) primes={3, 5, 7}; same={3, 5, 7};
primes &= odd  # (5) primes={3, 5}; same={3, 5};
primes -= {3}  # (6) primes={5}; same={5};
common = primes | odd  # (7) common={1, 3, 5};
frozen = frozenset(odd)  # (8) frozen=frozenset({1, 3, 5});
unique = set("hello")  # (9) unique={'e', 'h', 'l', 'o'};
nested = {frozen, frozenset()}  # (10) nested={frozenset(), frozenset({1, 3, 5})};
odd.pop()  # (11) odd={3, 5};
for n in sorted(odd):  # (12) n=3; (14) n=5;
    unique.add(n)  # (13) unique={3, 'e', 'h', 'l', 'o'}; (15) unique={3, 5, 'e', 'h', 'l', 'o'};
primes.clear()  # (16) primes=set(); same=set();
#: ends finished
