def greet(name, greeted=[]):  # (0) name='ann'; greeted=[]; (3) name='bob'; greeted=['ann'];
    print("hello", name)
    greeted.append(name)  # (1) greeted=['ann']; (4) greeted=['ann', 'bob'];
    print(*greeted, sep=",", end="!")
    return len(greeted)  # (2) __return__=1; (5) __return__=2;


greet("ann")
n = greet("bob")  # (6) n=2;
#: prints hello ann\nann!hello bob\nann,bob!
#: ends finished
