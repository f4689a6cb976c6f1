def swap(a, b): a, b = b, a; return a, b  # (1) a=3; b=2; (2) a=2; b=3; __return__=(2, 3);


x = 1; y = x + 1; x += y  # (0) x=3; y=2;
first, second = swap(x, y); third = first  # (3) first=2; second=3; third=2;
for i in range(2): square = i * i; x += square  # (4) i=0; square=0; (5) x=4; i=1; square=1;
if x > 4: big = True; y = 0
else: big = False  # (6) big=False;
while y < 2: y += 1
try: z = [][0]  # (7) __exception__=IndexError('list index out of range');
except IndexError: z = None; done = 1  # (8) z=None; done=1;
class Small: n = 1; m = n + 1  # (9) n=1; m=2;
#: ends finished
