def extend(values, more):  # (1) values=[1]; more=[2];
    values += more  # (2) values=[1, 2];
    values = values + more  # (3) values=[1, 2, 2];
    return values  # (4) __return__=[1, 2, 2];


original = [1]  # (0) original=[1];
longer = extend(original, [2])  # (5) original=[1, 2]; longer=[1, 2, 2];
a = b = original  # (6) a=[1, 2]; b=[1, 2];
a *= 2  # (7) original=[1, 2, 1, 2]; a=[1, 2, 1, 2]; b=[1, 2, 1, 2];
n = 1  # (8) n=1;
n += 0
#: ends finished
