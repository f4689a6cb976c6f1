a = 1; b = 2; a, b = b, a  # (0) a=2; b=1;
if a > b: c = a; d = [c]  # (1) c=2; d=[2];
while a: a -= 1  # (2) a=1; (3) a=0;
for e in range(2): d.append(e)  # (4) d=[2, 0]; e=0; (5) d=[2, 0, 1]; e=1;
f = lambda n: n + 1; g = f(1)  # (6) n=1; (7) __return__=2; (8) f=<function <lambda>>; g=2;
#: ends finished
