#: case a method of another language
xs = [1, 2]
xs.push(3)
#: at 2:0 xs.push
#: title `xs` is a `list`, and that has no `push`
#: happened Line 2 asks `xs` for `push`; `xs` was `[1, 2]`.
#: hint In Python it is called `append`.

#: case a slip
"abc".uper()
#: at 1:0 "abc".uper
#: title `"abc"` is a text (`str`), and that has no `uper`
#: happened Line 1 asks `"abc"` for `uper`.
#: hint It has `upper`: correct the spelling.

#: case the length
print([1, 2].length)
#: at 1:6 [1, 2].length
#: title `[1, 2]` is a `list`, and that has no `length`
#: happened Line 1 asks `[1, 2]` for `length`.
#: hint Use the function `len([1, 2])`.

#: case a method for the items
words = ["a b", "c"]
words.split()
#: at 2:0 words.split
#: title `words` is a `list`, and that has no `split`
#: happened Line 2 asks `words` for `split`; `words` was `['a b', 'c']`. `split` is for texts (`str`).
#: hint If it is meant for each item, go through `words` with a loop.

#: case a tuple is not changed
point = (1, 2)
point.append(3)
#: at 2:0 point.append
#: title `point` is a `tuple`, and that has no `append`
#: happened Line 2 asks `point` for `append`; `point` was `(1, 2)`. A tuple cannot be changed.
#: hint Use a list instead.

#: case a function that is not called
def names():
    return ["b", "a"]


names.sort()
#: at 5:0 names.sort
#: title `names` is a function, and functions have no `sort`
#: happened Without parentheses `names` is the function itself, not what it gives.
#: hint Call it: `names(…).sort`.

#: case a slip in one's own class
class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount


account = Account()
account.depost(3)
#: at 10:0 account.depost
#: title `account` has no `depost`
#: happened `account` is an `Account`, and that has `deposit`.
#: hint If `deposit` is meant, correct the spelling.

#: case set by a method that did not run
class Timer:
    def start(self):
        self.begun = 1

    def elapsed(self):
        return 2 - self.begun


Timer().elapsed()
#: at 6:19 self.begun
#: title `self` has no `begun`
#: happened `self` is a `Timer`. Only `start` sets it, in line 3, and that had not happened to this object.
#: hint Give it a first value in `__init__`.

#: case an initialiser that is not one
class Point:
    def _init_(self):
        self.x = 1


p = Point()
print(p.x)
#: at 7:6 p.x
#: title `p` has no `x`
#: happened `p` is a `Point`. Line 3 sets it, in `_init_`, which Python does not call by itself.
#: hint Rename `_init_` to `__init__`, with two underscores on each side.

#: case a module with a class of its name
import datetime

datetime.now()
#: at 3:0 datetime.now
#: title The module `datetime` has no `now`
#: happened `now` belongs to the class `datetime.datetime`, which has the same name as its module.
#: hint Write `datetime.datetime.now`.

#: case a slip in a module
import math

math.squrt(4)
#: at 3:0 math.squrt
#: title The module `math` has no `squrt`
#: happened Line 3 asks it for `squrt`. It does have `sqrt` and `isqrt`.
#: hint If `sqrt` or `isqrt` is meant, correct the spelling.

#: case a number's
n = 3
n.append(4)
#: at 2:0 n.append
#: title `n` is a whole number (`int`), and that has no `append`
#: happened Line 2 asks `n` for `append`; `n` was `3`. `append` is for lists.
#: hint Find where `n` gets its value, and why that is not one of these.
