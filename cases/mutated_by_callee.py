def fill(target, value):  # (2) target=[]; value=1; (5) target=[1]; value=2;
    target.append(value)  # (3) target=[1]; __return__=None; (6) target=[1, 2]; __return__=None;


def twice(target):  # (1) target=[];
    fill(target, 1)  # (4) target=[1];
    fill(target, 2)  # (7) target=[1, 2];
    return len(target)  # (8) __return__=2;


items = []  # (0) items=[];
count = twice(items)  # (9) items=[1, 2]; count=2;
#: ends finished
