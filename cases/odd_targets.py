class Bag:
    pass


bag, slots = Bag(), [0, 0]  # (0) bag=Bag(); slots=[0, 0];
for slots[0] in (1, 2):  # (1) slots=[1, 0]; (2) slots=[2, 0];
    pass
for bag.size, slots[1] in [(3, 4)]:  # (3) bag=Bag(size=3); slots=[2, 4];
    pass
try:
    raise ValueError("v")  # (4) __exception__=ValueError('v');
except ValueError as bag_error:  # (5) bag_error=ValueError('v');
    bag.error = str(bag_error)  # (6) bag=Bag(size=3, error='v');
(bag.left, *slots[0:0]), bag.right = [5, 6], 7  # (7) bag=Bag(size=3, error='v', left=5, right=7); slots=[6, 2, 4];
slots[slots.index(6)]: int = 8  # (8) slots=[8, 2, 4];
del bag.left, slots[0]  # (9) bag=Bag(size=3, error='v', right=7); slots=[2, 4];
setattr(bag, "made", slots)  # (10) bag=Bag(size=3, error='v', right=7, made=[2, 4]);
bag.made += [9]  # (11) bag=Bag(size=3, error='v', right=7, made=[2, 4, 9]); slots=[2, 4, 9];
found = [(top := n) for n in (1, 2)]  # (12) top=1; n=1; (13) top=2; n=2; (14) found=[1, 2];
#: ends finished
