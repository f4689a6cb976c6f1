nan = float("nan")  # (0) nan=nan;
same = nan  # (1) same=nan;
values = [nan, 0.0]  # (2) values=[nan, 0.0];
values[0] = float("nan")
values[1] = -0.0  # (3) values=[nan, -0.0];
zero = 0.0  # (4) zero=0.0;
zero = -zero  # (5) zero=-0.0;
zero = -zero  # (6) zero=0.0;
zero = 0  # (7) zero=0;
endless = float("inf")  # (8) endless=inf;
endless -= endless  # (9) endless=nan;
table = {0.0: "plus"}  # (10) table={0.0: 'plus'};
table[-0.0] = "minus"  # (11) table={0.0: 'minus'};
small = 1e-07  # (12) small=1e-07;
small = 1e16 + 1  # (13) small=1e+16;
#: ends finished
