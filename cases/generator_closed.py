def lines():
    try:
        yield "one"  # (1) __yield__='one'; (4) __yield__='one';
        yield "two"  # (6) __yield__='two';
    finally:
        closed = True  # (3) closed=True; (8) closed=True; __return__=None;


def both():
    yield from lines()  # (5) __yield__='one'; (7) __yield__='two';
    yield "three"  # (9) __yield__='three'; (10) __return__=None;


source = lines()  # (0) source=<generator lines>;
first = next(source)  # (2) first='one';
source.close()
everything = list(both())  # (11) everything=['one', 'two', 'three'];
#: ends finished
