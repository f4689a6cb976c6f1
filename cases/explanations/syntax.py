#: case a missing colon
if 1 == 1
    print("one")
#: at 1:8 1
#: title A `:` is missing
#: happened What begins with `if` ends with a `:`; its block comes after that.
#: hint Put a `:` at the end of line 1.

#: case a missing colon before the block on the same line
for i in range(3) print(i)
#: at 1:17  
#: title A `:` is missing
#: happened What begins with `for` ends with a `:`; its block comes after that.
#: hint Put a `:` before `print`.

#: case an open bracket
print((1 + 2)
x = 3
#: at 1:5 (
#: title `(` is not closed
#: happened Line 1 opens it, and no `)` closes it.
#: hint Put a `)` at the end of line 1.

#: case an open bracket before a colon
if (1 == 1:
    print(1)
#: at 1:3 (
#: title `(` is not closed
#: happened Before the `:` a `)` is missing.
#: hint Put a `)` before the `:`.

#: case the wrong bracket
x = [1, (2, 3]
#: at 1:13 ]
#: title `]` cannot close `(`
#: happened The bracket that is open here is the `(` of this line.
#: hint Put a `)` before `]`.

#: case one bracket too many
print(1))
#: at 1:8 )
#: title This `)` closes nothing
#: happened No `(` is open here.
#: hint Remove it, or add the `(` that it should close.

#: case an open text
s = "abc
#: at 1:4 "abc
#: title A text is not closed
#: happened Line 1 opens a text with `"` and ends before it is closed.
#: hint Close it with `"`; a text over several lines needs three quotes at each end.

#: case different quotes
s = "abc'
#: at 1:4 "abc'
#: title A text is not closed
#: happened It begins with `"` and ends with `'`: both must be the same.
#: hint Use `"` at both ends, or `'` at both.

#: case an apostrophe
s = 'it's here'
#: at 1:7 's
#: title The `'` inside the text ends it
#: happened Python reads `'it'` as the whole text, and does not know what to do with `s` behind it.
#: hint Put the text between `"`, or write `\'` inside it.

#: case three quotes
s = """abc
x = 1
#: at 1:4 """
#: title A text with three quotes is not closed
#: happened Line 1 opens it, and everything from there to the end of the text belongs to it.
#: hint Put the same three quotes where it should end.

#: case a curly quote
print(“hello”)
#: at 1:6 “
#: title `“` is no quote of Python's
#: happened It is a curly quote, as word processors and web pages write them.
#: hint Replace it, and the one at the other end, by the plain `"`.

#: case a dash that is no minus
x = 3 – 1
#: at 1:6 –
#: title `–` is no sign of Python's
#: happened It only looks like one; it is the character U+2013, often copied from a web page or document.
#: hint Type `-` in its place.

#: case one equals sign
x = 1
if x = 1:
    print(x)
#: at 2:5 =
#: title `=` gives a value; to compare, Python has `==`
#: happened Where `=` stands on line 2, only a comparison makes sense.
#: hint Write `==` in its place.

#: case an assignment the wrong way round
x = 1
5 = x
#: at 2:0 5
#: title `5` cannot be given a value
#: happened What gets a value is a name, an item or an attribute; `5` is a fixed value.
#: hint If `x` is to get the value, write `x = 5`; to compare, write `==`.

#: case an assignment to a call
len("a") = 3
#: at 1:0 len("a")
#: title `len("a")` cannot be given a value
#: happened What gets a value is a name, an item or an attribute; `len("a")` is the result of a call.
#: hint Put a name on the left of `=`; to compare, write `==`.

#: case indented too far
x = 1
    y = 2
#: at 2:0     
#: title This line is indented too far
#: happened Line 2 begins 4 blanks further to the right than line 1, and nothing before it begins a block.
#: hint Let it begin where the lines of its block begin.

#: case not indented
for i in range(3):
print(i)
#: at 2:0 print(i)
#: title The block of the `for` of line 1 is not indented
#: happened Line 2 comes after a `:` and should belong to it.
#: hint Begin line 2 four blanks further to the right than line 1.

#: case lined up with nothing
if True:
    x = 1
  y = 2
#: at 3:0   
#: title This line lines up with no line before it
#: happened Line 3 begins after 2 blanks; the lines before it begin after 0, 4.
#: hint Let it begin exactly where the block begins that it belongs to.

#: case tabs and blanks
if True:
	x = 1
        y = 2
#: at 3:0         
#: title Tabs and blanks are mixed
#: happened Line 3 is indented with other characters than the lines before it, so Python cannot tell how far.
#: hint Use four blanks for each level everywhere; most editors can convert tabs.

#: case no block
def f():
#: at 1:0 def f():
#: title The `def` of line 1 has no block
#: happened After its `:` must stand at least one indented line.
#: hint Write its block below it; `pass` stands for doing nothing.

#: case else if
x = 1
if x:
    pass
else if x > 2:
    pass
#: at 4:0 else if
#: title `else if` is written `elif` in Python
#: happened After `else` Python expects a `:`.
#: hint Write `elif` in its place.

#: case else without if
x = 1
else:
    x = 2
#: at 2:0 else
#: title This `else` belongs to nothing
#: happened An `else` continues `if`, `for`, `while` or `try`, and lines up with it; there is none that it could continue here.
#: hint Remove it, or add what it belongs to.

#: case counting up
i = 0
i++
#: at 2:1 ++
#: title Python has no `++`
#: happened To count up, a new value is assigned.
#: hint Write `i += 1` on a line of its own.

#: case and of another language
x = y = 1
if x && y:
    pass
#: at 2:5 &&
#: title `&&` is written `and` in Python
#: happened Python has no `&&`.
#: hint Write `and` in its place.

#: case a keyword as a name
class = "7b"
#: at 1:0 class
#: title `class` cannot be a name
#: happened It is a word of Python's own, with a meaning of its own.
#: hint Choose another name, for example `class_`.

#: case a misspelt keyword
whille True:
    break
#: at 1:0 whille
#: title `whille` is not a word of Python's
#: happened With `while` in its place Python can read the line.
#: hint Write `while`.

#: case a misspelt return
def f():
    retrun 3
#: at 2:4 retrun
#: title `retrun` is not a word of Python's
#: happened With `return` in its place Python can read the line.
#: hint Write `return`.

#: case print without parentheses
print "hello"
#: at 1:0 print "hello"
#: title `print` needs parentheses
#: happened `print` is a function, and what it is given stands in parentheses; without them is how Python 2 wrote it.
#: hint Write `print("hello")`.

#: case missing commas
xs = [1 2 3]
#: at 1:6 1 2 3
#: title Commas are missing
#: happened `1` and `2` stand side by side with nothing between them, and so do others after them.
#: hint Put a comma between every two of them.

#: case a missing comma in a dict
d = {"a": 1 "b": 2}
#: at 1:10 1 "b"
#: title A comma is missing
#: happened `1` and `"b"` stand side by side with nothing between them.
#: hint Put a comma, or what else belongs there, after `1`.

#: case nothing behind an operator
x = 3 +
#: at 1:6 +
#: title After `+` something is missing
#: happened `+` needs a value behind it, and the line ends.
#: hint Add the value, or remove `+`.

#: case a comma too many
xs = [1,,2]
#: at 1:8 ,
#: title There is nothing before this comma
#: happened A comma stands between two values; before this one comes only `,`.
#: hint Remove the comma, or add the value.

#: case an f-string
x = 1
print(f"{x")
#: at 2:6 f"{x"
#: title A `{` in the f-string is not closed
#: happened In an f-string an expression stands between braces.
#: hint Close it with `}`; for a brace as a letter, write it twice, `{{`.

#: case return outside
return 3
#: at 1:0 return 3
#: title This `return` stands outside of a function
#: happened Only the block of a `def` can have a `return`; line 1 is indented as if it stood outside of any.
#: hint Indent it into the function that it belongs to.

#: case break outside
if True:
    break
#: at 2:4 break
#: title This `break` stands outside of a loop
#: happened `break` leaves a loop, and line 2 is in the block of none.
#: hint Indent it into a `for` or `while`; to leave a function, use `return`.

#: case an argument without a name
print(sep="", "a")
#: at 1:14 "a"
#: title An argument without a name comes after one with a name
#: happened In a call the arguments by position come first, then those as `name=value`.
#: hint Move it before the named ones, or give it its name too.

#: case zeros first
x = 007
#: at 1:4 007
#: title A whole number does not begin with 0
#: happened In `007` the zeros at the beginning are not allowed.
#: hint Write `7`; as a text, with its zeros, `'007'`; as an octal number `0o7`.

#: case a name that begins with a digit
2nd = 3
#: at 1:0 2nd
#: title `2nd` is neither a number nor a name
#: happened A name cannot begin with a digit, and a number cannot go on with letters.
#: hint To multiply, write `2 * nd`; for a name, begin with a letter; for a text, put it in quotes.

#: case a walrus on its own line
x := 3
#: at 1:2 :=
#: title `:=` is for inside of expressions
#: happened A line that only gives a variable a value has a plain sign.
#: hint Write `=` in its place.

#: case def without parentheses
def f:
    pass
#: at 1:4 f:
#: title The parentheses after `f` are missing
#: happened A `def` has parentheses for its parameters, also when there are none.
#: hint Write `def f():`.

#: case braces
while (True) {
    x = 1
}
#: at 1:13 {
#: title Python has no braces around blocks
#: happened A block begins with `:` and is what is indented below it.
#: hint Write `:` in place of `{`, and leave the closing brace out.

#: case a declaration
int x = 3
#: at 1:0 int
#: title Python has no `int` before a name
#: happened A variable begins with its first assignment; its kind is not declared.
#: hint Leave `int` out.

#: case a Windows path
path = "C:\Users\ann"
#: at 1:7 "C:\Users\ann"
#: title A backslash in this text begins something that is not finished
#: happened In a text `\U`, `\u`, `\x` and `\N` stand for one letter by its number or name; paths of Windows often contain one by accident.
#: hint Put an `r` before the text, `r"…"`, or write each backslash twice.

#: case a default before a parameter without
def f(a=1, b):
    pass
#: at 1:11 b
#: title A parameter without a default comes after one that has one
#: happened Python could not tell which of them an argument is for.
#: hint Move it before those with a default, or give it a default too.

#: case global too late
x = 1


def f():
    x = 2
    global x
#: at 6:4 global x
#: title `global x` comes too late
#: happened Before it the function has already assigned `x`.
#: hint Move it to the top of the function.

#: case a try alone
try:
    x = 1
y = 2
#: at 3:0 y = 2
#: title This `try` has no `except`
#: happened Before line 3 its block ends, and nothing says what to do when something goes wrong.
#: hint Add an `except …:` block below the `try` block.

#: case a dict's key without value
d = {"a": 1, "b"}
#: at 1:13 "b"
#: title A key of the dict has no value
#: happened Each key is followed by `:` and its value.
#: hint Add them, or remove the key.

#: case a lambda with return
f = lambda x: return x
#: at 1:14 return
#: title A `lambda` has no `return`
#: happened It gives the value of its expression by itself.
#: hint Leave `return` out.

#: case an exception of Python 2
raise ValueError, "no"
#: at 1:6 ValueError, "no"
#: title The message of an exception stands in parentheses
#: happened With a comma is how Python 2 wrote it.
#: hint Write `raise ValueError("no")`.
