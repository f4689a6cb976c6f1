n = 1  # (0) n=1;
n = 1
n = 1.0  # (1) n=1.0;
n = True  # (2) n=True;
text = "ab"  # (3) text='ab';
text = "a" + "b"
values = [1]  # (4) values=[1];
values = [1]
values[0] = 1.0  # (5) values=[1.0];
values[0] = True  # (6) values=[True];
key = {1: "one"}  # (7) key={1: 'one'};
key = {True: "one"}  # (8) key={True: 'one'};
pair = (1, [2])  # (9) pair=(1, [2]);
pair = (1, [2])
pair[1][0] = 2
pair[1][0] = -2  # (10) pair=(1, [-2]);
act = lambda: 1  # (11) act=<function <lambda>>;
act = lambda: 2
del n
n = True  # (12) n=True;
#: ends finished
