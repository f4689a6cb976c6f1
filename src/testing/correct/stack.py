# title: Stack
# kind: classes
# instruction: A stack with a bound: push says whether there was room, pop gives the last value or None.

class Stack:
    def __init__(self, room):
        self.room = room
        self.items = []

    def push(self, item):
        if len(self.items) >= self.room:
            return False
        self.items.append(item)
        return True

    def pop(self):
        if not self.items:
            return None
        return self.items.pop()

# --- tests
def test_last_in_first_out():
    stack = Stack(3)
    stack.push(1)
    stack.push(2)
    assert stack.pop() == 2
    assert stack.pop() == 1

def test_room():
    stack = Stack(1)
    assert stack.push("a")
    assert not stack.push("b")
    assert stack.items == ["a"]

def test_empty():
    assert Stack(1).pop() is None
