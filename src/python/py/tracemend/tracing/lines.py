"""What each line of a code object can change, read from its bytecode."""

import opcode
from collections import Counter, defaultdict

_OP = opcode.opmap

_PURE_NAMES = """
    CACHE RESUME NOP NOT_TAKEN EXTENDED_ARG COPY SWAP POP_TOP PUSH_NULL PUSH_EXC_INFO POP_EXCEPT
    CHECK_EXC_MATCH RERAISE RAISE_VARARGS RETURN_VALUE RETURN_GENERATOR INTERPRETER_EXIT
    LOAD_ATTR LOAD_CONST LOAD_COMMON_CONSTANT LOAD_SMALL_INT LOAD_DEREF LOAD_FAST LOAD_FAST_BORROW
    LOAD_FAST_BORROW_LOAD_FAST_BORROW LOAD_FAST_CHECK LOAD_FAST_LOAD_FAST LOAD_GLOBAL LOAD_NAME
    LOAD_FAST_AND_CLEAR LOAD_FROM_DICT_OR_DEREF LOAD_FROM_DICT_OR_GLOBALS LOAD_LOCALS
    LOAD_SUPER_ATTR STORE_FAST STORE_FAST_LOAD_FAST STORE_FAST_STORE_FAST STORE_DEREF STORE_NAME
    DELETE_FAST DELETE_DEREF DELETE_NAME MAKE_CELL COPY_FREE_VARS
    BINARY_OP BINARY_SLICE COMPARE_OP CONTAINS_OP IS_OP TO_BOOL UNARY_INVERT UNARY_NEGATIVE
    UNARY_NOT CALL
    BUILD_LIST BUILD_MAP BUILD_SET BUILD_SLICE BUILD_STRING BUILD_TUPLE BUILD_TEMPLATE
    BUILD_INTERPOLATION LIST_APPEND LIST_EXTEND SET_ADD SET_UPDATE MAP_ADD DICT_UPDATE DICT_MERGE
    CONVERT_VALUE FORMAT_SIMPLE FORMAT_WITH_SPEC GET_LEN MATCH_KEYS MATCH_MAPPING MATCH_SEQUENCE
    MATCH_CLASS MAKE_FUNCTION SET_FUNCTION_ATTRIBUTE
    GET_ITER FOR_ITER END_FOR POP_ITER UNPACK_EX UNPACK_SEQUENCE
    JUMP_BACKWARD JUMP_BACKWARD_NO_INTERRUPT JUMP_FORWARD POP_JUMP_IF_FALSE POP_JUMP_IF_NONE
    POP_JUMP_IF_NOT_NONE POP_JUMP_IF_TRUE
"""
# Not where an iterator may call something of C.
_ITERATING_NAMES = """
    FOR_ITER UNPACK_EX UNPACK_SEQUENCE CONTAINS_OP LIST_EXTEND SET_UPDATE DICT_UPDATE DICT_MERGE
"""
# Functions of Python's own that change nothing, except by code of the user's that they call.
_HARMLESS_NAMES = """
    abs bool callable chr divmod float hash int isinstance issubclass len ord pow print range repr
    round str
"""
_HARMLESS_ITERATING_NAMES = """
    all any dict enumerate frozenset list max min reversed set sorted sum tuple zip
"""
_STORE_LOCAL_NAMES = "STORE_FAST DELETE_FAST LOAD_FAST_AND_CLEAR STORE_DEREF DELETE_DEREF"

_PURE = frozenset(_PURE_NAMES.split())
_ITERATE = frozenset(_ITERATING_NAMES.split())
_HARMLESS = frozenset(_HARMLESS_NAMES.split())
_HARMLESS_ITERATING = frozenset(_HARMLESS_ITERATING_NAMES.split())
_STORE_LOCAL = {_OP[name] for name in _STORE_LOCAL_NAMES.split()}
_STORE_NAME = {_OP[name] for name in ("STORE_NAME", "DELETE_NAME")}
_STORE_GLOBAL = {_OP[name] for name in ("STORE_GLOBAL", "DELETE_GLOBAL")}
_STORE_TWO = _OP["STORE_FAST_STORE_FAST"]
_STORE_LOAD = _OP["STORE_FAST_LOAD_FAST"]
_STORES = _STORE_LOCAL | _STORE_NAME | _STORE_GLOBAL | {_STORE_TWO, _STORE_LOAD}
_EXTENDED = _OP["EXTENDED_ARG"]
_INPLACE = {at for at, (name, _) in enumerate(opcode._nb_ops) if name.startswith("NB_INPLACE")}


