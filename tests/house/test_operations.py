"""The core uses only operations with the same bits everywhere: the real tree, and each rule once broken."""

from pathlib import Path

import pytest

from tests.house.operations import core_files, faults

ROOT = Path(__file__).parents[2]
NUMPY = "import numpy as np\n"


def test_the_core_uses_allowed_operations_only() -> None:
    files = core_files(ROOT)
    assert ROOT / "sim_core/exact/exponential.py" in files
    found = [str(f) for path in files for f in faults(path.read_text("utf-8"), str(path.relative_to(ROOT)))]
    assert not found, "\n" + "\n".join(found)


REFUSED = {
    "np.exp": (NUMPY + "y = np.exp(x)", "np.exp"),
    "np.log passed on": (NUMPY + "f = np.log", "np.log"),
    "np.dot": (NUMPY + "y = np.dot(a, b)", "np.dot"),
    "np.linalg": (NUMPY + "y = np.linalg.solve(a, b)", "np.linalg"),
    "np.random": (NUMPY + "y = np.random.default_rng(1)", "np.random"),
    "np.interp": (NUMPY + "y = np.interp(x, a, b)", "np.interp"),
    "another alias": ("import numpy\ny = numpy.tanh(x)", "numpy.tanh"),
    "numpy under a new name": (NUMPY + "quick = np", "np as a value"),
    "getattr of numpy": (NUMPY + 'y = getattr(np, "exp")', "np as a value"),
    "from numpy": ("x = 1\nfrom numpy import exp", "from numpy import exp"),
    "from numpy *": ("x = 1\nfrom numpy import *", "from numpy import *"),
    "numpy.random": ("x = 1\nimport numpy.random", "import numpy.random"),
    "from numpy.linalg": ("x = 1\nfrom numpy.linalg import solve", "import numpy.linalg"),
    "math.exp": ("import math\ny = math.exp(1)", "math.exp"),
    "math.hypot": ("import math as m\ny = m.hypot(1, 2)", "m.hypot"),
    "from math": ("x = 1\nfrom math import sqrt, log", "from math import log"),
    "power": ("x = 1.5\ny = x ** 2", "**"),
    "power of a float constant": ("x = 1\ny = 1.1 ** 2", "**"),
    "negative power of ten": ("x = 1\ny = 10 ** -3", "**"),
    "augmented power": ("x = 1.5\nx **= 2", "**"),
    "power method": ("x = 1.5\ny = x.__pow__(2)", ".__pow__"),
    "operator.pow": ("import operator\ny = operator.pow(2, x)", ".pow"),
    "from operator": ("x = 1\nfrom operator import matmul", "from operator import matmul"),
    "matrix product": ("x = 1\ny = a @ b", "@"),
    "augmented matrix product": ("x = 1\na @= b", "@"),
    "pow": ("x = 1\ny = pow(x, 2)", "pow"),
    "hash": ("x = 1\ny = hash(x)", "hash"),
    "id as a key": ("x = []\nx.sort(key=id)", "id"),
    "complex call": ("x = 1\ny = complex(x, 1)", "complex"),
    "complex literal": ("x = 1\ny = x + 1j", "complex number"),
    "eval": ("x = 1\neval('x')", "eval"),
    "exec": ("x = 1\nexec('x')", "exec"),
    "method dot": ("x = a\ny = x.dot(b)", ".dot"),
    "method var": ("x = a\ny = x.var()", ".var"),
    "method std": ("x = a\ny = x[0].std()", ".std"),
    "method conj": ("x = a\ny = x.conj()", ".conj"),
    "argpartition": ("x = a\ny = x.argpartition(3)", ".argpartition"),
    "np.argsort": (NUMPY + "y = np.argsort(x)", "argsort without"),
    "argsort of another kind": (NUMPY + 'y = np.argsort(x, kind="quicksort")', "argsort without"),
    "method argsort": ("x = a\ny = x.argsort()", "argsort without"),
    "np.sort": (NUMPY + "y = np.sort(x)", "sort without"),
    "for over a set literal": ("x = 1\nfor y in {1, 2}: pass", "order of a set"),
    "for over set()": ("x = 1\nfor y in set(x): pass", "order of a set"),
    "for over a set comprehension": ("x = 1\nfor y in {a for a in x}: pass", "order of a set"),
    "for over a difference": ("x = 1\nfor y in set(x) - seen: pass", "order of a set"),
    "comprehension over a frozenset": ("x = 1\ny = [a for a in frozenset(x)]", "order of a set"),
    "list of a set": ("x = 1\ny = list({a for a in x})", "order of a set"),
    "sum over a set": ("x = 1\ny = sum({1.5, x})", "order of a set"),
    "join of a set": ('x = 1\ny = ",".join({"a", "b"})', "order of a set"),
    "starred set": ("x = 1\ny = [*{1, 2}]", "order of a set"),
    "for over a name of a set": ("def f():\n    for y in seen: pass\nseen = {1}", "order of a set"),
    "for over a set argument": ("def f(seen: set[int]):\n    for y in seen: pass", "order of a set"),
    "for over a field of a set": ("class A:\n    def f(s): [*s.b]\n    b: set[int]", "order of a set"),
    "time": ("x = 1\nimport time", "import time"),
    "datetime": ("x = 1\nfrom datetime import datetime", "import datetime"),
    "random": ("x = 1\nimport random as r", "import random"),
    "os": ("x = 1\nimport os.path", "import os.path"),
    "asyncio inside a function": ("def f():\n    import asyncio", "import asyncio"),
}


@pytest.mark.parametrize(("source", "what"), REFUSED.values(), ids=REFUSED.keys())
def test_a_planted_operation_is_refused_with_place_and_mend(source: str, what: str) -> None:
    (fault,) = faults(source, "sim_core/planted.py")
    assert str(fault).startswith(f"sim_core/planted.py:2: {what}")
    assert fault.instead


ALLOWED = {
    "arithmetic": NUMPY + "y = np.sqrt(np.clip(x, 0, 1)) * x.sum() / np.mean(x)",
    "typing": "import numpy.typing as npt\nA = npt.NDArray",
    "exact powers": "a, b, c = 10**6, 2**-53, 2.0**-1022",
    "exact functions": "from sim_core.exact import exp, log\ny = exp(log(2.0))",
    "exact module": "from sim_core import exact\ny = exact.power(2.0, 0.5)",
    "stable sorts": NUMPY + 'y = np.argsort(x, kind="stable"), np.sort(x, kind="stable"), z.sort()',
    "sets without their order": "s = {1, 2}\ny = 1 in s, sorted(s), max({3, 4})\nfor z in sorted(s): pass",
    "keys of a dict": "d = {1: 2}\nfor y in d: pass",
    "an attribute called id": "class A:\n    id: str\ny = A.id",
    "decorator": "@property\ndef f(): pass",
    "format": 'y = f"{1.5:.3f}"',
    "relative import": "from .time import tick",
}


@pytest.mark.parametrize("source", ALLOWED.values(), ids=ALLOWED.keys())
def test_an_exact_operation_is_let_through(source: str) -> None:
    assert faults(source, "sim_core/planted.py") == []


def test_rules_and_policies_are_covered(tmp_path: Path) -> None:
    covered = ["scenarios/policy.py", "scenarios/policy_x/a.py", "scenarios/rules/b.py", "sim_core/c/d.py"]
    for name in [*covered, "scenarios/reader.py", "server/e.py"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert core_files(tmp_path) == [tmp_path / name for name in covered]
