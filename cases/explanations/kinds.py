#: case a text and a number
age = "3"
print(age + 1)
#: at 2:6 age + 1
#: title `+` cannot join a text (`str`) and a whole number (`int`)
#: happened `age` is a text (`str`), `'3'`; `1` is a whole number (`int`).
#: hint To join texts, turn it into one: `str(1)`. To calculate, make `age` a number: `int(age)`.

#: case a number and a text
print(1 + "a")
#: at 1:6 1 + "a"
#: title `+` does not work between a whole number (`int`) and a text (`str`)
#: happened `1` is a whole number (`int`); `"a"` is a text (`str`).
#: hint To calculate, turn the text into a number, `int("a")`; to join texts, turn the number into one, `str(1)`.

#: case a text before a number
print("total: " + 3)
#: at 1:6 "total: " + 3
#: title `+` cannot join a text (`str`) and a whole number (`int`)
#: happened `"total: "` is a text (`str`); `3` is a whole number (`int`).
#: hint To join texts, turn it into one: `str(3)`.

#: case a list and a number
xs = [1]
xs = xs + 2
#: at 2:5 xs + 2
#: title `+` cannot join a `list` and a whole number (`int`)
#: happened `xs` is a `list`, `[1]`; `2` is a whole number (`int`).
#: hint To add one item, use `xs.append(…)`.

#: case an order between kinds
print(3 < "4")
#: at 1:6 3 < "4"
#: title A whole number (`int`) and a text (`str`) cannot be ordered with `<`
#: happened `3` is a whole number (`int`); `"4"` is a text (`str`).
#: hint If the text holds a number, turn it into one with `int(…)`.

#: case sorting kinds
xs = [3, "a"]
xs.sort()
#: at 2:0 xs.sort()
#: title A text (`str`) and a whole number (`int`) cannot be ordered with `<`
#: happened `xs.sort` has to find out which of two items is the smaller, and met a text (`str`) and a whole number (`int`).
#: hint Let all items be of one kind, or give `xs.sort` a `key` to order them by.

#: case a remainder of a text
n = "17"
if n % 2 == 0:
    print("even")
#: at 2:3 n % 2
#: title `n` is a text, and `%` after a text does not divide
#: happened There it fills values into the text, and `n` has no place for one. `n` was `'17'`.
#: hint To get a remainder, make it a number first: `int(n)`.

#: case a power
print(2.5 ^ 2)
#: at 1:6 2.5 ^ 2
#: title `^` does not work between a decimal number (`float`) and a whole number (`int`)
#: happened `2.5` is a decimal number (`float`); `2` is a whole number (`int`).
#: hint For a power, Python has `**`.

#: case a function that is not called
def price():
    return 3


print(price * 2.5)
#: at 5:6 price * 2.5
#: title `*` does not work between a function and a decimal number (`float`)
#: happened `price` is a function, `<function price>`; `2.5` is a decimal number (`float`).
#: hint A function is written here without calling it: add the parentheses.

#: case an item of a number
n = 123
print(n[0])
#: at 2:6 n[0]
#: title `n` is a whole number (`int`), and that has no items
#: happened The square brackets in `n[0]` ask for an item of `n`. `n` was `123`.
#: hint For its digits, turn it into a text: `str(n)`.

#: case an item of a function
def f(x):
    return x


f[0]
#: at 5:0 f[0]
#: title `f` is a function, and that has no items
#: happened The square brackets in `f[0]` ask for an item of `f`.
#: hint Call it with parentheses: `f(0)`.

#: case an item of a set
s = {1, 2}
print(s[0])
#: at 2:6 s[0]
#: title `s` is a `set`, and that has no items
#: happened The square brackets in `s[0]` ask for an item of `s`. `s` was `{1, 2}`.
#: hint A set has no order; `sorted(s)` gives a list that has.

#: case changing a text
s = "abc"
s[0] = "x"
#: at 2:0 s[0]
#: title `s` is a text (`str`), and its items cannot be replaced
#: happened Texts never change once they are made. `s` was `'abc'`.
#: hint Build a new text, for example with `replace` or by joining parts of it.

#: case changing a tuple
point = (1, 2)
point[0] = 5
#: at 2:0 point[0]
#: title `point` is a `tuple`, and its items cannot be replaced
#: happened Tuples never change once they are made. `point` was `(1, 2)`.
#: hint Use a list, `list(point)`, where items are to change.

