def spread(first, *rest, key, **options):  # (5) first=1; key=4; rest=(2, 3); options={'other': 5};
    first, *middle, last = [first, *rest]  # (6) middle=[2]; last=3;
    return middle, options  # (7) __return__=([2], {'other': 5});


(a, b), *c = [1, 2], 3, 4  # (0) a=1; b=2; c=[3, 4];
a, b = b, a  # (1) a=2; b=1;
x = y = [0]  # (2) x=[0]; y=[0];
x[0], i = 1, 0  # (3) x=[1]; y=[1]; i=0;
i, x[i] = 0, 9  # (4) x=[9]; y=[9];
spread(1, 2, 3, key=4, other=5)
#: ends finished
