def inner(n):  # (1) n=1;
    got = yield n  # (2) __yield__=1; (5) got='a';
    return [got]  # (6) __return__=['a'];


def outer():
    result = yield from inner(1)  # (3) __yield__=1; (7) result=['a'];
    yield from result  # (8) __yield__='a';
    yield from "z"  # (10) __yield__='z';
    return result  # (11) __return__=['a'];


steps = outer()  # (0) steps=<generator outer>;
first = next(steps)  # (4) first=1;
second = steps.send("a")  # (9) second='a';
rest = list(steps)  # (12) rest=['z'];


def chain(*parts):  # (13) parts=([1], (), [2]);
    for part in parts:  # (14) part=[1]; (16) part=(); (17) part=[2]; (19) __return__=None;
        yield from part  # (15) __yield__=1; (18) __yield__=2;


flat = list(chain([1], (), [2]))  # (20) flat=[1, 2];
#: ends finished
