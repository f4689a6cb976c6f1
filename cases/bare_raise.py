def again():
    raise  # (2) __exception__=IndexError('list index out of range');


def lookup(values, at):  # (0) values=[]; at=1;
    try:
        return values[at]  # (1) __exception__=IndexError('list index out of range');
    except IndexError:
        again()  # (3) __exception__=IndexError('list index out of range');


try:
    lookup([], 1)  # (4) __exception__=IndexError('list index out of range');
except IndexError as error:  # (5) error=IndexError('list index out of range');
    kind = type(error).__name__  # (6) kind='IndexError';
try:
    raise  # (7) __exception__=RuntimeError('No active exception to reraise');
except RuntimeError as error:  # (8) error=RuntimeError('No active exception to reraise');
    nothing = str(error)  # (9) nothing='No active exception to reraise';
#: ends finished
