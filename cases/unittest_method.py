class Stack:
    def __init__(self):  # (1) self=Stack();
        self.items = []  # (2) self=Stack(items=[]); __return__=None;

    def push(self, item):  # (5) self=Stack(items=[]); item=1; (7) self=Stack(items=[1]); item=2;
        self.items.insert(0, item)  # (6) self=Stack(items=[1]); __return__=None; (8) self=Stack(items=[2, 1]); __return__=None;
#: tests
import unittest


class StackTest(unittest.TestCase):
    def setUp(self):  # (0) self=<StackTest testMethod=test_push>;
        self.stack = Stack()  # (3) __return__=None;

    def test_push(self):  # (4) self=<StackTest testMethod=test_push>;
        self.stack.push(1)
        self.stack.push(2)
        self.assertEqual(self.stack.items, [1, 2])  # (9) __exception__=AssertionError('Lists differ: [2, 1] != [1, 2]\n\nFirst differing element 0:\n2\n1\n\n- [2, 1]\n+ [1, 2]');
#: ends raised AssertionError
