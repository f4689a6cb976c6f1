class Base:
    kind = "base"  # (0) kind='base';

    def __init__(self, name):  # (2) self=Both(); name='b';
        self.name = name  # (3) self=Both(name='b');
        self.setup()  # (15) self=Both(name='b', parts=['right', 'left', 'both']); __return__=None;

    def setup(self):  # (7) self=Both(name='b');
        self.parts = []  # (8) self=Both(name='b', parts=[]); __return__=None;


class Left(Base):
    def setup(self):  # (5) self=Both(name='b');
        super().setup()  # (11) self=Both(name='b', parts=['right']);
        self.parts.append("left")  # (12) self=Both(name='b', parts=['right', 'left']); __return__=None;


class Right(Base):
    def setup(self):  # (6) self=Both(name='b');
        super().setup()  # (9) self=Both(name='b', parts=[]);
        self.parts.append("right")  # (10) self=Both(name='b', parts=['right']); __return__=None;


class Both(Left, Right):
    kind = "both"  # (1) kind='both';

    def setup(self):  # (4) self=Both(name='b');
        super().setup()  # (13) self=Both(name='b', parts=['right', 'left']);
        self.parts.append(self.kind)  # (14) self=Both(name='b', parts=['right', 'left', 'both']); __return__=None;


both = Both("b")  # (16) both=Both(name='b', parts=['right', 'left', 'both']);
order = [kind.__name__ for kind in Both.__mro__]  # (17) kind=<class 'Both'>; (18) kind=<class 'Left'>; ...; (22) order=['Both', 'Left', 'Right', 'Base', 'object'];
#: ends finished
