"""The builtin containers that are carried between interpreters: what they hold, and how they are
made and changed in place.
"""

import collections
import gc
from dataclasses import dataclass

from tracemend.judging.plain import Malformed, NotPlain


@dataclass
class Container:
    """One exact type. `write(value, form_of)` gives its content, of JSON types.

    A mutable one is made empty from its content and filled afterwards, in place; of others `make`
    gives the whole value and `fill` is None. Both get `value_of`, which reads a form.
    """

    tag: str
    kind: type
    write: object
    make: object
    fill: object = None

    def holds_alike(self, one, other):
        """Whether two contents are the same; the order of a set is none."""
        if self.kind in (set, frozenset):
            return sorted(map(repr, one)) == sorted(map(repr, other))
        return one == other


def _items(value, form_of):
    return [form_of(item) for item in value]


def _pairs(value, form_of):
    return [[form_of(key), form_of(item)] for key, item in value.items()]


def _read_items(content, value_of):
    if type(content) is not list:
        raise Malformed("a list was expected")
    return [value_of(form) for form in content]


def _read_pairs(content, value_of):
    if type(content) is not list:
        raise Malformed("a list was expected")
    return [(value_of(key), value_of(item)) for key, item in content]


def _fill_list(value, content, value_of):
    value[:] = _read_items(content, value_of)


def _fill_set(value, content, value_of):
    items = _read_items(content, value_of)
    value.clear()
    value.update(items)


def _fill_dict(value, content, value_of):
    pairs = _read_pairs(content, value_of)
    # With the same keys a loop over the dictionary may go on.
    if [(type(key), key) for key, _ in pairs] != [(type(key), key) for key in value]:
        value.clear()
    for key, item in pairs:
        value[key] = item


def _write_deque(value, form_of):
    return [_items(value, form_of), value.maxlen]


def _fill_deque(value, content, value_of):
    items = _read_items(content[0], value_of)
    value.clear()
    value.extend(items)


_FACTORIES = {
    kind.__name__: kind for kind in (int, float, str, bool, list, dict, set, tuple, complex)
}


def _write_defaultdict(value, form_of):
    factory = value.default_factory
    if factory is None:
        return [None, _pairs(value, form_of)]
    name = getattr(factory, "__name__", "")
    if _FACTORIES.get(name) is not factory:
        raise NotPlain("a defaultdict with a factory of its own is no plain value")
    return [name, _pairs(value, form_of)]


def _make_defaultdict(content, value_of):
    del value_of
    name, _ = content
    return collections.defaultdict(None if name is None else _FACTORIES[name])


def _fill_defaultdict(value, content, value_of):
    _fill_dict(value, content[1], value_of)


def _write_view(value, form_of):
    # The view's own dictionary: Python hands out a proxy of it only.
    owners = [each for each in gc.get_referents(value) if isinstance(each, dict)]
    if len(owners) != 1:
        raise NotPlain("a view of nothing is no plain value")
    return form_of(owners[0])


def _view(method):
    def make(content, value_of):
        owner = value_of(content)
        if not isinstance(owner, dict):
            raise Malformed("a dictionary was expected")
        return method(owner)

    return make


def _fill_bytearray(value, content, value_of):
    del value_of
    value[:] = bytes.fromhex(content)


def _empty(kind):
    return lambda content, value_of: kind()


_ALL = (
    Container("list", list, _items, _empty(list), _fill_list),
    Container("set", set, _items, _empty(set), _fill_set),
    Container("dict", dict, _pairs, _empty(dict), _fill_dict),
    Container("bytearray", bytearray, lambda v, _: v.hex(), _empty(bytearray), _fill_bytearray),
    Container(
        "deque",
        collections.deque,
        _write_deque,
        lambda content, _: collections.deque(maxlen=content[1]),
        _fill_deque,
    ),
    Container(
        "defaultdict",
        collections.defaultdict,
        _write_defaultdict,
        _make_defaultdict,
        _fill_defaultdict,
    ),
    Container("counter", collections.Counter, _pairs, _empty(collections.Counter), _fill_dict),
    Container(
        "ordereddict", collections.OrderedDict, _pairs, _empty(collections.OrderedDict), _fill_dict
    ),
    Container("tuple", tuple, _items, lambda *form: tuple(_read_items(*form))),
    Container("frozenset", frozenset, _items, lambda *form: frozenset(_read_items(*form))),
    Container("keys", type({}.keys()), _write_view, _view(dict.keys)),
    Container("values", type({}.values()), _write_view, _view(dict.values)),
    Container("items", type({}.items()), _write_view, _view(dict.items)),
)

BY_KIND = {container.kind: container for container in _ALL}
BY_TAG = {container.tag: container for container in _ALL}
