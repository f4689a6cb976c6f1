from typing import NamedTuple, TypedDict

type Pairs[T] = list[tuple[T, T]]


class Stack[T]:
    items: list[T]

    def __init__(self):  # (1) self=Stack();
        self.items = []  # (2) self=Stack(items=[]); __return__=None;

    def push(self, item: T) -> "Stack[T]":  # (3) self=Stack(items=[]); item=1;
        self.items.append(item)  # (4) self=Stack(items=[1]);
        return self  # (5) __return__=Stack(items=[1]);


class Point(NamedTuple):
    x: int
    y: int = 0  # (0) y=0;


class Movie(TypedDict):
    name: str


def first[T](values: list[T]) -> T:  # (9) values=[1, 2];
    value: T = values[0]  # (10) value=1;
    return value  # (11) __return__=1;


stack = Stack[int]().push(1)  # (6) stack=Stack(items=[1]);
point = Point(1)._replace(y=2)  # (7) point=Point(x=1, y=2);
film: Movie = {"name": "m"}  # (8) film={'name': 'm'};
one = first([1, 2])  # (12) one=1;
#: ends finished
