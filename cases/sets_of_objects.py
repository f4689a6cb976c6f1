class Node:
    def __init__(self, name):  # (0) self=Node(); name='d'; (3) self=Node(); name='b'; ...; (9) self=Node(); name='a';
        self.name = name  # (1) self=Node(name='d'); __return__=None; (4) self=Node(name='b'); __return__=None; ...; (10) self=Node(name='a'); __return__=None;


nodes = {Node(name) for name in "dbca"}  # (2) name='d'; (5) name='b'; ...; (12) nodes={Node(name='a'), Node(name='b'), Node(name='c'), Node(name='d')};
nan = float("nan")  # (13) nan=nan;
nested = {frozenset({3, 1}), frozenset({2})}  # (14) nested={frozenset({1, 3}), frozenset({2})};
mixed = {2.5, nan, 1}  # (15) mixed={2.5, nan, 1};
#: ends finished