#: case the length of a number
n = 12
print(len(n))
#: at 2:6 len(n)
#: title `n` is a whole number (`int`), and that has no length
#: happened `len` counts what is in a list, text or other container. `n` was `12`.
#: hint For the number of its digits, use `len(str(n))`.

#: case going through a number
for i in 5:
    print(i)
#: at 1:9 5
#: title `5` is a whole number (`int`), and that cannot be gone through
#: happened The loop takes one item after the other, and here there are none.
#: hint To count up to it, write `range(5)`.

#: case going through a length
xs = [1, 2]
for i in len(xs):
    print(xs[i])
#: at 2:9 len(xs)
#: title `len(xs)` is a whole number (`int`), and that cannot be gone through
#: happened The loop takes one item after the other, and here there are none. `len(xs)` was `2`.
#: hint To count up to it, write `range(len(xs))`.

#: case in a number
n = 12
print(1 in n)
#: at 2:6 1 in n
#: title `n` is a whole number (`int`), and nothing can be in that
#: happened `in` looks into a list, text, dict or set. `n` was `12`.
#: hint To compare, write `==` instead of `in`.

#: case a number in a text
print(1 in "123")
#: at 1:6 1 in "123"
#: title Only a text can be in a text, not a whole number (`int`)
#: happened `"123"` is a text. `1` is a whole number (`int`).
#: hint Turn it into a text first: `str(1)`.

#: case a name for an index
rows = [{"a": 1}]
print(rows["a"])
#: at 2:6 rows["a"]
#: title An index of a list must be a whole number, not a text (`str`)
#: happened `rows` is a list.
#: hint Names are for dicts: perhaps one item of the list is meant, or another variable.

#: case half an index
xs = [1, 2, 3]
middle = len(xs) / 2
print(xs[middle])
#: at 3:6 xs[middle]
#: title An index of a list must be a whole number, not a decimal number (`float`)
#: happened `xs` is a list. `middle` was `1.5`.
#: hint Divide with `//`, or cut the decimals off with `int(…)`.

#: case two indexes at once
grid = [[1, 2], [3, 4]]
print(grid[0, 1])
#: at 2:6 grid[0, 1]
#: title An index of a list must be a whole number, not a `tuple`
#: happened `grid` is a list. `0, 1` was `(0, 1)`.
#: hint For an item of an inner list, write `grid[0][1]`.

#: case a list as a key
seen = {}
point = [1, 2]
seen[point] = True
#: at 3:0 seen[point]
#: title A `list` cannot be a key of a dict
#: happened Keys and the items of sets must be of kinds that never change. `point` is a `list`. `point` was `[1, 2]`.
#: hint Use `tuple(point)`, which cannot change, in its place.

#: case a range of a half
for i in range(10 / 4):
    print(i)
#: at 1:9 range(10 / 4)
#: title `range` needs a whole number, not a decimal number (`float`)
#: happened `range(10 / 4)` was given a decimal number (`float`). `10 / 4` was `2.5`.
#: hint Divide with `//`, or cut the decimals off with `int(…)`.

#: case a range of a text
n = "3"
for i in range(n):
    print(i)
#: at 2:9 range(n)
#: title `range` needs a whole number, not a text (`str`)
#: happened `range(n)` was given a text (`str`). `n` was `'3'`.
#: hint If the text holds a number, turn it into one: `int(…)`.

#: case joining numbers
print(",".join([1, 2]))
#: at 1:6 ",".join([1, 2])
#: title `join` puts texts together, and was given a whole number (`int`)
#: happened `[1, 2]` holds a whole number (`int`) at index 0.
#: hint Turn the items into texts first: `map(str, [1, 2])`.

#: case a number of a list
int(["1", "2"])
#: at 1:0 int(["1", "2"])
#: title `int` cannot make a number of a `list`
#: happened `["1", "2"]` is a `list`.
#: hint Convert its items one by one: `[int(x) for x in …]`.

#: case raising a text
raise "oops"
#: at 1:0 raise "oops"
#: title Only exceptions can be raised
#: happened `"oops"` is none.
#: hint Wrap it in one: `raise ValueError("oops")`.

#: case a half slice
xs = [1, 2, 3]
print(xs[: len(xs) / 2])
#: at 2:6 xs[: len(xs) / 2]
#: title The bounds of a slice must be whole numbers
#: happened `xs[: len(xs) / 2]` has another kind of value between its brackets. `len(xs) / 2` was `1.5`.
#: hint Divide with `//` to get a whole number.
