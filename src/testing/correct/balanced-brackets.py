# title: Balanced brackets
# kind: strings
# instruction: Tell whether each bracket of text is closed by its partner, in order.

def balanced(text):
    partners = {")": "(", "]": "[", "}": "{"}
    open_ones = []
    for mark in text:
        if mark in "([{":
            open_ones.append(mark)
        elif mark in partners:
            if not open_ones or open_ones.pop() != partners[mark]:
                return False
    return not open_ones

# --- tests
assert balanced("(a[b]{c})")
assert not balanced("(]")
assert not balanced("((")
assert balanced("")
assert not balanced(")(")
