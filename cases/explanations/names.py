#: case a slip
total = 0
for n in [1, 2]:
    totl += n
#: at 3:4 totl
#: title `totl` has no value here
#: happened Line 3 uses `totl`, which is not known; `total` is.
#: hint If `total` is meant, correct the spelling.

#: case a module that is not imported
print(math.sqrt(2))
#: at 1:6 math
#: title `math` has no value here
#: happened Line 1 uses `math`, which is a module of Python's that is not imported.
#: hint Write `import math` at the top.

#: case a name of the library
words = Counter("abca")
#: at 1:8 Counter
#: title `Counter` has no value here
#: happened Line 1 uses `Counter`, which is not imported; Python has it in its module `collections`.
#: hint Write `from collections import Counter` at the top.

#: case another language
done = true
#: at 1:7 true
#: title `true` has no value here
#: happened Line 1 uses `true`, which is no word of Python's.
#: hint In Python it is `True`.

#: case a slip of a function of Python's own
print(lne([1]))
#: at 1:6 lne
#: title `lne` has no value here
#: happened Line 1 uses `lne`, which is not known; `len` is.
#: hint If `len` is meant, correct the spelling.

#: case used before it is defined
greet()


def greet():
    print("hello")
#: at 1:0 greet
#: title `greet` has no value here
#: happened Line 1 uses `greet`, but only line 4, which had not run yet, defines it.
#: hint Move line 4 up, above what uses it.

#: case a variable of another function
def read():
    value = 3


read()
print(value)
#: at 6:6 value
#: title `value` has no value here
#: happened Line 6 uses `value`, but it is a variable of `read`, known only inside it.
#: hint Let `read` return it, and use what the call gives.

#: case an attribute without self
class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        items.append(item)

Stack().push(1)
#: at 6:8 items
#: title `items` has no value here
#: happened Line 6 uses `items`, but in `Stack` it is an attribute of the object.
#: hint Write `self.items`.

#: case a method without self
class Shape:
    def area(self):
        return 3

    def twice(self):
        return 2 * area()

Shape().twice()
#: at 6:19 area
#: title `area` has no value here
#: happened Line 6 uses `area`, but that is a method of `Shape`: it belongs to an object.
#: hint Call it on the object: `self.area(…)`.

#: case never defined
print(unknown_thing)
#: at 1:6 unknown_thing
#: title `unknown_thing` has no value here
#: happened Line 1 uses `unknown_thing`, but no line before that gives it a value.
#: hint Give `unknown_thing` a value first; if it is meant as a text, put it in quotes.

#: case its own first value
count = count + 1
#: at 1:8 count
#: title `count` has no value here
#: happened Line 1 uses `count`, but it has no value yet that this line could start from.
#: hint Give `count` a first value on a line before.

#: case a global that a function changes
total = 0


def add(n):
    total += n


add(3)
#: at 5:4 total
#: title `total` has no value yet in `add`
#: happened Line 5 gives `total` a value, which makes it a variable of `add` alone, on all of its lines. So line 5 does not see the `total` outside the function, and its own has no value yet.
#: hint Give it another name, pass it in as a parameter, or write `global total` at the top of `add` if the outer one is to change.

#: case a loop that ran no time
def last(xs):
    for x in xs:
        found = x
    return found


last([])
#: at 4:11 found
#: title `found` has no value yet in `last`
#: happened It gets a value only in line 3, which did not run in this call, so line 4 found none.
#: hint Give `found` a first value at the top of the function.

#: case only one branch gives it a value
def sign(n):
    if n > 0:
        word = "positive"
    elif n < 0:
        word = "negative"
    return word


sign(0)
#: at 6:11 word
#: title `word` has no value yet in `sign`
#: happened It gets a value only in line 3 or 5, which did not run in this call, so line 6 found none.
#: hint Give `word` a first value at the top of the function.

#: case the exception after its block
def f():
    try:
        int("x")
    except ValueError as error:
        pass
    return error


f()
#: at 6:11 error
#: title `error` has no value yet in `f`
#: happened `error` stands for an exception only inside the `except` of line 4; Python removes it at the end of that block.
#: hint Keep what is needed of it under another name.
