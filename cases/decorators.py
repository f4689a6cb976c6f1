import functools


def counted(function):  # (0) function=<function add>;
    calls = 0  # (1) calls=0;

    @functools.wraps(function)
    def wrapper(*args, **options):  # (3) args=(1,); options={}; (9) args=(1,); options={'b': 5};
        nonlocal calls
        calls += 1  # (4) calls=1; (10) calls=2;
        return function(*args, **options)  # (7) __return__=3; (13) __return__=6;

    return wrapper  # (2) __return__=<function add>;


@counted
@functools.lru_cache(maxsize=None)
def add(  # (5) a=1; b=2; (11) a=1; b=5;
    a,
    b=2,
):
    return a + b  # (6) __return__=3; (12) __return__=6;


x = add(1)  # (8) x=3;
y = add(1, b=5)  # (14) y=6;
#: ends finished
