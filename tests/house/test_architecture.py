"""The shape of the house: who imports whom, how large modules grow, where tests stand."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

MODULES = sorted((ROOT / "matcher").rglob("*.py"))
MODULE_LIMIT = 300
FUNCTION_LIMIT = 50
# Covered through the faces they open rather than by a test file of their own name.
FACES = {"__init__.py", "__main__.py"}


def test_imports_follow_the_contracts() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())

    assert lines <= MODULE_LIMIT, f"{lines} lines; split it by what it owns"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_module_says_what_it_owns_and_its_functions_stay_short(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]

    too_long = {f.name: f.end_lineno - f.lineno + 1 for f in functions if f.end_lineno - f.lineno + 1 > FUNCTION_LIMIT}

    assert ast.get_docstring(tree)
    assert too_long == {}


def test_every_module_has_its_test_file() -> None:
    missing = []
    for path in MODULES:
        inside = path.relative_to(ROOT / "matcher")
        if path.name in FACES:
            continue
        mirrored = ROOT / "tests" / inside.parent / f"test_{inside.name}"
        if not mirrored.is_file():
            missing.append(f"{inside} has no tests/{mirrored.relative_to(ROOT / 'tests')}")

    assert missing == []


def test_every_test_file_asserts_something() -> None:
    silent = []
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        asserts = any(isinstance(node, ast.Assert) for node in ast.walk(tree))
        raises = "pytest.raises" in path.read_text("utf-8")
        if not (asserts or raises):
            silent.append(path.name)

    assert silent == []


def test_public_names_exist() -> None:
    wrong = []
    for path in MODULES:
        tree = ast.parse(path.read_text("utf-8"))
        public = next(
            (
                ast.literal_eval(node.value)
                for node in tree.body
                if isinstance(node, ast.Assign)
                and isinstance(node.targets[0], ast.Name)
                and node.targets[0].id == "__all__"
            ),
            [],
        )
        defined = {name for node in tree.body for name in _names(node)}
        wrong += [f"{path.name}: {name}" for name in public if name not in defined]

    assert wrong == []


def _names(node: ast.stmt) -> list[str]:
    match node:
        case ast.FunctionDef() | ast.ClassDef():
            return [node.name]
        case ast.Assign():
            return [target.id for target in node.targets if isinstance(target, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
        case ast.Import() | ast.ImportFrom():
            return [alias.asname or alias.name for alias in node.names]
    return []
