class Account:
    rate = 2  # (0) rate=2;
    names = []  # (1) names=[];

    def __init__(self, name):  # (3) self=Account(names=[]); name='ann'; (10) self=Savings(names=['ann']); name='bob';
        self.name = name  # (4) self=Account(names=[], name='ann'); (11) self=Savings(names=['ann'], name='bob');
        Account.names.append(name)  # (5) self=Account(names=['ann'], name='ann'); __return__=None; (12) self=Savings(names=['ann', 'bob'], name='bob'); __return__=None;

    def grow(self):  # (6) self=Account(names=['ann'], name='ann');
        self.balance = self.rate * 10  # (7) self=Account(names=['ann'], name='ann', balance=20);
        return self  # (8) __return__=Account(names=['ann'], name='ann', balance=20);


class Savings(Account):
    __slots__ = ("bonus",)
    rate = 3  # (2) rate=3;


one = Account("ann").grow()  # (9) one=Account(names=['ann'], name='ann', balance=20);
two = Savings("bob")  # (13) one=Account(names=['ann', 'bob'], name='ann', balance=20); two=Savings(names=['ann', 'bob'], name='bob');
two.bonus = 1  # (14) two=Savings(names=['ann', 'bob'], bonus=1, name='bob');
one.name = "eve"  # (15) one=Account(names=['ann', 'bob'], name='eve', balance=20);
#: ends finished
