from functools import partial
from operator import itemgetter, setitem

values = []  # (0) values=[];
push = values.append  # (1) push=<built-in method append of list>;
push(1)  # (2) values=[1];
for each in map(push, (2, 3)):  # (3) values=[1, 2]; each=None; (4) values=[1, 2, 3];
    pass
add = partial(values.extend, [4])  # (5) add=functools.partial(<built-in method extend of list>, [4]);
add()  # (6) values=[1, 2, 3, 4];
setitem(values, 0, "s")  # (7) values=['s', 2, 3, 4];
list.append(values, 5)  # (8) values=['s', 2, 3, 4, 5];
last = itemgetter(-1)(values)  # (9) last=5;
table = {}  # (10) table={};
table.setdefault("k", values).pop()  # (11) values=['s', 2, 3, 4]; table={'k': ['s', 2, 3, 4]};
vars()["values"][0] = None  # (12) values=[None, 2, 3, 4]; table={'k': [None, 2, 3, 4]};
#: ends finished
