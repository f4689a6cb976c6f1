#: case calls without end
def factorial(n):
    if n == 0:
        return 1
    return n * factorial(n - 1)


factorial(-1)
#: at 4:15 factorial(n - 1)
#: title `factorial` calls itself without end
#: happened Line 4 calls `factorial` again, at every level. `n` was `-1, -2, -3, -4, …`.
#: hint The calls must lead to the case that ends them, `n == 0` in line 2: check what is passed, and whether that case can be jumped over.

#: case calls without an end at all
def count(n):
    print(n)
    return count(n)


count(3)
#: at 3:11 count(n)
#: title `count` calls itself without end
#: happened Line 3 calls `count` again, at every level. Each call passes the same values: nothing changes on the way.
#: hint `count` needs a case in which it does not call itself: an `if` with a `return` before the call.

#: case calls that are only too many
def total(n):
    if n == 0:
        return 0
    return n + total(n - 1)


total(5000)
#: at 4:15 total(n - 1)
#: title `total` calls itself too many levels deep
#: happened Line 4 calls `total` again, at every level. `n` was `5000, 4999, 4998, 4997, …`. The limit of calls that may be open at once was reached.
#: hint The calls must lead to the case that ends them, `n == 0` in line 2: check what is passed, and whether that case can be jumped over. If they do lead there, use a loop instead.

#: case two functions in a circle
def even(n):
    return odd(n)


def odd(n):
    return even(n)


even(3)
#: at 6:11 even(n)
#: title `even` and `odd` call each other without end
#: happened The calls are in lines 2 and 6, and they come round again and again. Each call passes the same values: nothing changes on the way.
#: hint Make sure that each call leads towards a case that ends without another call.

#: case a module that is not there
import maths
#: at 1:0 import maths
#: title There is no module `maths` here
#: happened Line 1 imports it; it is neither in Python's own library nor installed.
#: hint If `math` is meant, correct the spelling.

#: case a name that a module does not have
from math import squareroot
#: at 1:0 from math import squareroot
#: title The module `math` has no `squareroot`
#: happened Line 1 imports it from there.
#: hint Check in which module `squareroot` is.

#: case an iterator at its end
numbers = iter([1])
next(numbers)
next(numbers)
#: at 3:0 next(numbers)
#: title `numbers` has nothing more to give
#: happened `next(numbers)` asks for the next item, and there is none, or none is left.
#: hint `next(numbers, None)` gives `None` at the end; a `for` loop ends by itself.

#: case a dict that its loop changes
d = {"a": 1}
for key in d:
    d[key + "x"] = 2
#: at 2:11 d
#: title `d` was changed while the loop went through it
#: happened During the loop keys were added or removed. Line 3 does that.
#: hint Go through a copy: `list(d)`. The dict itself can then be changed.

#: case an assert in the program
def withdraw(balance, amount):
    assert amount <= balance, "not enough"
    return balance - amount


withdraw(3, 5)
#: at 2:11 amount <= balance
#: title The program checks `amount <= balance`, and that was not so
#: happened `amount` was `5` and `balance` was `3`. Its message is: `not enough`.
#: hint If the condition is right, find where its values come from; if not, correct it.

#: case the program's own exception
def root(n):
    if n < 0:
        raise ValueError("n must not be negative")
    return n ** 0.5


root(-3)
#: at 3:8 raise ValueError("n must not be negative")
#: title The program raised a `ValueError` itself
#: happened Line 3 is a `raise`. Its message is: `n must not be negative`. It runs when `n < 0`; `n` was `-3`.
#: hint Find where the value that it refuses comes from, or check its condition.

#: case the library's exception
import statistics

xs = []
statistics.mean(xs)
#: at 4:0 statistics.mean(xs)
#: title `statistics.mean` could not work with what it was given
#: happened Line 4 calls `statistics.mean(xs)`, and Python's library raised a `StatisticsError`: `mean requires at least one data point`. In that call `xs` was `[]`.
#: hint Check the values that this call is given.

#: case a file that is not there
open("data.txt")
#: at 1:0 open("data.txt")
#: title There is no file `data.txt` here
#: happened Line 1 opens it. The program runs apart from your computer and sees none of its files.
#: hint Check the name, or let the program write the file before it reads it.

#: case input that is used up
name = input()
#: at 1:7 input()
#: title The program asks for input, and there is no more
#: happened Line 1 waits for a line of input. All lines that the test gives were read already, or it gives none.
#: hint Give each test its input after `--- stdin`, one line for each `input()`; a function gets its values by its parameters.

#: case an exception while another is handled
def read(d):
    try:
        return d["a"]
    except KeyError:
        return int("none")


read({})
#: at 5:15 int("none")
#: title `int` cannot read `'none'` as a whole number
#: happened There is no digit in it. It was raised while the program was handling the `KeyError` of line 3.
#: hint Check the text before, for example with `isdigit()`.

#: case not written yet
class Shape:
    def area(self):
        raise NotImplementedError


Shape().area()
#: at 3:8 raise NotImplementedError
#: title `area` is not written yet
#: happened It raises `NotImplementedError` in place of doing its work.
#: hint Write its body, or define it in the class that is used here.
