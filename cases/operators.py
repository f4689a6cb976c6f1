class Money:
    def __init__(self, cents):  # (0) self=Money(); cents=5; (4) self=Money(); cents=2; ...; (15) self=Money(); cents=14;
        self.cents = cents  # (1) self=5c; __return__=None; (5) self=2c; __return__=None; ...; (16) self=14c; __return__=None;

    def __repr__(self):
        return f"{self.cents}c"

    def __iadd__(self, other):  # (6) self=5c; other=2c;
        self.cents += other.cents  # (7) self=7c;
        return self  # (8) __return__=7c;

    def __add__(self, other):  # (10) self=7c; other=7c;
        return Money(self.cents + other.cents)  # (13) __return__=14c;

    def __eq__(self, other):  # (17) self=14c; other=14c;
        return self.cents == other.cents  # (18) __return__=True;

    def __getitem__(self, unit):  # (20) self=7c; unit=2;
        return self.cents // unit  # (21) __return__=3;

    def __len__(self):  # (23) self=7c;
        return self.cents  # (24) __return__=7;


purse = Money(5)  # (2) purse=5c;
alias = purse  # (3) alias=5c;
purse += Money(2)  # (9) purse=7c; alias=7c;
sum_of = purse + alias  # (14) sum_of=14c;
same = sum_of == Money(14)  # (19) same=True;
coins = purse[2]  # (22) coins=3;
size = len(purse)  # (25) size=7;
#: ends finished
