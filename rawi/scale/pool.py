"""Work spread over processes: in order, a little ahead of who asks for it, and going on when a process dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import wait
from typing import Generic, TypeVar

One = TypeVar("One")
Done = TypeVar("Done")

CHUNK = 16
"""Things handed to a process at a time."""

_AHEAD = 3  # chunks that wait for each process, so that none is idle while another is slow


class Pool(Generic[One, Done]):
    """Does the same `work` to many things in some processes; `lost` says what takes the place of one over which a process died."""

    def __init__(self, work: Callable[[One], Done], lost: Callable[[One], Done], workers: int) -> None:
        self._work, self._lost, self._workers = work, lost, workers

    def over(self, given: Iterable[One]) -> Iterator[Done]:
        """What becomes of each thing, in the order given."""
        if self._workers < 2:
            yield from map(self._work, given)
            return
        things = iter(given)
        waiting: deque[tuple[list[One], Future[list[Done]]]] = deque()
        executor = self._executor()
        try:
            while True:
                while len(waiting) < self._workers * _AHEAD and (chunk := list(islice(things, CHUNK))):
                    waiting.append((chunk, executor.submit(_each, self._work, chunk)))
                if not waiting:
                    return
                chunk, future = waiting.popleft()
                try:
                    done = future.result()
                except BrokenProcessPool:
                    executor.shutdown(wait=False, cancel_futures=True)
                    done = list(self._one_by_one(chunk))
                    executor = self._executor()
                    waiting = deque((chunk, executor.submit(_each, self._work, chunk)) for chunk, _ in waiting)
                yield from done
        finally:
            executor.shutdown(wait=True, cancel_futures=True)

    def _one_by_one(self, chunk: list[One]) -> Iterator[Done]:
        """A chunk over which a process died, each thing in a process that may die alone."""
        for one in chunk:
            with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _begin) as executor:
                try:
                    yield executor.submit(self._work, one).result()
                except BrokenProcessPool:
                    yield self._lost(one)

    def _executor(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, multiprocessing.get_context("spawn"), _begin)


def _each(work: Callable[[One], Done], chunk: list[One]) -> list[Done]:
    return [work(one) for one in chunk]


def _begin() -> None:
    """In a new process: Ctrl-C is its parent's to answer, and it goes when its parent is gone, however that came about."""
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
