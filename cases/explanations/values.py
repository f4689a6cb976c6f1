#: case a decimal point
price = int("3.5")
#: at 1:8 int("3.5")
#: title `int` cannot read `'3.5'` as a whole number
#: happened `int` reads whole numbers, and this one has a decimal point.
#: hint Read it with `float(…)`, or `int(float(…))` to cut the decimals off.

#: case letters
text = "12a"
n = int(text)
#: at 2:4 int(text)
#: title `int` cannot read `'12a'` as a whole number
#: happened `text` was `'12a'`. Besides digits it holds `a`.
#: hint Check the text before, for example with `isdigit()`.

#: case an empty text
n = int("")
#: at 1:4 int("")
#: title `int` cannot read `''` as a whole number
#: happened The text has no digits at all.
#: hint Check that it is not empty before.

#: case several numbers
line = "3 4"
n = int(line)
#: at 2:4 int(line)
#: title `int` cannot read `'3 4'` as a whole number
#: happened `line` was `'3 4'`. There is more than one number in it.
#: hint Split it first: `[int(x) for x in text.split()]`.

#: case a decimal comma
x = float("3,5")
#: at 1:4 float("3,5")
#: title `float` cannot read `'3,5'` as a number
#: happened Python writes decimals with a point, not a comma.
#: hint Replace it first: `replace(',', '.')`.

#: case more values than names
a, b = [1, 2, 3]
#: at 1:0 a, b
#: title 2 names for 3 values
#: happened `a, b` takes 2 values and was given 3. They come from `[1, 2, 3]`.
#: hint Add a name for each value, or catch the rest with a star: `*rest`.

#: case fewer values than names
first, last = "Ann".split()
#: at 1:0 first, last
#: title 2 names for 1 value
#: happened `first, last` takes 2 values and was given 1. They come from `"Ann".split()`.
#: hint Check what the text looks like, and at what it is split.

#: case the keys of a dict
ages = {"Ann": 31}
for name, age in ages:
    print(name)
#: at 2:4 name, age
#: title 2 names for more values
#: happened `name, age` takes 2 values and was given more. They come from an item of `ages`.
#: hint Going through a dict gives its keys; for keys with their values use `ages.items()`.

#: case positions and items
xs = [5, 6]
for i, x in xs:
    print(i, x)
#: at 2:4 i, x
#: title A whole number (`int`) cannot be taken apart into names
#: happened `i, x` takes one value each from a list, tuple or other sequence. They come from an item of `xs`.
#: hint For positions with their items, go through `enumerate(…)`.

#: case removing what is not there
xs = [1, 2]
xs.remove(3)
#: at 2:0 xs.remove(3)
#: title `3` is not in `xs`, so it cannot be removed
#: happened `xs` was `[1, 2]`.
#: hint Ask first: `if 3 in xs:`

#: case the index of what is not there
print([1, 2].index(3))
#: at 1:6 [1, 2].index(3)
#: title `3` is not in `[1, 2]`, so it has no index there
#: happened `index` finds only what is there.
#: hint Ask first: `if 3 in [1, 2]:`

#: case a part that is not there
print("hello".index("z"))
#: at 1:6 "hello".index("z")
#: title The text `"hello"` does not contain `'z'`
#: happened `index` finds only what is there.
#: hint `find` gives -1 instead of raising when there is nothing to find.

#: case the largest of nothing
scores = []
print(max(scores))
#: at 2:6 max(scores)
#: title `max` was given nothing to choose from
#: happened `scores` was `[]`, in which there is no largest item.
#: hint Check that it is not empty before, or pass a value for that case: `max(scores, default=…)`.

#: case a step of nothing
for i in range(0, 10, 0):
    print(i)
#: at 1:9 range(0, 10, 0)
#: title The step of a range is 0
#: happened `range(0, 10, 0)` would never move on.
#: hint Use 1 to count up, -1 to count down.

#: case the root of a negative number
import math

n = -4
math.sqrt(n)
#: at 4:0 math.sqrt(n)
#: title `math.sqrt` is not defined for the number it was given
#: happened Python says: `expected a nonnegative input, got -4.0`. `n` was `-4`.
#: hint Check the number before, or find out why it is what it is.

#: case the average of nothing
def mean(xs):
    return sum(xs) / len(xs)


mean([])
#: at 2:11 sum(xs) / len(xs)
#: title `len(xs)` is 0, and nothing can be divided by 0
#: happened `sum(xs) / len(xs)` divides by `len(xs)`. `xs` is empty.
#: hint Decide what the result should be when `xs` is empty.

#: case a loop from zero
for n in range(3):
    print(10 // n)
#: at 2:10 10 // n
#: title `n` is 0, and nothing can be divided by 0
#: happened `10 // n` divides by `n`. `n` comes from `range(3)`, which begins with 0.
#: hint Let the range begin at 1: `range(1, …)`.

#: case a divisor that became zero
a, b = 3, 3
print(1 / (a - b))
#: at 2:6 1 / (a - b)
#: title `a - b` is 0, and nothing can be divided by 0
#: happened `1 / (a - b)` divides by `a - b`. `a` was `3` and `b` was `3`.
#: hint Decide what the result should be when `a - b` is 0, and check for it before.

#: case a remainder
n = 0
print(10 % n)
#: at 2:6 10 % n
#: title `n` is 0, and nothing can be divided by 0
#: happened `10 % n` takes the remainder of a division by `n`.
#: hint Decide what the result should be when `n` is 0, and check for it before.

#: case too large
print(10.0 ** 400)
#: at 1:6 10.0 ** 400
#: title The result is too large for a decimal number
#: happened `10.0 ** 400` would be more than a `float` can hold, about 10 to the 308.
#: hint Check whether the number should become this large; whole numbers have no such end.

#: case bytes in another encoding
b"caf\xe9".decode("utf-8")
#: at 1:0 b"caf\xe9".decode("utf-8")
#: title These bytes are no text in `utf-8`
#: happened The byte `0xe9` at position 3 does not belong into `utf-8`.
#: hint Decode them with the encoding they were written in, such as `latin-1`.

#: case letters that an encoding lacks
"größe".encode("ascii")
#: at 1:0 "größe".encode("ascii")
#: title `ascii` cannot write the letter `'ö'`
#: happened It is at position 2 of the text.
#: hint Use `utf-8`, which can write every letter.
