#: case a missing argument
def area(width, height):
    return width * height


area(3)
#: at 5:0 area(3)
#: title The call of `area` does not give `height`
#: happened `area(3)` passes 1 argument. `area` (line 1) takes `width` and `height`.
#: hint Pass `height` too, or give it a default value in the `def`.

#: case too many arguments
def square(x):
    return x * x


square(2, 3)
#: at 5:0 square(2, 3)
#: title The call of `square` passes too many arguments
#: happened It passes 2 arguments, and `square` takes 1. `square` (line 1) takes `x`.
#: hint Leave out what is too much, or give the function another parameter.

#: case a method without self
class Dog:
    def bark():
        return "wuff"


Dog().bark()
#: at 6:0 Dog().bark()
#: title The method `bark` does not take the object itself
#: happened Python passes the object as first argument of a method; line 2 has no parameter for it.
#: hint Begin its parameters with `self`.

#: case on the class instead of an object
class Dog:
    def bark(self):
        return "wuff"


Dog.bark()
#: at 6:0 Dog.bark()
#: title `bark` is called on the class `Dog`, not on an object
#: happened So nothing stands for `self`, and `self` is missing.
#: hint Make an object first, `Dog(…)`, and call its `bark`.

#: case an unknown keyword
def greet(name):
    return name


greet(nam="Ann")
#: at 5:0 greet(nam="Ann")
#: title `greet` has no parameter named `nam`
#: happened `greet(nam="Ann")` passes a value by that name. `greet` (line 1) takes `name`.
#: hint If `name` is meant, correct the spelling.

#: case a value twice
def f(a, b):
    return a


f(1, a=2)
#: at 5:0 f(1, a=2)
#: title The call of `f` gives `a` two values
#: happened `f(1, a=2)` gives it one by position and one by name. `f` (line 1) takes `a` and `b`.
#: hint Leave one of the two out.

#: case no initialiser
class Point:
    def _init_(self, x):
        self.x = x


Point(3)
#: at 6:0 Point(3)
#: title `Point` takes no arguments
#: happened `Point(3)` passes 1 argument, and `Point` (line 1) has no `__init__` to take them.
#: hint Rename `_init_` to `__init__`.

#: case a missing argument of an initialiser
class Point:
    def __init__(self, x, y):
        self.x = x


Point(3)
#: at 6:0 Point(3)
#: title The call of `Point` does not give `y`
#: happened `Point(3)` passes 1 argument. `__init__` (line 2) takes `x` and `y`.
#: hint Pass `y` too, or give it a default value in the `def`.

#: case a name that hides a function
sum = 0
for x in [1, 2]:
    sum += x
print(sum([1]))
#: at 4:6 sum([1])
#: title `sum` is a whole number (`int`) and cannot be called
#: happened `sum` is also the name of one of Python's own functions. Line 3 gave that name another value. `sum` was `3`.
#: hint Use another name for the value, so that `sum` stays the function.

#: case a list that is called
xs = [1, 2]
print(xs(0))
#: at 2:6 xs(0)
#: title `xs` is a `list` and cannot be called
#: happened The parentheses after `xs` ask to call it. `xs` was `[1, 2]`.
#: hint For an item of it, use square brackets: `xs[…]`.

#: case a missing comma
pairs = [(1, 2) (3, 4)]
#: at 1:9 (1, 2) (3, 4)
#: title A comma is missing after `(1, 2)`
#: happened Parentheses right after a value mean a call, and a `tuple` cannot be called.
#: hint Put a comma between the two.

#: case too much for append
xs = []
xs.append(1, 2)
#: at 2:0 xs.append(1, 2)
#: title `append` was given too many arguments
#: happened It was given 2; it takes 1.
#: hint To append several items at once, use `extend` with a list of them.

#: case an abstract class
from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        ...


class Square(Shape):
    pass


Square()
#: at 14:0 Square()
#: title `Square` cannot make objects, for it lacks `area`
#: happened A class above it asks for `area` with `@abstractmethod`, and `Square` does not define it.
#: hint Define `area` in `Square`.
