"""Values of two interpreters that stay the same values: each container that both know has a number,
and each message carries what changed in those since the one before.

A form is `[tag, content]`: a scalar's (see `plain.py`), `["at", number]` for a container, or one
that the owner of the heap makes for what else it knows. One of the two interpreters runs at a time,
so that the other's containers cannot change meanwhile.
"""

import sys

from tracemend.judging.containers import BY_KIND, BY_TAG
from tracemend.judging.plain import (
    Malformed,
    NotPlain,
    is_scalar,
    read_scalar,
    size_of,
    write_scalar,
)

MAX_DEPTH = 100
# Values, characters and digits of one message, together.
MAX_SIZE = 2_000_000

JUDGE, PROGRAM = 0, 1


class Heap:
    """The containers of one side, `JUDGE` or `PROGRAM`.

    `form_of_other(value, form_of)` writes values that are neither scalars nor containers, or raises
    NotPlain; `value_of_other(tag, content, value_of)` reads them.
    """

    def __init__(self, side, form_of_other, value_of_other):
        self._form_of_other = form_of_other
        self._value_of_other = value_of_other
        self._side = self._next = side
        self._objects = {}
        self._numbers = {}
        self._contents = {}
        self._forgotten = []
        probe = {0: []}
        self._unused = sys.getrefcount(probe[0])

    def send(self, values):
        """`(forms, changes)`: of the values, and of what the other side does not know yet.

        Raises NotPlain, and then remembers nothing of the values.
        """
        sending = _Sending(self, self._form_of_other)
        for number, value in list(self._objects.items()):
            if BY_KIND[type(value)].fill is not None:
                sending.add(number, value)
        forms = [sending.form_of(value, 0) for value in values]
        changes = sending.changes()
        self._next = sending.next
        for number, value in sending.new.items():
            self._objects[number] = value
            self._numbers[id(value)] = number
        self._contents.update((number, form) for number, form in sending.contents.items())
        return forms, changes

    def receive(self, forms, changes):
        """The values of the forms, after the changes were made. Raises Malformed."""
        try:
            contents = dict(changes)
            receiving = _Receiving(self, contents, self._value_of_other)
            receiving.make_all()
            values = [receiving.value_of(form) for form in forms]
            receiving.fill_all()
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise Malformed("this is no value in canonical form") from error
        except RecursionError:
            raise Malformed("this is nested too deep") from None
        self._contents.update(contents)
        return values

    def forget_unused(self):
        """Numbers of all containers so far that nothing but this heap referred to."""
        while True:
            unused = [
                number
                for number in self._objects
                if sys.getrefcount(self._objects[number]) <= self._unused
            ]
            self.forget(unused)
            self._forgotten.extend(unused)
            if not unused:
                return self._forgotten

    def forget(self, numbers):
        """Give up containers; numbers that are not known any more are no matter."""
        for number in numbers:
            if number in self._objects:
                del self._numbers[id(self._objects[number])]
                del self._objects[number]
                self._contents.pop(number, None)

    def number_of(self, value):
        return self._numbers.get(id(value))

    def content_of(self, number):
        return self._contents.get(number)

    def holds(self, number):
        return number in self._objects

    def would_change(self, changes):
        """Whether one of the changes is of a container known here."""
        return any(number in self._objects for number, _ in changes)

    def may_receive(self, number):
        """Whether a change is of a container known here, or a new one of the other side's."""
        return number in self._objects or number % 2 != self._side

    def value_at(self, number):
        return self._objects[number]

    def keep(self, number, value):
        self._objects[number] = value
        self._numbers[id(value)] = number

    @property
    def next(self):
        return self._next


class _Sending:
    """One message under way: nothing of it is in the heap yet."""

    def __init__(self, heap, form_of_other):
        self._heap = heap
        self._form_of_other = form_of_other
        self._room = MAX_SIZE
        self.next = heap.next
        self.new = {}
        self._fresh = {}
        self.contents = {}

    def form_of(self, value, depth):
        if is_scalar(value):
            form = write_scalar(value)
            self._spend(size_of(form))
            return form
        if type(value) not in BY_KIND:
            self._spend(1)
            return self._form_of_other(value, lambda part: self.form_of(part, depth + 1))
        number = self._heap.number_of(value)
        if number is None:
            number = self._fresh.get(id(value))
        if number is None:
            number, self.next = self.next, self.next + 2
            self.new[number] = value
            self._fresh[id(value)] = number
            self.add(number, value, depth)
        return ["at", number]

    def add(self, number, value, depth=0):
        """Write what a container holds."""
        self._spend(1)
        if depth >= MAX_DEPTH:
            raise NotPlain(f"the value is nested more than {MAX_DEPTH} levels deep")
        container = BY_KIND[type(value)]
        content = container.write(value, lambda item: self.form_of(item, depth + 1))
        self.contents[number] = [container.tag, content]

    def changes(self):
        return [
            [number, form]
            for number, form in self.contents.items()
            if not _is_known(form, self._heap.content_of(number))
        ]

    def _spend(self, size):
        self._room -= size
        if self._room < 0:
            raise NotPlain("the value is too large to be carried")


def _is_known(form, before):
    if before is None:
        return False
    return form[0] == before[0] and BY_TAG[form[0]].holds_alike(form[1], before[1])


class _Receiving:
    """One message being read: new containers are made first and filled last, for they may hold each
    other.
    """

    def __init__(self, heap, contents, value_of_other):
        self._heap = heap
        self._pending = {
            number: form for number, form in contents.items() if heap.may_receive(number)
        }
        self._value_of_other = value_of_other
        self._unfilled = []

    def make_all(self):
        for number in list(self._pending):
            self._at(number)
        self.fill_all()

    def fill_all(self):
        while self._unfilled:
            value, container, content = self._unfilled.pop(0)
            container.fill(value, content, self.value_of)

    def value_of(self, form):
        if type(form) is not list or len(form) != 2:
            raise Malformed("this is no value in canonical form")
        tag, content = form
        if tag == "at":
            return self._at(content)
        if tag in BY_TAG:
            return self._made(BY_TAG[tag], content)
        other = self._value_of_other(tag, content, self.value_of)
        return read_scalar(tag, content) if other is NotImplemented else other

    def _at(self, number):
        if type(number) is not int:
            raise Malformed("a number was expected")
        if number not in self._pending:
            return self._heap.value_at(number)
        tag, content = self._pending[number]
        container = BY_TAG[tag]
        if self._heap.holds(number):
            del self._pending[number]
            value = self._heap.value_at(number)
            if type(value) is not container.kind or container.fill is None:
                raise Malformed("a container became another one")
            self._unfilled.append((value, container, content))
            return value
        if container.fill is not None:
            del self._pending[number]
        value = self._made(container, content)
        self._pending.pop(number, None)
        self._heap.keep(number, value)
        return value

    def _made(self, container, content):
        value = container.make(content, self.value_of)
        if container.fill is not None:
            self._unfilled.append((value, container, content))
        return value
