from dataclasses import dataclass, replace


@dataclass
class Item:
    name: str
    tags: list
    price: int = 0  # (0) price=0;

    def __post_init__(self):  # (1) self=Item(name='pen', tags=[], price=0); (6) self=Item(name='ink', tags=['new'], price=2);
        self.name = self.name.title()  # (2) self=Item(name='Pen', tags=[], price=0); __return__=None; (7) self=Item(name='Ink', tags=['new'], price=2); __return__=None;


@dataclass(frozen=True, order=True)
class Key:
    rank: int


@dataclass(slots=True)
class Box:
    item: Item


first = Item("pen", [])  # (3) first=Item(name='Pen', tags=[], price=0);
first.tags.append("new")  # (4) first=Item(name='Pen', tags=['new'], price=0);
first.price += 2  # (5) first=Item(name='Pen', tags=['new'], price=2);
second = replace(first, name="ink")  # (8) second=Item(name='Ink', tags=['new'], price=2);
second.tags.append("shared")  # (9) first=Item(name='Pen', tags=['new', 'shared'], price=2); second=Item(name='Ink', tags=['new', 'shared'], price=2);
keys = sorted([Key(2), Key(1)])  # (10) keys=[Key(rank=1), Key(rank=2)];
box = Box(first)  # (11) box=Box(item=Item(name='Pen', tags=['new', 'shared'], price=2));
box.item.name = "Cap"  # (12) first=Item(name='Cap', tags=['new', 'shared'], price=2); box=Box(item=Item(name='Cap', tags=['new', 'shared'], price=2));
try:
    keys[0].rank = 3  # (13) __exception__=FrozenInstanceError("cannot assign to field 'rank'");
except AttributeError as error:  # (14) error=FrozenInstanceError("cannot assign to field 'rank'");
    message = str(error)  # (15) message="cannot assign to field 'rank'";
#: ends finished
