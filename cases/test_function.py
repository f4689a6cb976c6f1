def middle(xs):  # (1) xs=[1, 2, 3, 4];
    return sorted(xs)[len(xs) // 2]  # (2) __return__=3;
#: tests
import math


def test_odd():
    assert middle([3, 1, 2]) == 2


def test_even():
    expected = 2.5  # (0) expected=2.5;
    actual = middle([1, 2, 3, 4])  # (3) actual=3;
    assert math.isclose(actual, expected), "wrong"  # (4) __exception__=AssertionError('wrong');
#: test t2
#: ends raised AssertionError
