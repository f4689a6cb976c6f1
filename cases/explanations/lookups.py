#: case an index past the end
xs = [1, 2, 3]
i = 3
print(xs[i])
#: at 3:6 xs[i]
#: title `xs[i]` is past the end of `xs`
#: happened `xs` has 3 items, so its last index is 2; `i` was `3`.
#: hint Indexes count from 0: the last one is `xs[2]`, or `xs[-1]`.

#: case a range that is one too long
def total(xs):
    result = 0
    for i in range(len(xs) + 1):
        result += xs[i]
    return result

total([1, 2])
#: at 4:18 xs[i]
#: title `xs[i]` is past the end of `xs`
#: happened `xs` has 2 items, so its last index is 1; `i` was `2`.
#: hint `range(len(xs) + 1)` goes one too far for an index: `range(len(xs))` stops at the last one.

#: case looking one ahead
def rising(xs):
    for i in range(len(xs)):
        if xs[i] > xs[i + 1]:
            return False
    return True

rising([1, 2, 3])
#: at 3:19 xs[i + 1]
#: title `xs[i + 1]` is past the end of `xs`
#: happened `xs` has 3 items, so its last index is 2; `i + 1` was `3`.
#: hint In its last rounds `i` is the last index, and `i + 1` is past it: let the loop end earlier.

#: case a while loop that goes one too far
xs = [4, 5]
i = 0
while i <= len(xs):
    print(xs[i])
    i += 1
#: at 4:10 xs[i]
#: title `xs[i]` is past the end of `xs`
#: happened `xs` has 2 items, so its last index is 1; `i` was `2`.
#: hint `i <= len(xs)` lets it become `len(xs)`, one too far: compare with `<`.

#: case an empty list
names = []
first = names[0]
#: at 2:8 names[0]
#: title `names` is empty, so `names[0]` is not there
#: happened `names` was `[]`, which has nothing at any index.
#: hint Check that `names` is not empty before, for example with `if names:`

#: case before the beginning
word = "abc"
print(word[-4])
#: at 2:6 word[-4]
#: title `word[-4]` is before the beginning of `word`
#: happened `word` has 3 letters, so its lowest index is -3; -4 was asked for.
#: hint A negative index counts back from the end: -1 is the last.

#: case inside a comprehension
xs = [1, 2]
ys = [xs[i] for i in range(4)]
#: at 2:6 xs[i]
#: title `xs[i]` is outside of `xs`
#: happened `xs` has 2 items, so its last index is 1; `i` was another number.
#: hint `i` comes from `range(4)`: check how far that goes.

#: case items taken for positions
xs = [10, 20]
for x in xs:
    print(xs[x])
#: at 3:10 xs[x]
#: title `xs[x]` is past the end of `xs`
#: happened `xs` has 2 items, so its last index is 1; `x` was `10`.
#: hint `x` is an item of `xs`, not a position; for positions use `range(len(xs))` or `enumerate`.

#: case assigning past the end
squares = []
for n in range(3):
    squares[n] = n * n
#: at 3:4 squares[n]
#: title `squares` is empty, so there is no `squares[n]` to replace
#: happened An assignment to an index replaces an item that is there. `n` was `0`.
#: hint To add an item at the end, use `squares.append(…)`.

#: case an inner list
grid = [[1, 2], [3, 4]]
row, column = 0, 2
print(grid[row][column])
#: at 3:6 grid[row][column]
#: title `grid[row][column]` is past the end of `grid[row]`
#: happened `grid[row]` has 2 items, so its last index is 1; `column` was `2`.
#: hint Indexes count from 0: the last one is `grid[row][1]`, or `grid[row][-1]`.

#: case an attribute's list
class Deck:
    def __init__(self):
        self.cards = ["ace"]

    def second(self):
        return self.cards[1]

Deck().second()
#: at 6:15 self.cards[1]
#: title `self.cards[1]` is past the end of `self.cards`
#: happened `self.cards` has 1 item, so its last index is 0; 1 was asked for.
#: hint Indexes count from 0: the last one is `self.cards[0]`, or `self.cards[-1]`.

#: case popping from an empty list
stack = [1]
stack.pop()
stack.pop()
#: at 3:0 stack.pop()
#: title `stack` is empty, so there is nothing to `pop`
#: happened Line 3 takes an item out of `stack`, which has none left.
#: hint Check that `stack` is not empty before.

#: case the result of a call
def parts(text):
    return text.split(",")

print(parts("a,b")[2])
#: at 4:6 parts("a,b")[2]
#: title `parts("a,b")[2]` is past the end
#: happened `parts("a,b")` is a list that has nothing at this index.
#: hint Look at what `parts("a,b")` is: keep it in a variable, and the trace shows it.

#: case letters that take two places
wörter = ["größe"]
print("größe", wörter[1])
#: at 2:15 wörter[1]
#: title `wörter[1]` is past the end of `wörter`
#: happened `wörter` has 1 item, so its last index is 0; 1 was asked for.
#: hint Indexes count from 0: the last one is `wörter[0]`, or `wörter[-1]`.
