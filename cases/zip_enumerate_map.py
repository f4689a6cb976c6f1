def double(n):  # (6) n=30; (9) n=41;
    return n * 2  # (7) __return__=60; (10) __return__=82;


names, ages = ["ann", "bob"], [30, 41]  # (0) names=['ann', 'bob']; ages=[30, 41];
for index, (name, age) in enumerate(zip(names, ages), start=1):  # (1) index=1; name='ann'; age=30; (3) index=2; name='bob'; age=41;
    line = f"{index}: {name} {age:>3}"  # (2) line='1: ann  30'; (4) line='2: bob  41';
doubled = map(double, ages)  # (5) doubled=<map>;
first = next(doubled)  # (8) first=60;
rest = list(doubled)  # (11) rest=[82];
odd = list(filter(lambda n: n % 2, [*ages, 7]))  # (12) n=30; (13) __return__=0; ...; (18) odd=[41, 7];
pairs = dict(zip(names, ages, strict=True))  # (19) pairs={'ann': 30, 'bob': 41};
for letter, *others in zip("ab", "cd", "ef"):  # (20) letter='a'; others=['c', 'e']; (21) letter='b'; others=['d', 'f'];
    pass
total = sum(map(len, names))  # (22) total=6;
both = any(age > 40 for age in ages)  # (23) age=30; __yield__=False; (24) age=41; __yield__=True; (25) both=True;
#: ends finished
