def shadow(n):  # (0) n=5;
    squares = [n * n for n in range(2)]  # (1) n=0; (2) n=1; (3) n=5; squares=[0, 1];
    total = sum(n for n in squares)  # (4) n=0; __yield__=0; (5) n=1; __yield__=1; (6) total=1;
    return n, total  # (7) __return__=(5, 1);


def outer(values):  # (9) values=[1];
    def inner(values):  # (10) values=[1];
        values = [*values, 0]  # (11) values=[1, 0];
        return values  # (12) __return__=[1, 0];

    max = inner(values)  # (13) max=[1, 0];
    return max  # (14) __return__=[1, 0];


both = shadow(5)  # (8) both=(5, 1);
kept = outer([1])  # (15) kept=[1, 0];
#: ends finished
