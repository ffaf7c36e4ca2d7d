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

# the generated reference pages
docs:
    .venv/bin/python -m rawi.cli.reference docs/reference

# uv.lock and, from it, the two lists that ./run and ./test install
lock:
    uv lock
    uv export --quiet --locked --no-emit-project --no-dev -o requirements.txt
    uv export --quiet --locked --no-emit-project --group dev -o requirements-dev.txt
