"""The house keeps its rules: words are data, files and functions stay small, stages stand in order, tests and pages mirror the code."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from rawi.export import REGISTRY
from rawi.pipeline import STAGES

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "rawi").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION, LONG_FUNCTION, MOST_PARAMETERS = 400, 80, 30, 5
ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "base", "core", "common", "misc"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def every(*paths: Path) -> pytest.MarkDecorator:
    """The test runs once for each file."""
    return pytest.mark.parametrize("path", paths, ids=name)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(parsed(path)) if isinstance(node, Function))


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def docstring_lines(tree: ast.Module) -> set[int]:
    """The lines of the docstrings of a module, its classes and its functions."""
    lines: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | Function) and ast.get_docstring(node) is not None:
            first = node.body[0]
            lines.update(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return lines


def arabic_lines(source: str) -> list[int]:
    """The lines of code that hold an Arabic letter outside docstrings and comments."""
    told = docstring_lines(ast.parse(source))
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return sorted({t.start[0] for t in tokens if t.type != tokenize.COMMENT and ARABIC.search(t.string) and t.start[0] not in told})


@every(*MODULES)
def test_words_of_a_language_are_data(path: Path) -> None:
    lines = arabic_lines(path.read_text(encoding="utf-8"))
    assert not lines, f"Arabic letters in code at lines {lines}: they belong into rawi/lang/ar or rawi/locale"


def test_arabic_letters_in_code_are_seen() -> None:
    source = '"""قال"""\n# قال\nx = "\\N{ARABIC LETTER QAF}"\ndef f():\n    """قال"""\n    return f"{x}قال"\n"""قال"""\n'
    assert arabic_lines(source) == [6, 7]


@every(*MODULES)
def test_files_and_functions_stay_small(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE
    long = {function.name: length(function) for function in functions(path) if length(function) > LONGEST_FUNCTION}
    assert not long


def test_nine_functions_in_ten_are_short() -> None:
    measured = [(length(one), f"{name(path)}:{one.lineno} {one.name}") for path in MODULES for one in functions(path)]
    long = sorted((one for one in measured if one[0] > LONG_FUNCTION), reverse=True)
    assert len(long) * 10 <= len(measured), "\n".join(f"{lines} lines: {where}" for lines, where in long)


def public(path: Path) -> list[ast.ClassDef | Function]:
    found = [node for node in parsed(path).body if isinstance(node, ast.ClassDef | Function)]
    return [node for node in found if not node.name.startswith("_")]


@every(*MODULES)
def test_what_is_public_says_what_it_is(path: Path) -> None:
    tree = parsed(path)
    assert ast.get_docstring(tree) or not tree.body, "the module says nothing of itself"
    assert [node.name for node in public(path) if not ast.get_docstring(node)] == []


@every(*MODULES)
def test_public_functions_take_few_arguments(path: Path) -> None:
    crowded = []
    for function in (node for node in public(path) if isinstance(node, Function)):
        taken = function.args
        commanded = any("click" in ast.unparse(one) or "command" in ast.unparse(one) for one in function.decorator_list)
        many = len([*taken.posonlyargs, *taken.args, *taken.kwonlyargs]) > MOST_PARAMETERS
        if many and not commanded:  # click hands over options one by one
            crowded.append(function.name)
    assert crowded == []


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [name(path) for path in MODULES if EMPTY_NAMES & {path.stem, path.parent.name}] == []


def test_settings_are_arguments() -> None:
    """Nothing below the command line reads the environment."""
    below = [path for path in MODULES if path.relative_to(ROOT / "rawi").parts[0] not in ("cli", "api", "web")]
    assert [name(path) for path in below if re.search(r"\benviron\b|getenv", path.read_text(encoding="utf-8"))] == []


def test_nothing_is_left_for_later() -> None:
    left = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b(?!-)")  # XXXX-WXX-5 is a value of TIMEX3
    assert [name(path) for path in MODULES if left.search(path.read_text(encoding="utf-8"))] == []


def test_every_stage_comes_after_what_it_needs() -> None:
    given: set[str] = set()
    for stage in STAGES:
        assert set(stage.needs) <= given, stage.gives
        assert stage.gives not in given
        assert stage.run.__module__ == f"rawi.stages.{stage.gives}"
        assert stage.run.__name__ == stage.gives
        given.add(stage.gives)


TOLD_WITH = {"quotes": "statements"}
"""A layer that no record shows, told on the page of the layer that it is for."""
STAGED = [stage.gives for stage in STAGES]


@pytest.mark.parametrize("noun", STAGED)
def test_one_noun_has_one_file_one_test_one_page(noun: str) -> None:
    assert (ROOT / "tests" / "stages" / f"test_{noun}.py").exists()
    assert (ROOT / "docs" / "reference" / f"{TOLD_WITH.get(noun, noun)}.md").exists()


def test_tests_mirror_the_code() -> None:
    folders = {path.parent.relative_to(ROOT / "tests").as_posix() for path in (ROOT / "tests").rglob("test_*.py")}
    strange = {one for one in folders - OF_THEIR_OWN if not (ROOT / "rawi" / one).is_dir()}
    assert not strange


OF_THEIR_OWN = {"golden", "properties", "gate", "browser"}
"""Folders of tests that are of the whole, not of a folder of the code."""


@pytest.mark.parametrize("form", REGISTRY)
def test_every_export_has_its_file_and_is_tested(form: str) -> None:
    assert (ROOT / "rawi" / "export" / f"{form}.py").exists()
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "export").glob("test_*.py"))
    assert re.search(rf"\b{form}\b", tests)
