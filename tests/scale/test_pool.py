"""Work spread over processes: in order, past a process that dies, and gone when its parent is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rawi.scale.pool import CHUNK, Pool

ROOT = Path(__file__).parents[2]


def double(number: int) -> int:
    if number == -1:
        os._exit(9)
    if number == -2:
        raise ZeroDivisionError
    return number * 2


def lost(number: int) -> int:
    return -100


@pytest.mark.parametrize("workers", [1, 2])
def test_everything_comes_in_order(workers: int) -> None:
    assert list(Pool(double, lost, workers).over(range(100))) == [number * 2 for number in range(100)]


def test_a_process_that_dies_takes_only_its_own_thing_along() -> None:
    given = [*range(CHUNK + 3), -1, *range(CHUNK * 2)]
    found = list(Pool(double, lost, 2).over(given))
    assert found == [-100 if number == -1 else number * 2 for number in given]


def test_a_fault_is_raised_where_it_is_asked_for() -> None:
    with pytest.raises(ZeroDivisionError):
        list(Pool(double, lost, 2).over([1, -2]))


def test_little_is_taken_ahead() -> None:
    taken = 0

    def things() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield number

    found = Pool(double, lost, 2).over(things())
    assert next(found) == 0
    assert taken <= 2 * 4 * CHUNK
    found.close()  # type: ignore[attr-defined]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up in /proc")
def test_processes_go_when_their_parent_is_killed() -> None:
    code = (
        "import multiprocessing, time\nfrom rawi.scale.pool import Pool\nfrom time import sleep\n"
        "if __name__ == '__main__':\n found = Pool(sleep, sleep, 2).over([0] * 32 + [60] * 99)\n next(found)\n"
        " print(*[p.pid for p in multiprocessing.active_children()], flush=True)\n time.sleep(60)\n"
    )
    path = ROOT if (ROOT / "rawi").exists() else Path.cwd()
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=path, env={**os.environ, "PYTHONPATH": str(path)}
    ) as parent:
        assert parent.stdout is not None
        children = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(children) == 2
        parent.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 10
    while any(_runs(pid) for pid in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_runs(pid) for pid in children)


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
