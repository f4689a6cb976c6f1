def counter(start):  # (0) start=10;
    total = start  # (1) total=10;

    def add(step):  # (2) step=1; (8) step=5; (11) step=-1;
        nonlocal total
        total += step  # (3) total=11; (9) total=16; (12) total=15;
        return total  # (4) __return__=11; (10) __return__=16; (13) __return__=15;

    add(1)  # (5) total=11;
    return add  # (6) __return__=<function add>;


bump = counter(10)  # (7) bump=<function add>;
bump(5)
result = bump(-1)  # (14) result=15;
#: ends finished