class _Effects:
    """What the instructions of one line do."""

    def __init__(self):
        self.stores = Counter()
        self.updated = set()
        self.globals = set()
        self.uses_fast = False
        self.pure = True
        self.calls = 0

    def add(self, other):
        self.stores.update(other.stores)
        self.globals |= other.globals
        self.pure = self.pure and other.pure


class _Reader:
    """Reads the instructions of a code object into the effects of its lines."""

    def __init__(self, code, sources):
        self._code = code
        self._local = code._varname_from_oparg
        self._harmless = _HARMLESS - sources.bound.keys()
        self._impure = set(range(256)) - {_OP[name] for name in _PURE if name in _OP}
        if sources.calls_in_iterators:
            self._impure |= {_OP[name] for name in _ITERATE}
        else:
            self._harmless |= _HARMLESS_ITERATING - sources.bound.keys()

    def effects(self):
        found = defaultdict(_Effects)
        for effects, operation, argument, following in self._instructions(found):
            self._read(effects, operation, argument, following)
        everywhere = found.pop(None, None)
        if everywhere is not None:
            for effects in found.values():
                effects.add(everywhere)
        return found

    def _instructions(self, found):
        content = self._code.co_code
        operations = [
            at for at in range(0, len(content), 2) if content[at] and content[at] != _EXTENDED
        ]
        lines = {
            at: line for first, end, line in self._code.co_lines() for at in range(first, end, 2)
        }
        following = {
            at: content[later] for at, later in zip(operations, operations[1:], strict=False)
        }
        for at in operations:
            argument, extended = content[at + 1], at - 2
            shift = 8
            while extended >= 0 and content[extended] == _EXTENDED:
                argument |= content[extended + 1] << shift
                shift, extended = shift + 8, extended - 2
            yield found[lines.get(at)], content[at], argument, following.get(at)

    def _read(self, effects, operation, argument, following):
        if operation in self._impure:
            effects.pure = False
        if operation in _STORE_LOCAL:
            self._store(effects, self._local(argument))
        elif operation == _STORE_LOAD:
            self._store(effects, self._local(argument >> 4))
        elif operation == _STORE_TWO:
            self._store(effects, self._local(argument >> 4))
            self._store(effects, self._local(argument & 15))
        elif operation in _STORE_NAME:
            self._store(effects, self._code.co_names[argument], fast=False)
        elif operation in _STORE_GLOBAL:
            effects.globals.add(self._code.co_names[argument])
        elif operation == _OP["CALL"]:
            effects.calls += 1
        elif operation == _OP["LOAD_GLOBAL"] and argument & 1:
            effects.calls -= self._code.co_names[argument >> 1] in self._harmless
        elif operation == _OP["LOAD_NAME"] and following == _OP["PUSH_NULL"]:
            effects.calls -= self._code.co_names[argument] in self._harmless
        elif operation == _OP["BINARY_OP"] and argument in _INPLACE:
            if following in _STORES:
                effects.updated.add(None)
            else:
                effects.pure = False

    @staticmethod
    def _store(effects, name, fast=True):
        effects.stores[name] += 1
        effects.uses_fast |= fast
        if None in effects.updated:
            # What follows an operation in place is the store of its result.
            effects.updated.discard(None)
            effects.updated.add(name)


def lines_of(code, source, sources, is_function):
    """The facts of each line of the code, in the shape of `LineFacts` in `facts.ts`.

    `source` are the facts of the code's own text, which is among the `sources`.
    """
    found = []
    order = {name: at for at, name in enumerate(local_names(code))}
    for line, effects in _Reader(code, sources).effects().items():
        names = [name for name in effects.stores if not is_own_name(name)]
        pure = effects.pure and effects.calls == 0 and not sources.reaches_frames
        pure = pure and not effects.globals and None not in effects.updated
        pure = pure and all(effects.stores[name] == 1 for name in effects.updated)
        if not is_function:
            # The order of a namespace is not known beforehand.
            pure = pure and len(names) < 2 and not effects.uses_fast
        names.sort(key=lambda name: order.get(name, -1))
        defines_anything = line in source.binds_anything
        found.append(
            {
                "line": line,
                "stores": names,
                "silent": [name for name in names if source.defines(line, name)],
                "updated": sorted(name for name in effects.updated if name is not None),
                "pure": pure,
                "body": source.headers.get(line),
                "defines": None if defines_anything else sorted(source.defined_on(line)),
            }
        )
    return found


def local_names(code):
    """A frame's own variables in their order."""
    return (
        *code.co_varnames,
        *(n for n in code.co_cellvars if n not in code.co_varnames),
        *code.co_freevars,
    )


def is_own_name(name):
    """Whether the name is Python's own, and no state of the program."""
    return name.startswith(".") or name.startswith("__") and name.endswith("__")
