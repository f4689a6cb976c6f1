class Single(type):
    def __call__(cls, *arguments):  # (4) cls=<class 'Settings'>; arguments=(1,); (9) cls=<class 'Settings'>; arguments=(2,); (13) cls=<class 'More'>; arguments=(3,);
        if not hasattr(cls, "only"):
            cls.only = super().__call__(*arguments)
        return cls.only  # (7) __return__=Settings(names=['a'], n=1); (10) __return__=Settings(names=['a'], n=1); (14) __return__=Settings(names=['a'], n=2);

    def __len__(cls):  # (16) cls=<class 'More'>;
        return len(cls.names)  # (17) __return__=1;


class Settings(metaclass=Single):
    names = ["a"]  # (0) names=['a'];

    def __init__(self, n):  # (5) self=Settings(names=['a']); n=1;
        self.n = n  # (6) self=Settings(names=['a'], n=1); __return__=None;

    def __init_subclass__(cls, prefix):  # (1) cls=<class 'More'>; prefix='x';
        cls.names = [prefix + name for name in cls.names]  # (2) name='a'; (3) __return__=None;


class More(Settings, prefix="x"):
    pass


first = Settings(1)  # (8) first=Settings(names=['a'], n=1);
again = Settings(2)  # (11) again=Settings(names=['a'], n=1);
again.n += 1  # (12) first=Settings(names=['a'], n=2); again=Settings(names=['a'], n=2);
more = More(3)  # (15) more=Settings(names=['a'], n=2);
size = len(More)  # (18) size=1;
Settings.names.append("b")  # (19) first=Settings(names=['a', 'b'], n=2); again=Settings(names=['a', 'b'], n=2); more=Settings(names=['a', 'b'], n=2);
made = type("Made", (), {"m": []})()  # (20) made=Made(m=[]);
made.m.append(1)  # (21) made=Made(m=[1]);
#: ends finished
