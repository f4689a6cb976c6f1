x = 1  # (0) x=1;
del x
x = 1  # (1) x=1;
pair = {"a": 1, "b": 2}  # (2) pair={'a': 1, 'b': 2};
del pair["a"]  # (3) pair={'b': 2};
pair.pop("b")  # (4) pair={};
#: ends finished
