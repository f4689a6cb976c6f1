import math
from decimal import Decimal
from fractions import Fraction

big = 2**200  # (0) big=1606938044258990275541962092341162602522202993782792835301376;
small = big % 10**9  # (1) small=835301376;
huge = 10**5000  # (2) huge=…00000000000000000000;
huge += 1  # (3) huge=…00000000000000000001;
exact = Fraction(1, 3) + Fraction(1, 6)  # (4) exact=Fraction(1, 2);
price = Decimal("0.10") * 3  # (5) price=Decimal('0.30');
third = 1 / 3  # (6) third=0.3333333333333333;
third = round(third, 2)  # (7) third=0.33;
flag = True  # (8) flag=True;
flag = 1  # (9) flag=1;
flag = 1.0  # (10) flag=1.0;
root = math.isqrt(big)  # (11) root=1267650600228229401496703205376;
divided, rest = divmod(-7, 2)  # (12) divided=-4; rest=1;
#: ends finished
