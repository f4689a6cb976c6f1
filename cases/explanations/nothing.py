#: case a method that changes in place
xs = [3, 1, 2].sort()
print(xs[0])
#: at 2:6 xs[0]
#: title `xs` is `None` here
#: happened `None` has no items. It got its value in line 1: `xs = [3, 1, 2].sort()`. `sort` changes `[3, 1, 2]` itself and gives back `None`.
#: hint Use `sorted([3, 1, 2])`, which gives a new list, or sort on a line of its own.

#: case a function without return
def double(x):
    x * 2


print(double(3) + 1)
#: at 5:6 double(3) + 1
#: title `double(3)` is `None` here
#: happened `None` cannot be calculated with. `double` (line 1) has no `return` that gives a value, so calling it gives `None`.
#: hint Let `double` end with a `return` of its result.

#: case a way through without return
def grade(points):
    if points > 50:
        return "pass"


print(grade(20).upper())
#: at 6:6 grade(20).upper
#: title `grade(20)` is `None` here
#: happened `None` has nothing after a dot. `grade` (line 1) came to its end without reaching a `return`, which gives `None`.
#: hint Make sure that each way through `grade` ends with a `return`.

#: case an element that is not found
import re

match = re.match("x", "abc")
print(match.group())
#: at 4:6 match.group
#: title `match` is `None` here
#: happened `None` has nothing after a dot. It got its value in line 3: `match = re.match("x", "abc")`. `re.match("x", "abc")` gives `None` where there is no match.
#: hint Check for `None` before using what it gives.

#: case set to None
best = None
for x in [1, 2]:
    if x > best:
        best = x
#: at 3:7 x > best
#: title `best` is `None` here
#: happened `None` has no order, so nothing is larger or smaller than it. Line 1 sets it to `None`.
#: hint Find why `best` is `None`, or check it with `is None` before.

#: case a parameter's default
def total(xs=None):
    return sum(xs)


total()
#: at 2:11 sum(xs)
#: title `xs` is `None` here
#: happened `None` cannot be gone through. `xs` is a parameter of `total` whose default is `None`, and the call in line 5 does not give it.
#: hint Find why `xs` is `None`, or check it with `is None` before.

#: case a missing key
d = {"a": 1}
print(d.get("b") + 1)
#: at 2:6 d.get("b") + 1
#: title `d.get("b")` is `None` here
#: happened `None` cannot be calculated with. `d.get("b")` gives `None` where there is no such key.
#: hint Check for `None` before using what it gives.

#: case taken apart
def pair():
    print(1, 2)


a, b = pair()
#: at 5:0 a, b
#: title `pair()` is `None` here
#: happened `None` cannot be taken apart. `pair` (line 1) has no `return` that gives a value, so calling it gives `None`.
#: hint Let `pair` end with a `return` of its result.

#: case going through the result of a method
xs = [1]
for x in xs.append(2):
    print(x)
#: at 2:9 xs.append(2)
#: title `xs.append(2)` is `None` here
#: happened `None` cannot be gone through. `append` changes `xs` itself and gives back `None`.
#: hint Call `xs.append(2)` on a line of its own, and then use `xs`.
