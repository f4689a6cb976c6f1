"""What a hole may draw on: variables, names that nothing binds, and constants."""

import ast
import builtins
from functools import cached_property

_USUAL = ("0", "1", "-1", "2", "''", "[]", "{}", "None", "True", "False")
_VARIABLES = 10
_CONSTANTS = 18


class Around:
    """The surroundings of one hole, whose stand-in is `node`."""

    def __init__(self, source, context, node):
        self.source = source
        self.context = context
        self.node = node

    @cached_property
    def variables(self):
        """Variables that can be read here: of loops, the innermost first, then others."""
        own = self.source.of(self.node)
        names = dict.fromkeys([*self._rounds(), *self.context.variables(self.node)])
        return [name for name in names if name != own][:_VARIABLES]

    @cached_property
    def constants(self):
        """Constants as source: usual ones, those of the program, and those of the instruction."""
        context = self.context
        told = (*context.told_numbers, *context.told_texts)
        return list(dict.fromkeys([*_USUAL, *context.constants, *told]))[:_CONSTANTS]

    @cached_property
    def changing(self):
        """Variables that a statement here may change: not what a loop around goes through, which
        might then never end.
        """
        gone_through = {
            part.id
            for around in self.source.ancestors(self.node)
            if isinstance(around, ast.For)
            for part in ast.walk(around.iter)
            if _is_name(part)
        }
        return [name for name in self.variables if name not in gone_through]

    @cached_property
    def unbound(self):
        """Names that the program reads and nothing binds: a statement may be what should."""
        read, bound = {}, set(dir(builtins))
        for node in ast.walk(self.source.tree):
            match node:
                case ast.Name(ctx=ast.Load()):
                    read.setdefault(node.id)
                case ast.Name():
                    bound.add(node.id)
                case ast.arg():
                    bound.add(node.arg)
                case ast.FunctionDef() | ast.ClassDef():
                    bound.add(node.name)
                case ast.alias():
                    bound.add((node.asname or node.name).partition(".")[0])
        return [name for name in read if name not in bound and name.isascii()]

    @cached_property
    def attributes(self):
        """Attributes of the variables here, as source: of `self` only what the program names."""
        plain, _ = self.context.attributes
        owners = [name for name in self.variables if name == "self"]
        return [f"{owner}.{attribute}" for owner in owners for attribute in plain]

    @cached_property
    def calls(self):
        """Calls of the program's functions with variables, as source."""
        found = []
        for node in self.context.nodes:
            if isinstance(node, ast.FunctionDef) and node.name in self.context.functions:
                found.extend(self._calls_of(node))
        return found

    def _rounds(self):
        """The variables of the loops around, in order of their text for each."""
        inner = self.node
        for around in self.source.ancestors(self.node):
            if isinstance(around, ast.For) and inner in around.body:
                yield from (part.id for part in ast.walk(around.target) if _is_name(part))
            inner = around

    def _calls_of(self, function):
        count = len(function.args.args)
        if count == 0:
            return [f"{function.name}()"]
        given = [*self.variables[:5], *(f"{name} - 1" for name in self.variables[:3])]
        given += [f"{name}[1:]" for name in self.variables[:3]]
        if count == 1:
            return [f"{function.name}({argument})" for argument in given]
        if count == 2:
            few = given[:8]
            return [f"{function.name}({one}, {two})" for one in few for two in few if one != two]
        return []


def _is_name(node):
    return isinstance(node, ast.Name)
