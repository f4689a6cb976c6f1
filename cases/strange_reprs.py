class Raises:
    def __init__(self, n):  # (0) self=Raises(); n=1; (3) self=Prints(); n=1; ...; (9) self=Recurses(); n=1;
        self.n = n  # (1) self=Raises(n=1); __return__=None; (4) self=Prints\n1; __return__=None; ...; (10) self=Recurses(n=1); __return__=None;

    def __repr__(self):
        raise RuntimeError("no")


class Prints(Raises):
    def __repr__(self):
        print("shown")
        return f"Prints\n{self.n} at 0x7f00"


class Loops(Raises):
    def __repr__(self):
        while True:
            pass


class Recurses(Raises):
    def __repr__(self):
        return repr(self)


values = [kind(1) for kind in (Raises, Prints, Loops, Recurses)]  # (2) kind=<class 'Raises'>; (5) kind=<class 'Prints'>; ...; (12) values=[Raises(n=1), Prints\n1, Loops(n=1), Recurses(n=1)];
values[1].n = 2  # (13) values=[Raises(n=1), Prints\n2, Loops(n=1), Recurses(n=1)];
values[2].n = 3  # (14) values=[Raises(n=1), Prints\n2, Loops(n=3), Recurses(n=1)];
print("end")
#: prints end\n
#: ends finished
