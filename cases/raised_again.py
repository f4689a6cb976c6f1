class TooSmall(ValueError):
    pass


def check(n):  # (0) n=0;
    try:
        if n < 1:
            raise TooSmall(n)  # (1) __exception__=TooSmall(0);
    except TooSmall:
        seen = n  # (2) seen=0;
        raise  # (3) __exception__=TooSmall(0);
    finally:
        over = True  # (4) over=True;


try:
    check(0)  # (5) __exception__=TooSmall(0);
except ValueError as error:  # (6) error=TooSmall(0);
    try:
        raise KeyError("missing") from error  # (7) __exception__=KeyError('missing');
    except LookupError as other:  # (8) other=KeyError('missing');
        cause = other.__cause__  # (9) cause=TooSmall(0);
#: ends finished
