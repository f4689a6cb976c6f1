def risky(values):  # (2) values=[4]; (7) values=[4, 1];
    values.append(len(values))  # (3) values=[4, 1]; (8) values=[4, 1, 2];
    values[0] /= len(values) - 2  # (4) __exception__=ZeroDivisionError('division by zero'); (9) values=[4.0, 1, 2];
    return values  # (10) __return__=[4.0, 1, 2];


values = [4]  # (0) values=[4];
for attempt in range(2):  # (1) attempt=0; (6) attempt=1;
    try:
        result = risky(values)  # (5) values=[4, 1]; __exception__=ZeroDivisionError('division by zero'); (11) values=[4.0, 1, 2]; result=[4.0, 1, 2];
    except ZeroDivisionError:
        continue
try:
    values[9] = values.append("x")  # (12) values=[4.0, 1, 2, 'x']; result=[4.0, 1, 2, 'x']; __exception__=IndexError('list assignment index out of range');
except IndexError as error:  # (13) error=IndexError('list assignment index out of range');
    kind = type(error).__name__  # (14) kind='IndexError';
    values = None  # (15) values=None;
assert values is None, "kept"
#: ends finished
