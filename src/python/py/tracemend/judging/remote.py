"""Stand-ins in the judge's interpreter for the program's functions, classes and live objects. What
is done to one is asked of the program's interpreter, where the object stays.
"""

from tracemend.judging.operations import ARITHMETIC, COMPARISONS, UNARY

# Names that Python's own modules look up on any object, to copy it or to tell what it is.
_COPYING = ("__deepcopy__", "__copy__", "__reduce_ex__", "__reduce__", "__getstate__")


class State:
    """What the judge knows of a live object. `owner` is the `Replay`.

    `form` refers to it in asks. `own` names the special methods that its class defines, `base` says
    that it derives from a plain type. `made` says that the test made it, by calling a class;
    `is_class` that it is one which the test names.
    """

    def __init__(self, owner, form, type_name, own, base):
        self.owner = owner
        self.form = form
        self.type = type_name
        self.own = own
        self.base = base
        self.made = False
        self.is_class = False

    def ask(self, operation, *values, **named):
        return self.owner.operate(operation, self.form, values, named)

    def plain(self):
        """The value of an object that derives from a plain type, as that type."""
        return self.ask("plain")


class Remote:
    """A stand-in. Attributes, calls, items and operators go to the program's object."""

    __slots__ = ("_state",)

    def __init__(self, state):
        object.__setattr__(self, "_state", state)

    def __getattribute__(self, name):
        if name == "__class__":
            return Remote
        state = state_of(self)
        if name in _COPYING:
            raise state.owner.decline("the test copies an object of the program")
        state.owner.expect_object(state, name)
        return state.ask("getattr", name)

    def __setattr__(self, name, value):
        state_of(self).ask("setattr", name, value)

    def __delattr__(self, name):
        state_of(self).ask("delattr", name)

    def __call__(self, *args, **kwargs):
        state = state_of(self)
        return state.owner.call(state.form, args, kwargs, state.is_class)

    def __bool__(self):
        state = state_of(self)
        if "bool" in state.own or "len" in state.own or state.base:
            return state.ask("bool")
        return True

    def __len__(self):
        state = state_of(self)
        if "len" not in state.own and not state.base:
            raise TypeError(f"object of type '{state.type}' has no len()")
        return state.ask("len")

    def __contains__(self, item):
        state = state_of(self)
        if state.base and "contains" not in state.own:
            return item in state.plain()
        if not (state.made or type(item) is Remote):
            raise state.owner.refuse_object(state)
        return state.ask("contains", item)

    def __hash__(self):
        state = state_of(self)
        if "hash" in state.own:
            # Whether it equals another one is not the program's to say: see `_comparing`.
            return state.ask("hash")
        return hash(state.plain()) if state.base else hash(str(state.form))

    def __iter__(self):
        return state_of(self).ask("iter")

    def __next__(self):
        state = state_of(self)
        return state.owner.next_item(state)

    def __getitem__(self, key):
        return state_of(self).ask("getitem", key)

    def __setitem__(self, key, value):
        state_of(self).ask("setitem", key, value)

    def __delitem__(self, key):
        state_of(self).ask("delitem", key)

    def __enter__(self):
        return state_of(self).ask("enter")

    def __exit__(self, kind, error, traceback):
        state = state_of(self)
        if state.owner.is_interrupted:
            return False
        if kind is not None:
            raise state.owner.decline("an exception leaves a context manager of the program")
        return state.ask("exit")

    def __mro_entries__(self, bases):
        raise state_of(self).owner.decline("the test derives a class from one of the program's")

    def __instancecheck__(self, value):
        return state_of(self).owner.operate("isinstance", None, (value, self), {})

    def __subclasscheck__(self, kind):
        return state_of(self).owner.operate("issubclass", None, (kind, self), {})

    def __await__(self):
        raise state_of(self).owner.decline("the test awaits what runs beside the program")


_compares = "the test compares objects of the program, which is up to the program itself"


def state_of(remote):
    """The `State` behind a stand-in."""
    return _STATE(remote)


_STATE = Remote.__dict__["_state"].__get__


def _asking(operation):
    def method(self, *values):
        return state_of(self).ask(operation, *values)

    return method


def _comparing(name):
    def method(self, other):
        state = state_of(self)
        if type(other) is Remote:
            if any(name in each.own or each.base for each in (state, state_of(other))):
                raise state.owner.decline(_compares)
            return NotImplemented
        if name in state.own:
            raise state.owner.refuse_object(state)
        return getattr(state.plain(), f"__{name}__")(other) if state.base else NotImplemented

    return method


def _calculating(name, operation, is_reflected=False):
    def method(self, other):
        state = state_of(self)
        if name not in state.own:
            if not state.base or name.startswith("i") or type(other) is Remote:
                return NotImplemented
            return getattr(state.plain(), f"__{name}__", lambda _: NotImplemented)(other)
        if not (state.made or type(other) is Remote):
            raise state.owner.refuse_object(state)
        pair = (other, self) if is_reflected else (self, other)
        result = state.owner.operate(operation, None, pair, {})
        if type(result) is Remote:
            state_of(result).made = state.made
        return result

    return method


for _name in (*UNARY, "str", "repr", "format", "int", "float", "complex", "index", "round", "dir",
              "reversed"):  # fmt: skip
    setattr(Remote, f"__{_name}__", _asking(_name))
for _name in COMPARISONS:
    setattr(Remote, f"__{_name}__", _comparing(_name))
for _name in (*ARITHMETIC, "divmod"):
    setattr(Remote, f"__{_name}__", _calculating(_name, _name))
    setattr(Remote, f"__r{_name}__", _calculating(f"r{_name}", _name, True))
for _name in ARITHMETIC:
    setattr(Remote, f"__i{_name}__", _calculating(f"i{_name}", f"i{_name}"))
