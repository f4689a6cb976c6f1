from collections import Counter, defaultdict, deque, namedtuple
from dataclasses import dataclass
from enum import Enum


class Node:
    def __init__(self, value, after=None):  # (2) self=Node(); value=2; after=None; (5) self=Node(); value=1; after=Node(value=2, after=None);
        self.value = value  # (3) self=Node(value=2); (6) self=Node(value=1);
        self.after = after  # (4) self=Node(value=2, after=None); __return__=None; (7) self=Node(value=1, after=Node(value=2, after=None)); __return__=None;


@dataclass
class Point:
    x: int
    tags: list


class Color(Enum):
    RED = 1  # (0) RED=1;


Pair = namedtuple("Pair", "left right")  # (1) Pair=<class 'Pair'>;
chain = Node(1, Node(2))  # (8) chain=Node(value=1, after=Node(value=2, after=None));
chain.after.after = chain  # (9) chain=Node(value=1, after=Node(value=2, after=Node(...)));
point = Point(1, [])  # (10) point=Point(x=1, tags=[]);
point.tags.append(Node)  # (11) point=Point(x=1, tags=[<class 'Node'>]);
color = Color.RED  # (12) color=<Color.RED: 1>;
pair = Pair(chain.after.value, [object()])  # (13) pair=Pair(left=2, right=[<object>]);
groups = defaultdict(list)  # (14) groups=defaultdict(<class 'list'>, {});
groups["a"]  # (15) groups=defaultdict(<class 'list'>, {'a': []});
queue = deque([1, 2], maxlen=2)  # (16) queue=deque([1, 2], maxlen=2);
queue.append(3)  # (17) queue=deque([2, 3], maxlen=2);
counts = Counter("abb")  # (18) counts=Counter({'b': 2, 'a': 1});
kinds = {3, 1, 2} | {10}  # (19) kinds={1, 2, 3, 10};
mixed = {("b", 1), None, "a"}  # (20) mixed={None, 'a', ('b', 1)};
functions = [len, Node, lambda: 0, queue.append]  # (21) functions=[<built-in function len>, <class 'Node'>, <function <lambda>>, <built-in method append of collections.deque>];
#: ends finished
