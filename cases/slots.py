class Point:
    __slots__ = ("x", "y")

    def __init__(self, x):  # (0) self=Point(); x=1; (5) self=Named(); x=3; (9) self=Open(); x=4;
        self.x = x  # (1) self=Point(x=1); __return__=None; (6) self=Named(x=3); __return__=None; (10) self=Open(x=4); __return__=None;


class Named(Point):
    __slots__ = ("name",)


class Open(Point):
    pass


point = Point(1)  # (2) point=Point(x=1);
point.y = 2  # (3) point=Point(x=1, y=2);
del point.x  # (4) point=Point(y=2);
named = Named(3)  # (7) named=Named(x=3);
named.name = "n"  # (8) named=Named(x=3, name='n');
free = Open(4)  # (11) free=Open(x=4);
free.z = 5  # (12) free=Open(x=4, z=5);
try:
    point.w = 6  # (13) __exception__=AttributeError("'Point' object has no attribute 'w' and no __dict__ for setting new attributes");
except AttributeError:
    point.y += 1  # (14) point=Point(y=3);
#: ends finished
