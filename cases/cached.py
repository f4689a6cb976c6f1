from functools import cache, cached_property, partial, reduce


@cache
def fib(n):  # (0) n=3; (1) n=2; ...; (4) n=0;
    return n if n < 2 else fib(n - 1) + fib(n - 2)  # (3) __return__=1; (5) __return__=0; ...; (7) __return__=2;


class Circle:
    def __init__(self, radius):  # (10) self=Circle(); radius=2;
        self.radius = radius  # (11) self=Circle(radius=2); __return__=None;

    @cached_property
    def area(self):  # (13) self=Circle(radius=2);
        return 3 * self.radius**2  # (14) __return__=12;


value = fib(3)  # (8) value=2;
again = fib(3)  # (9) again=2;
circle = Circle(2)  # (12) circle=Circle(radius=2);
area = circle.area  # (15) circle=Circle(radius=2, area=12); area=12;
total = reduce(lambda left, right: left + right, [1, 2, 3])  # (16) left=1; right=2; (17) __return__=3; ...; (20) total=6;
power = partial(pow, 2)  # (21) power=functools.partial(<built-in function pow>, 2);
eight = power(3)  # (22) eight=8;
#: ends finished
