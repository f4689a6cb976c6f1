class Countdown:
    def __init__(self, start):  # (0) self=Countdown(); start=2;
        self.now = start  # (1) self=Countdown(now=2); __return__=None;

    def __iter__(self):  # (2) self=Countdown(now=2);
        return self  # (3) __return__=Countdown(now=2);

    def __next__(self):  # (4) self=Countdown(now=2); (9) self=Countdown(now=1); (14) self=Countdown(now=0);
        if self.now == 0:
            raise StopIteration  # (15) __exception__=StopIteration();
        self.now -= 1  # (5) self=Countdown(now=1); (10) self=Countdown(now=0);
        return self.now  # (6) __return__=1; (11) __return__=0;


for n in Countdown(2):  # (7) n=1; (12) n=0;
    last = n  # (8) last=1; (13) last=0;
items = iter([1, 2])  # (16) items=<list_iterator>;
one = next(items)  # (17) one=1;
none = next(iter(()), None)  # (18) none=None;
#: ends finished
