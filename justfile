# The usual verbs; `just` lists them.

_list:
    @just --list

# the rawi command; without arguments, the example article
run *ARGS:
    @./run {{ARGS}}

# all that CI runs; with arguments, pytest alone
test *ARGS:
    @./test {{ARGS}}

# the pack's cases
check:
    @./run pack check

# ruff, mending what it can
lint:
    .venv/bin/ruff check --fix .

# mypy --strict
types:
    .venv/bin/python -m mypy

# what the documents show: the generated reference pages, the output of commands and examples
docs:
    .venv/bin/python -m rawi.cli.reference docs/reference
    .venv/bin/python tests/test_docs.py

# the golden article
golden:
    .venv/bin/python -m pytest tests/golden --snapshot-update

# the floors of the gate, to what is reached
floors:
    .venv/bin/python tests/gate/test_gate.py

# the documents as a site, in site/
site:
    uv run --no-project --with 'mkdocs-material>=9.5' mkdocs build

# how fast articles are read
speed:
    uv run --no-project --with-requirements requirements.txt --with 'spacy>=3.7' python benchmarks/speed.py

# uv.lock and, from it, the two lists that ./run and ./test install
lock:
    uv lock
    uv export --quiet --locked --no-emit-project --no-dev -o requirements.txt
    uv export --quiet --locked --no-emit-project --group dev -o requirements-dev.txt
