def first_divisor(n):  # (0) n=9; (7) n=3;
    for d in range(2, n):  # (1) d=2; (2) d=3; (8) d=2;
        if n % d == 0:
            break
    else:
        d = None  # (9) d=None;
    while n > 5:
        n //= 2  # (3) n=4;
    else:
        low = n  # (4) low=4; (10) low=3;
    return d, low  # (5) __return__=(3, 4); (11) __return__=(None, 3);


nine = first_divisor(9)  # (6) nine=(3, 4);
three = first_divisor(3)  # (12) three=(None, 3);
#: ends finished
