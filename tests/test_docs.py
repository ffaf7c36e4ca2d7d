"""What is documented is run, what exists is documented.

Blocks marked `console` are run, in a folder that holds `examples/`, and must print what they show; blocks with >>> are run too.
Where output changes on purpose, look at the differences and write it anew:

    .venv/bin/python tests/test_docs.py
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click
import msgspec
import pytest
import yaml

from rawi.cli.main import COMMANDS, rawi
from rawi.export import REGISTRY
from rawi.model import Record

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
FRONT = [ROOT / name for name in ("README.md", "README.ar.md", "CONTRIBUTING.md", "CHANGELOG.md")]
PAGES = sorted([*FRONT, *DOCS.rglob("*.md"), ROOT / "examples" / "README.md"])
WIDTH = "100"

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


pages = pytest.mark.parametrize("page", PAGES, ids=name)


# Blocks that are run


class Console:
    """A folder with the examples in which the commands of one page are run, `rawi` and `./run` among them."""

    def __init__(self, folder: Path) -> None:
        self.folder, binaries = folder, folder / ".bin"
        shutil.copytree(ROOT / "examples", folder / "examples")
        binaries.mkdir()
        for command in (binaries / "rawi", folder / "run"):
            command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m rawi.cli.main "$@"\n', encoding="utf-8")
            command.chmod(0o755)
        path = os.pathsep.join([str(binaries), str(Path(sys.executable).parent), os.environ["PATH"]])
        self.environment = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": WIDTH, "LC_ALL": "C.UTF-8"}

    def run(self, command: str) -> str:
        """What a command prints, messages included."""
        done = subprocess.run(
            ["bash", "-c", command], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, check=False, timeout=120,
        )  # fmt: skip
        printed = done.stdout.decode()
        assert "Traceback (most recent call last)" not in printed, printed
        return printed

    def replay(self, block: str) -> str:
        """A block with the output that its commands have now; `$ ` begins a command, `> ` goes on with it."""
        out = []
        for written in re.findall(r"^\$ .*\n(?:> .*\n)*", block, re.MULTILINE):
            printed = self.run("\n".join(line[2:] for line in written.splitlines()))
            out += [written, printed if printed.endswith("\n") or not printed else printed + "\n"]
        return "".join(out)


def blocks(page: str, language: str) -> list[str]:
    return [found[2] for found in FENCE.finditer(page) if found[1] == language]


def replayed(page: str) -> str:
    """A page with the output that its console blocks have now."""
    with tempfile.TemporaryDirectory() as folder:
        console = Console(Path(folder))
        return FENCE.sub(lambda block: f"```console\n{console.replay(block[2])}```" if block[1] == "console" else block[0], page)


class Got(doctest.DocTestRunner):
    """Keeps what each example of a page gives."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[tuple[doctest.Example, str]] = []

    def report_success(self, out: Any, test: doctest.DocTest, example: doctest.Example, got: str) -> None:
        self.given.append((example, got))

    report_failure = report_success


def reckoned(page: str) -> str:
    """A page with what its examples in Python give now."""
    runner, lines = Got(), page.splitlines(keepends=True)
    runner.run(doctest.DocTestParser().get_doctest(page, {}, "page", None, 0), out=lambda _: None)
    for example, got in reversed(runner.given):
        first = example.lineno + example.source.count("\n")
        lines[first : first + example.want.count("\n")] = [got]
    return "".join(lines)


RUN = [page for page in PAGES if page.exists() and blocks(text_of(page), "console")]


@pytest.mark.parametrize("page", RUN, ids=name)
def test_commands_print_what_the_page_shows(page: Path) -> None:
    shown = text_of(page)
    assert shown == replayed(shown), "run: python tests/test_docs.py"


@pytest.mark.parametrize("page", FRONT, ids=name)
def test_python_of_the_front_pages_gives_what_it_shows(page: Path) -> None:  # pytest runs that of docs/ itself
    result = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert result.failed == 0


# Commands that are only shown


class Shown(NamedTuple):
    """A command line `rawi …` in a block."""

    page: str
    line: str


def shown_commands() -> Iterator[Shown]:
    for page in filter(Path.exists, PAGES):
        for language in ("sh", "console"):
            for block in blocks(text_of(page), language):
                for line in block.replace("\\\n", " ").splitlines():
                    if language == "sh" or line.startswith("$ "):
                        yield from (Shown(name(page), part) for part in _parts(line.removeprefix("$ ")))


