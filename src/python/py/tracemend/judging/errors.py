"""Exceptions of the program in the judge's interpreter: classes to catch, with the same bases."""

import ast
import builtins
import sys

from tracemend.judging.remote import state_of


class ErrorClasses:
    """The program's exception classes, each with a real one here, and what it raised so far."""

    def __init__(self):
        self._numbers = {}
        self._raised = []

    def define(self, number, description, value_of):
        """A new exception class like the program's."""
        bases = tuple(value_of(form) for form in description["bases"])
        kind = _new_class(str(description["name"]), _exceptions_among(bases))
        kind.__getattr__ = lambda error, name: self._attribute(error, name)
        kind.__str__ = lambda error: self._message(error)
        self._numbers[kind] = number
        return kind

    def standard(self, path):
        """A class of the standard library, if the test has its module, or else one like it."""
        module, _, name = path.partition(":")
        # Those of unittest are no failures to it: to skip a test would be to pass it.
        is_known = module in sys.modules and not module.startswith("unittest")
        kind = vars(sys.modules[module]).get(name) if is_known else None
        if isinstance(kind, type) and issubclass(kind, BaseException):
            return kind
        return _new_class(name, [Exception])

    def form_of(self, value):
        """The form of one of the classes, or of an exception that the program raised."""
        if isinstance(value, type):
            number = self._numbers.get(value)
            return None if number is None else ["live", number]
        if isinstance(value, BaseException):
            remote = self._remote_of(value)
            return None if remote is None else state_of(remote).form
        return None

    def reply_of(self, error):
        """The reply that made this exception, or None when the test's own code raised it."""
        for raised, reply, _ in self._raised:
            if raised is error:
                return reply
        return None

    def exception(self, reply, kind, remote, attributes, args):
        """The exception that a reply tells of."""
        if isinstance(kind, type) and issubclass(kind, BaseException):
            error = _made(kind, args)
            if isinstance(attributes, dict):
                vars(error).update(attributes)
        else:
            error = _like(reply)
        self._raised.append((error, reply, remote))
        return error

    def _remote_of(self, error):
        for raised, _, remote in self._raised:
            if raised is error:
                return remote
        return None

    def _attribute(self, error, name):
        remote = self._remote_of(error)
        if remote is None or name.startswith("__"):
            raise AttributeError(name)
        return getattr(remote, name)

    def _message(self, error):
        reply = self.reply_of(error)
        return BaseException.__str__(error) if reply is None else reply["message"]


def _made(kind, args):
    try:
        if kind.__module__ == "program":
            # Its `__init__` is the program's.
            error = kind.__new__(kind, *args)
            error.args = tuple(args)
            return error
        return kind(*args)
    except TypeError:
        pass
    error = kind.__new__(kind)
    error.args = tuple(args)
    return error


def _exceptions_among(bases):
    return [base for base in bases if isinstance(base, type) and issubclass(base, BaseException)]


def _like(reply):
    """An exception like the program's: the builtin class of that name, or a new class with its
    builtin bases.
    """
    name, message = reply["type"], reply["message"]
    bases = [kind for base in reply["bases"] if (kind := _builtin_exception(base))]
    known = _builtin_exception(name)
    kind = known if known in bases else _new_class(name, bases)
    try:
        return kind(_key(message)) if issubclass(kind, KeyError) else kind(message)
    except TypeError:
        # Some, UnicodeDecodeError for one, need more than a message.
        return _new_class(name, [Exception])(message)


def _key(message):
    """The missing key that the message of a KeyError shows."""
    try:
        return ast.literal_eval(message)
    except ValueError, SyntaxError:
        return message


def _new_class(name, bases):
    nearest = [
        base
        for base in bases
        if not any(issubclass(kind, base) for kind in bases if kind is not base)
    ]
    for parents in (nearest, bases[:1], [Exception]):
        try:
            return type(name, tuple(parents or [Exception]), {"__module__": "program"})
        except TypeError, ValueError:
            continue
    return Exception


def _builtin_exception(name):
    kind = getattr(builtins, name, None)
    is_exception = isinstance(kind, type) and issubclass(kind, BaseException)
    return kind if is_exception else None
