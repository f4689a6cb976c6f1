"""What Python means by each of its exceptions, in one sentence."""

_MEANINGS = {
    "AssertionError": "an `assert` checked something that was not so.",
    "AttributeError": "a value was asked for something after a dot that it does not have.",
    "EOFError": "the program asked for more input than there was.",
    "FileNotFoundError": "a file was opened that is not there.",
    "ImportError": "a module was found, but not the name that was to be imported from it.",
    "IndexError": "a position in a sequence was asked for that the sequence does not have.",
    "KeyError": "a dict, or a set, was asked for a key that it does not hold.",
    "ModuleNotFoundError": "no module of that name can be imported here.",
    "NameError": "a name was used that nothing had been given yet.",
    "NotImplementedError": "a piece of the program is still to be written.",
    "OverflowError": "a number grew larger than its kind can hold.",
    "RecursionError": "functions called each other, or themselves, too many levels deep.",
    "RuntimeError": "something was done at a time when it is not allowed.",
    "StopIteration": "an iterator was asked for another item when it had no more.",
    "TypeError": "something was done with a value of a kind that does not allow it.",
    "UnboundLocalError": "a function used a variable of its own before giving it a value.",
    "UnicodeDecodeError": "bytes were read as text in an encoding that they are not in.",
    "UnicodeEncodeError": "a text has letters that the chosen encoding cannot write.",
    "ValueError": "a value is of the right kind, but cannot be used for this.",
    "ZeroDivisionError": "a number was divided by zero.",
}


def meaning_of(exception):
    """The sentence for a built-in exception's own class; None for any other."""
    kind = type(exception)
    if type.__getattribute__(kind, "__module__") != "builtins":
        return None
    name = type.__getattribute__(kind, "__name__")
    meaning = _MEANINGS.get(name)
    if meaning is None:
        return None
    start = "An" if name.startswith(("A", "E", "I", "O")) else "A"
    return f"{start} `{name}` says that {meaning}"
