"""The allow-list of operations that give the same bits on every machine, as a check over syntax trees.

Elementwise + - * /, sqrt, comparison, rounding, sums of a fixed layout and stable sorts do; transcendental
functions, BLAS, powers, unstable sorts, complex numbers, sets and hashes do not. A name that is missing here
may be added once it has been measured under every CPU level (tests/sim_core/test_exact.py shows how).
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CORE = ("sim_core/**/*.py", "scenarios/rules/**/*.py", "scenarios/policy*.py", "scenarios/policy*/**/*.py")
MODULES_BANNED = {
    "asyncio", "cmath", "datetime", "importlib", "os", "pathlib", "random", "scipy", "secrets",
    "socket", "time",
}
MATH_ALLOWED = {
    "sqrt", "floor", "ceil", "trunc", "ldexp", "frexp", "isfinite", "isnan", "isinf", "fabs", "copysign",
    "pi", "inf", "nan", "prod",
}
NUMPY_ALLOWED = {
    # types and constants
    "ndarray", "dtype", "generic", "number", "floating", "integer", "float64", "float32", "int64", "int32",
    "int16", "int8", "intp", "bool", "bool_", "uint64", "uint32", "uint16", "uint8", "finfo", "iinfo",
    "newaxis", "inf", "nan", "pi", "errstate", "ix_",
    # making arrays
    "array", "asarray", "ascontiguousarray", "frombuffer", "fromiter", "empty", "empty_like", "zeros",
    "zeros_like", "ones", "ones_like", "full", "full_like", "arange", "linspace", "eye", "indices",
    "meshgrid",
    # arithmetic and rounding
    "add", "subtract", "multiply", "divide", "true_divide", "floor_divide", "mod", "remainder", "fmod",
    "negative", "positive", "square", "sqrt", "abs", "absolute", "fabs", "sign", "signbit", "copysign",
    "nextafter", "floor", "ceil", "trunc", "rint", "round", "ldexp", "frexp", "clip", "minimum", "maximum",
    # comparison and logic
    "equal", "not_equal", "less", "less_equal", "greater", "greater_equal", "isfinite", "isnan", "isinf",
    "isclose", "array_equal", "logical_and", "logical_or", "logical_not", "logical_xor", "bitwise_and",
    "bitwise_or", "bitwise_xor", "invert", "left_shift", "right_shift",
    # choice, sums of a fixed layout, search and order
    "where", "select", "sum", "mean", "cumsum", "diff", "any", "all", "min", "max", "amin", "amax",
    "argmin", "argmax", "count_nonzero", "nonzero", "flatnonzero", "bincount", "searchsorted", "digitize",
    "sort", "argsort", "take", "put", "putmask", "copyto",
    # shape
    "concatenate", "stack", "vstack", "hstack", "column_stack", "split", "repeat", "tile", "roll",
    "reshape", "ravel", "transpose", "squeeze", "expand_dims", "broadcast_to", "broadcast_arrays",
    "atleast_1d", "pad", "flip",
    # bits
    "packbits", "unpackbits",
}
BUILTINS_BANNED = {"pow", "hash", "id", "complex", "eval", "exec", "compile", "__import__"}
METHODS_BANNED = {
    "pow", "dot", "matmul", "einsum", "argpartition", "var", "std", "conj", "conjugate", "__pow__",
    "__matmul__",
}
SET_TYPES = {"set", "frozenset"}
ORDER_TAKERS = {
    "list", "tuple", "enumerate", "iter", "zip", "map", "filter", "sum", "next", "dict", "reversed",
    "fromiter", "array", "join", "extend",
}
EXACT = "take it from sim_core.exact, or write it with + - * / and sqrt"
SMALL_EXPONENT = 64


@dataclass(frozen=True, slots=True)
class Fault:
    """One operation that the core must not use, and what to write instead."""

    path: str
    line: int
    what: str
    instead: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}: {self.instead}"


def core_files(root: Path) -> list[Path]:
    """What must be bit-exact: the core, the rule modules and the policy engine."""
    return sorted({path for pattern in CORE for path in root.glob(pattern)})


def faults(source: str, path: str) -> list[Fault]:
    """The faults of one source text, by line."""
    tree = ast.parse(source, path)
    found = [Fault(path, line, what, instead) for line, what, instead in _Reader(tree).read()]
    return sorted(found, key=lambda fault: fault.line)


Finding = tuple[int, str, str]


class _Reader:
    """One module: what its names stand for, and the findings."""

    def __init__(self, tree: ast.Module) -> None:
        self.tree = tree
        self.numpy = _aliases(tree, "numpy")
        self.math = _aliases(tree, "math")
        self.sets = {name for node in ast.walk(tree) for name in _names_bound_to_sets(node)}

    def read(self) -> Iterator[Finding]:
        spelled_out = {id(n.value) for n in ast.walk(self.tree) if isinstance(n, ast.Attribute)}
        for node in ast.walk(self.tree):
            match node:
                case ast.Import() | ast.ImportFrom():
                    yield from _imports(node)
                case ast.Attribute():
                    yield from self._attribute(node)
                case ast.Name(id=name, ctx=ast.Load()):
                    if name in BUILTINS_BANNED:
                        yield node.lineno, name, "differs between runs or hides what is called; do without"
                    elif name in self.numpy | self.math and id(node) not in spelled_out:
                        yield node.lineno, f"{name} as a value", f"spell out {name}.<function>"
                case ast.BinOp() | ast.AugAssign():
                    yield from _operator(node)
                case ast.Constant(value=complex()):
                    yield node.lineno, "complex number", "keep real and imaginary part as two floats"
                case ast.Call():
                    yield from self._call(node)
                case ast.For(iter=over) | ast.comprehension(iter=over) | ast.Starred(value=over):
                    yield from self._order(over)

    def _attribute(self, node: ast.Attribute) -> Iterator[Finding]:
        owner = node.value.id if isinstance(node.value, ast.Name) else None
        if owner in self.numpy:
            if node.attr not in NUMPY_ALLOWED:
                yield node.lineno, f"{owner}.{node.attr}", f"not on the allow-list; {EXACT}"
        elif owner in self.math:
            if node.attr not in MATH_ALLOWED:
                yield node.lineno, f"{owner}.{node.attr}", EXACT
        elif node.attr in METHODS_BANNED:
            yield node.lineno, f".{node.attr}", "use elementwise operations and a sum over a fixed layout"

    def _call(self, node: ast.Call) -> Iterator[Finding]:
        name, owner = _called(node)
        # list.sort is stable and takes no kind; array.argsort exists only on arrays.
        sorts = name == "argsort" or (name == "sort" and owner in self.numpy)
        if sorts and not any(k.arg == "kind" and _is_constant(k.value, "stable") for k in node.keywords):
            yield node.lineno, f"{name} without an order among equals", 'say kind="stable"'
        if name in ORDER_TAKERS:
            for argument in node.args:
                yield from self._order(argument)

    def _order(self, over: ast.expr) -> Iterator[Finding]:
        match over:
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in self.sets:
                unordered = True
            case _:
                unordered = _is_set(over)
        if unordered:
            yield over.lineno, "order of a set", "sort it first, or use a tuple or the keys of a dict"


def _imports(node: ast.Import | ast.ImportFrom) -> Iterator[Finding]:
    if isinstance(node, ast.ImportFrom):
        module = node.module or ""
        for name in (alias.name for alias in node.names):
            if not _may_be_taken_from(module, name):
                yield node.lineno, f"from {module} import {name}", EXACT
        modules = [module] if node.level == 0 else []
    else:
        modules = [alias.name for alias in node.names]
    for module in modules:
        if module.split(".")[0] in MODULES_BANNED:
            yield node.lineno, f"import {module}", "take it as an argument; chance is sim_core.chance"
        elif module.startswith("numpy.") and module != "numpy.typing":
            yield node.lineno, f"import {module}", EXACT


def _may_be_taken_from(module: str, name: str) -> bool:
    if module == "numpy":
        return name in NUMPY_ALLOWED or name == "typing"
    if module == "math":
        return name in MATH_ALLOWED
    return name not in METHODS_BANNED


def _operator(node: ast.BinOp | ast.AugAssign) -> Iterator[Finding]:
    if isinstance(node.op, ast.MatMult):
        yield node.lineno, "@", "BLAS differs by CPU and threads: multiply elementwise and sum"
    elif isinstance(node.op, ast.Pow) and not (isinstance(node, ast.BinOp) and _is_exact_power(node)):
        yield node.lineno, "**", "write the product out, or take power from sim_core.exact"


def _is_exact_power(node: ast.BinOp) -> bool:
    """Integer to a small natural number, or two to any integer: exact on every machine."""
    match node.left, node.right:
        case ast.Constant(value=2 | 2.0), ast.Constant(value=int()):
            return True
        case ast.Constant(value=2 | 2.0), ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int())):
            return True
        case ast.Constant(value=int()), ast.Constant(value=int(exponent)):
            return exponent <= SMALL_EXPONENT
    return False


def _is_constant(node: ast.expr, value: str) -> bool:
    return isinstance(node, ast.Constant) and node.value == value


def _is_set(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):  # a union of sets
        return isinstance(node.op, ast.BitOr | ast.BitAnd | ast.Sub | ast.BitXor) and (
            _is_set(node.left) or _is_set(node.right)
        )
    return isinstance(node, ast.Set | ast.SetComp) or (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SET_TYPES
    )


def _names_bound_to_sets(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if _is_set(value):
            yield name
        case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation) if _is_set_type(annotation):
            yield name
        case ast.arg(arg=name, annotation=ast.expr() as annotation) if _is_set_type(annotation):
            yield name


def _is_set_type(annotation: ast.expr) -> bool:
    bare = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    return isinstance(bare, ast.Name) and bare.id in SET_TYPES


def _called(node: ast.Call) -> tuple[str, str | None]:
    """Name of the called function or method, and the name it is looked up on."""
    if isinstance(node.func, ast.Name):
        return node.func.id, None
    if isinstance(node.func, ast.Attribute):
        owner = node.func.value.id if isinstance(node.func.value, ast.Name) else None
        return node.func.attr, owner
    return "", None


def _aliases(tree: ast.Module, module: str) -> set[str]:
    names = (alias for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names)
    return {alias.asname or alias.name for alias in names if alias.name == module}
