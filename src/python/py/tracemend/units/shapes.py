"""Questions about single statements of a Tests box."""

import ast

from tracemend.units.source import own_nodes

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def unfolded(statements):
    """Module-level statements, with `if __name__ == "__main__":` replaced by its body."""
    for node in statements:
        match node:
            case ast.If(ast.Compare(ast.Name("__name__"), [ast.Eq()], [ast.Constant("__main__")])):
                yield from unfolded(node.body)
            case _:
                yield node


def needed_arguments(function):
    """How many arguments a function cannot be called without."""
    arguments = function.args
    positional = len(arguments.posonlyargs) + len(arguments.args) - len(arguments.defaults)
    return positional + sum(default is None for default in arguments.kw_defaults)


def called_name(node):
    """`f` or `module.f` when the node is a call of that, or an expression statement of one."""
    call = node.value if isinstance(node, ast.Expr) else node
    match call:
        case ast.Call(ast.Name(name)):
            return name
        case ast.Call(ast.Attribute(ast.Name(module), name)):
            return f"{module}.{name}"
        case _:
            return None


def is_check(node):
    """Whether this is HumanEval's `def check(candidate)`."""
    return (
        isinstance(node, ast.FunctionDef)
        and node.name == "check"
        and len(node.args.args) == 1 == needed_arguments(node)
    )


def only_calls_check(function):
    match function.body:
        case [ast.Expr() as statement]:
            return called_name(statement) == "check"
        case _:
            return False


def holds_assert(node):
    """Whether the statement itself asserts, not counting functions and classes that it defines."""
    return any(isinstance(inner, ast.Assert) for inner in (node, *own_nodes(node)))


def is_trivial(node):
    """`assert True`, which HumanEval has as a place for a message."""
    match node:
        case ast.Assert(ast.Constant(value)):
            return value is True
        case _:
            return False


def test_classes(statements):
    """The classes that hold tests, by name, each with whether it is a `unittest.TestCase`."""
    classes = {}
    for node in statements:
        if not isinstance(node, ast.ClassDef):
            continue
        if any(_is_case(base, classes) for base in node.bases):
            classes[node.name] = (node, True)
        elif (
            node.name.startswith("Test") and not node.bases and any(_is_test(m) for m in node.body)
        ):
            classes[node.name] = (node, False)
    return classes


def test_methods(case, classes):
    """The test methods of a class by name, those of its bases in the Tests box first."""
    methods = {}
    for base in case.bases:
        if isinstance(base, ast.Name) and base.id in classes:
            methods.update(test_methods(classes[base.id][0], classes))
    methods.update({node.name: node for node in case.body if _is_test(node)})
    return methods


def _is_case(base, classes):
    name = base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "")
    return name in ("TestCase", "IsolatedAsyncioTestCase") or classes.get(name, (None, False))[1]


def _is_test(node):
    return isinstance(node, FUNCTIONS) and node.name.startswith("test")
