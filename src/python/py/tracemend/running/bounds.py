"""The two texts that are the user's, and the exceptions by which our bounds end a program."""

PROGRAM = "<program>"
TESTS = "<tests>"
# File name of a code object to the place that `trace.ts` names.
PLACES = {PROGRAM: "program", TESTS: "tests"}
# Where the program runs, and where the files and modules are that it was given.
FOLDER = "/program"


def is_users(filename):
    """Whether a code object's file is one of the two texts, or a module beside them."""
    return filename in PLACES or filename.startswith(FOLDER + "/")


class Stopped(KeyboardInterrupt):
    """One of our bounds ended the program.

    It is a KeyboardInterrupt, so that unittest and doctest let it through.
    """


class DeadlinePassed(Stopped):
    """The seconds of the run are over."""


class OutputLimit(Stopped):
    """The program printed more than is kept."""


class QuietCallEnded(BaseException):
    """A call into user code made by `quietly` took too long."""
