def double(x):  # (1) x=5;
    return x + 2  # (2) __return__=7;
#: tests
def check(candidate):  # (0) candidate=<function double>;
    assert candidate(2) == 4
    assert candidate(5) == 10  # (3) __exception__=AssertionError();


check(double)
#: test t2
#: ends raised AssertionError
