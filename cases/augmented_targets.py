def pair_of(values):  # (15) values=[[1, 2], {'n': 2}];
    return values, [0]  # (16) __return__=([[1, 2], {'n': 2}], [0]);


row = [[1], {"n": 1}]  # (0) row=[[1], {'n': 1}];
row[0] += [2]  # (1) row=[[1, 2], {'n': 1}];
row[1]["n"] += 1  # (2) row=[[1, 2], {'n': 2}];
table = {"a": [1]}  # (3) table={'a': [1]};
table["a"] *= 2  # (4) table={'a': [1, 1]};
fixed = ([1],)  # (5) fixed=([1],);
try:
    fixed[0] += [2]  # (6) fixed=([1, 2],); __exception__=TypeError("'tuple' object does not support item assignment");
except TypeError:
    kept = fixed  # (7) kept=([1, 2],);
word = "a"  # (8) word='a';
word += "b"  # (9) word='ab';
flags = {1}  # (10) flags={1};
flags |= {2}  # (11) flags={1, 2};
bits = 6  # (12) bits=6;
bits ^= 3  # (13) bits=5;
bits <<= 2  # (14) bits=20;
pair_of(row)[1][0] -= 1
#: ends finished