def _parts(line: str) -> Iterator[str]:
    for part in re.split(r"\||&&|;", re.sub(r"(?:^|\s)#.*", "", line)):
        found = re.match(r"\s*(?:\./run|rawi)(?: (.*))?$", part)
        if found:
            yield re.sub(r"\d?[<>]+\s*\S+", "", found[1] or "")


@pytest.mark.parametrize("shown", list(shown_commands()), ids=lambda shown: f"{shown.page} {shown.line[:40]}")
def test_a_command_that_is_shown_exists_with_its_options(shown: Shown) -> None:
    command: click.Command = rawi
    words = shlex.split(shown.line)
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        below = command.get_command(click.Context(command), words.pop(0))
        assert below is not None, shown.line
        command = below
    known = {option for one in command.params for option in (*one.opts, *one.secondary_opts)} | {"--help", "-h"}
    assert {word.partition("=")[0] for word in words if re.match("-{1,2}[a-z]", word)} <= known, shown.line


# What exists is documented


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_reference(command: str) -> None:
    assert f"\n### rawi {command}\n" in text_of(DOCS / "reference" / "cli.md")


def test_every_field_has_its_reference() -> None:
    page = text_of(DOCS / "reference" / "schema.md")
    for struct, schema in msgspec.json.schema(Record)["$defs"].items():
        section = page.partition(f"\n## {struct}\n")[2].partition("\n## ")[0]
        assert section, struct
        for field in schema["properties"]:
            assert f"| `{field}` |" in section, f"{struct}.{field}"


@pytest.mark.parametrize("form", REGISTRY)
def test_every_export_has_its_page(form: str) -> None:
    page = text_of(DOCS / "reference" / "export" / f"{form}.md")
    assert re.search(r"\blos(e|es|t|s)\b", page), "a page of an export says what the format loses"


# The pages hold together


@pages
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(FENCE.sub("", text_of(page))):
        if re.match(r"[a-z]+:", link):
            continue
        target, _, anchor = link.partition("#")
        there = (page.parent / target).resolve() if target else page
        assert there.exists(), link
        if anchor:
            assert anchor in {slug(heading) for heading in HEADING.findall(text_of(there))}, link


def slug(heading: str) -> str:
    """The anchor of a heading, as GitHub and MkDocs make it."""
    return re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", heading.lower()).strip())


def test_every_page_of_the_docs_is_in_the_table_of_contents() -> None:
    def leaves(item: Any) -> Iterator[str]:
        if isinstance(item, str):
            yield item
        else:
            for one in item.values() if isinstance(item, dict) else item:
                yield from leaves(one)

    listed = list(leaves(yaml.safe_load(text_of(ROOT / "mkdocs.yml"))["nav"]))
    assert sorted(listed) == sorted(page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md"))


@pytest.mark.parametrize("page", ["README.md", "README.ar.md"])
def test_the_front_page_is_short(page: str) -> None:
    assert len(text_of(ROOT / page).splitlines()) <= 120


@pages
def test_no_page_names_a_place_of_one_machine(page: Path) -> None:
    assert not re.search(r"(?<![\w.])/(?:home|root|work|Users|tmp)/", text_of(page))


def test_the_first_cue_of_a_contributor_is_found(tmp_path: Path) -> None:
    """What CONTRIBUTING.md tells to do makes its case hold, which does not hold before."""
    case, cue = blocks(text_of(ROOT / "CONTRIBUTING.md"), "toml")[:2]
    shutil.copytree(ROOT / "rawi", tmp_path / "rawi", ignore=shutil.ignore_patterns("__pycache__"))
    pack = tmp_path / "rawi" / "lang" / "ar"
    check = [sys.executable, "-P", "-m", "rawi.cli.main", "pack", "check"]
    paths = os.environ | {"PYTHONPATH": str(tmp_path)}
    for cues, holds in (("", False), (f"\n{cue}", True)):
        with (pack / "cues.toml").open("a", encoding="utf-8") as file:
            file.write(cues)
        (pack / "cases" / "statements.toml").write_text(case, encoding="utf-8")
        done = subprocess.run(check, cwd=tmp_path, env=paths, capture_output=True, check=False, text=True)
        assert ("statements:1" not in done.stderr) == holds, done.stderr


def main() -> None:
    """Writes what commands and examples of the front pages, tutorials, how-to pages and explanations give now."""
    os.chdir(ROOT)
    for page in [one for one in PAGES if one.exists() and "reference" not in one.parts]:
        before = text_of(page)
        if (after := replayed(reckoned(before))) != before:
            page.write_text(after, encoding="utf-8")
            print(f"written: {name(page)}")


if __name__ == "__main__":
    main()
