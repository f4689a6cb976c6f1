"""Modules as they were: no candidate may leave something behind for the next."""

import ast
import importlib
import sys


class Modules:
    """The standard modules that some texts import, and how they were when this was made."""

    def __init__(self, *texts):
        names = set().union(*map(_imported, texts))
        self._kept = {
            name: (module, dict(vars(module)))
            for name in sorted(names)
            if (module := _standard_module(name))
        }

    def restore(self):
        """Put back what a program may have changed in them."""
        for name, (module, contents) in self._kept.items():
            sys.modules[name] = module
            namespace = vars(module)
            namespace.update(contents)
            if len(namespace) != len(contents):
                for extra in namespace.keys() - contents.keys():
                    del namespace[extra]
        random = self._kept.get("random")
        if random:
            random[0].seed(0)


def _standard_module(name):
    """A module of the standard library, imported if need be; None for any other name."""
    if name.partition(".")[0] not in sys.stdlib_module_names:
        return None
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def _imported(text):
    """Names of the modules that a text imports; none when it cannot be parsed."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return set()
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names - {"__main__", "builtins", "sys"}
