"""Files that are not there, and input that is used up."""

from tracemend.explaining.telling import Told, code


def explain_missing(scene):
    """A FileNotFoundError."""
    name = scene.exception.filename
    if type(name) is not str:
        return None
    return Told(
        f"There is no file {code(name)} here",
        f"Line {scene.level.line} opens it. The program runs apart from your computer and sees "
        "none of its files.",
        "Check the name, or let the program write the file before it reads it.",
    )


def explain_input(scene):
    """An EOFError of `input`."""
    if scene.message != "EOF when reading a line":
        return None
    return Told(
        "The program asks for input, and there is no more",
        f"Line {scene.level.line} waits for a line of input. All lines that the test gives were "
        "read already, or it gives none.",
        f"Give each test its input after {code('--- stdin')}, one line for each {code('input()')}; "
        "a function gets its values by its parameters.",
    )
