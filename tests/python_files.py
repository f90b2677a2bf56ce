"""The program's own source files, parsed, for the tests that hold the rules of the house."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "kdnet_docs"


@dataclass(frozen=True, slots=True, kw_only=True)
class PythonFile:
    """One source file; `name` is its path below `kdnet_docs`."""

    name: str
    text: str
    tree: ast.Module

    def at(self, node: ast.expr | ast.stmt) -> str:
        return f"{self.name}:{node.lineno}"

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def imports(self) -> Iterator[tuple[ast.stmt, str]]:
        """Every imported module or name in it, dotted, wherever in the file it is imported."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)

    def words(self) -> Iterator[ast.Constant]:
        """Every string in the file but its docstrings."""
        docstrings = {
            id(node.body[0].value)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                yield node


@cache
def python_files() -> tuple[PythonFile, ...]:
    """Every source file of the program, in the order of their names."""
    return tuple(
        PythonFile(
            name=path.relative_to(PACKAGE).as_posix(), text=text, tree=ast.parse(text, filename=str(path))
        )
        for path in sorted(PACKAGE.rglob("*.py"))
        for text in [path.read_text(encoding="utf-8")]
    )


def called(call: ast.Call) -> str:
    """What a call calls, dotted: "open", "path.write_bytes", "datetime.now"."""
    return ast.unparse(call.func)
