"""What gives a bug away before a look at what it does: dead code, idle operations, unused names."""

import ast
import warnings

_JUMPS = ast.Return | ast.Raise | ast.Break | ast.Continue
_BLOCKS = ("body", "orelse", "finalbody")
_FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef
_NEUTRAL = {
    ast.Add: (0,),
    ast.Sub: (0,),
    ast.Mult: (0, 1),
    ast.Div: (0, 1),
    ast.FloorDiv: (0, 1),
    ast.Mod: (0, 1),
    ast.Pow: (0, 1),
}
_SAME_SIDED = ast.Sub | ast.Div | ast.FloorDiv | ast.Mod | ast.BitAnd | ast.BitOr | ast.BitXor


def telltales(text):
    """How many there are in a program; None when it cannot be compiled without a complaint."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compile(text, "<program>", "exec", dont_inherit=True)
        tree = ast.parse(text)
    except SyntaxError, SyntaxWarning, ValueError:
        return None
    return sum(map(_in_node, ast.walk(tree)))


def _in_node(node):
    return _in_blocks(node) + _in_expression(node) + _unused(node)


def _in_blocks(node):
    """Statements that never run, do nothing, or stand twice."""
    count = 0
    for field in _BLOCKS:
        block = getattr(node, field, None)
        if not isinstance(block, list):
            continue
        for statement, following in zip(block, block[1:], strict=False):
            count += isinstance(statement, _JUMPS)
            count += ast.dump(statement) == ast.dump(following)
        count += sum(map(_is_idle, block))
    if isinstance(node, ast.If):
        count += _dumps(node.body) == _dumps(node.orelse)
    return count


def _is_idle(statement):
    match statement:
        case ast.Pass():
            return True
        case ast.Expr(value=value):
            acts = ast.Call | ast.Await | ast.Yield | ast.YieldFrom | ast.Constant
            return not isinstance(value, acts)
        case ast.Assign(targets=[target], value=value):
            return ast.unparse(target) == ast.unparse(value)
        case ast.AugAssign(op=op, value=ast.Constant(value=value)):
            return value in _NEUTRAL.get(type(op), ())
        case _:
            return False


def _in_expression(node):
    """Operations whose result is known beforehand."""
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            if isinstance(right, ast.Constant) and right.value in _NEUTRAL.get(type(op), ()):
                return 1
            return isinstance(op, _SAME_SIDED) and ast.dump(left) == ast.dump(right)
        case ast.Compare(left=left, ops=ops, comparators=others):
            sides = [left, *others]
            same = any(
                ast.dump(one) == ast.dump(two) for one, two in zip(sides, others, strict=False)
            )
            return same or _is_settled(left, ops[0], others[0])
        case ast.BoolOp(values=values):
            return len(set(_dumps(values))) < len(values)
        case ast.UnaryOp(op=ast.Not(), operand=ast.UnaryOp(op=ast.Not())):
            return 1
        case ast.If(test=ast.Constant()) | ast.IfExp(test=ast.Constant()):
            return 1
        case ast.IfExp(body=body, orelse=orelse):
            return ast.dump(body) == ast.dump(orelse)
        case ast.Call(func=ast.Name(id="range"), args=[ast.Constant(value=0 | -1)]):
            return 1
        case ast.Call(func=ast.Name(id="max" | "min"), args=[one, two]):
            return ast.dump(one) == ast.dump(two)
        case _:
            return 0


def _is_settled(left, operator, right):
    """Whether a length is compared with 0 in a way that tells nothing."""
    is_length = isinstance(left, ast.Call) and getattr(left.func, "id", "") == "len"
    is_zero = isinstance(right, ast.Constant) and right.value == 0
    return is_length and is_zero and isinstance(operator, ast.Lt | ast.GtE)


def _unused(node):
    """Names that a function takes or stores and never reads."""
    if not isinstance(node, _FUNCTIONS):
        return 0
    names = [part for part in ast.walk(node) if isinstance(part, ast.Name)]
    read = {name.id for name in names if isinstance(name.ctx, ast.Load | ast.Del)}
    written = {name.id for name in names if isinstance(name.ctx, ast.Store)}
    written |= {part.arg for part in ast.walk(node.args) if isinstance(part, ast.arg)}
    outer = {
        name
        for part in ast.walk(node)
        if isinstance(part, ast.Global | ast.Nonlocal)
        for name in part.names
    }
    # A number that `x += 1` alone ever reads is used by nobody either, but that is left to tests.
    updated = {
        part.target.id
        for part in ast.walk(node)
        if isinstance(part, ast.AugAssign) and isinstance(part.target, ast.Name)
    }
    unused = written - read - outer - updated
    return sum(not name.startswith("_") for name in unused)


def _dumps(nodes):
    return [ast.dump(node) for node in nodes]
