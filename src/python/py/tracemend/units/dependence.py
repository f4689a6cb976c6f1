"""What a test does to, or wants from, the interpreter that it shares with the program when they run
together: such a test cannot be judged apart.
"""

import ast
import sys

_OPAQUE = {"eval", "exec", "compile", "globals", "locals", "__import__", "breakpoint"}
_FILES = {"open"}
_INPUT = {"input"}
_MODULES = {
    "asyncio": "runs coroutines",
    "builtins": "uses the builtins module",
    "concurrent": "uses threads or processes",
    "ctypes": "reads memory",
    "gc": "asks the garbage collector",
    "glob": "uses files",
    "importlib": "imports modules by name",
    "inspect": "looks into the program's code",
    "linecache": "looks into the program's code",
    "mock": "replaces parts of the program",
    "multiprocessing": "uses threads or processes",
    "os": "uses the operating system",
    "pathlib": "uses files",
    "pickle": "copies objects of the program",
    "shutil": "uses files",
    "signal": "uses signals",
    "sqlite3": "uses files",
    "subprocess": "uses threads or processes",
    "tempfile": "uses files",
    "threading": "uses threads or processes",
    "traceback": "looks into the program's code",
    "tracemalloc": "measures memory",
    "weakref": "watches how long objects live",
}
_SYS = {
    "maxsize", "float_info", "int_info", "version_info", "version", "byteorder", "stdout", "exit",
    "platform", "maxunicode",
}  # fmt: skip
# What sets up a module for everyone who uses it.
_SETTING = {
    "seed", "setstate", "getcontext", "setcontext", "localcontext", "setlocale", "simplefilter",
    "filterwarnings", "basicConfig", "getLogger", "register", "cache_clear",
}  # fmt: skip
_WATCHING = {
    "assertWarns": "warnings",
    "assertWarnsRegex": "warnings",
    "catch_warnings": "warnings",
    "assertLogs": "log messages",
    "assertNoLogs": "log messages",
    "redirect_stderr": "the error output",
}


def dependence(nodes, program):
    """Why the nodes need the program's interpreter around them, or an empty text."""
    imported = _imported(nodes)
    called = {id(node.func) for node in nodes if _asks_for_type(node)}
    for node in nodes:
        if isinstance(node, ast.Name) and node.id == "type" and id(node) not in called:
            return "the test uses type as a value, which stand-ins of objects would show"
        problem = (
            _problem_of_name(node)
            or _problem_of_import(node)
            or _problem_of_attribute(node, imported, program)
            or _problem_of_statement(node)
        )
        if problem:
            return problem
    return ""


def _problem_of_name(node):
    if not isinstance(node, ast.Name):
        return ""
    if node.id in _OPAQUE:
        return f"the test uses {node.id}, which can reach the program's objects"
    if node.id in _FILES:
        return "the test opens a file, which the program may have written"
    if node.id in _INPUT and isinstance(node.ctx, ast.Store):
        return "the test replaces input for the program"
    if node.id in _INPUT:
        return "the test reads the input, which the program may have read from"
    if node.id in _WATCHING:
        return f"the test watches {_WATCHING[node.id]} of the program"
    return ""


def _problem_of_import(node):
    if isinstance(node, ast.Import):
        modules = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        modules = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        if node.module == "sys" and any(alias.name not in _SYS for alias in node.names):
            return "the test uses the interpreter that the program runs in"
    else:
        return ""
    for module in modules:
        if module in ("unittest.mock", "unittest.mock.patch"):
            return "the test replaces parts of the program"
        top = module.partition(".")[0]
        if top in _MODULES:
            return f"the test {_MODULES[top]}"
        if top and top not in sys.stdlib_module_names:
            return f"the test imports {top}, which it would share with the program"
    return ""


def _problem_of_attribute(node, imported, program):
    if isinstance(node, ast.Name) and node.id in _SETTING & imported:
        return _setting_problem(node.id) if program.imported else ""
    if not isinstance(node, ast.Attribute):
        return ""
    if node.attr in _WATCHING:
        return f"the test watches {_WATCHING[node.attr]} of the program"
    if not isinstance(node.value, ast.Name) or node.value.id not in imported:
        return ""
    module = node.value.id
    if module == "sys" and node.attr not in _SYS:
        return "the test uses the interpreter that the program runs in"
    if not isinstance(node.ctx, ast.Load) and (module, node.attr) != ("sys", "stdout"):
        return f"the test changes the module {module}, which the program may use"
    if module == "unittest" and node.attr == "mock":
        return "the test replaces parts of the program"
    if node.attr in _SETTING and module in program.imported:
        return _setting_problem(f"{module}.{node.attr}")
    return ""


def _asks_for_type(node):
    match node:
        case ast.Call(ast.Name("type"), [_], []):
            return True
        case _:
            return False


def _setting_problem(name):
    return f"the test uses {name}, which the program would not notice"


def _problem_of_statement(node):
    if isinstance(node, (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)):
        return "the test runs coroutines"
    return ""


def _imported(nodes):
    return {
        (alias.asname or alias.name).partition(".")[0]
        for node in nodes
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
