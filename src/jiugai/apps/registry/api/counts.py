"""Counts that stay true until something changes: kept by caller, question and generation."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Final, Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """Answers by key, the longest unused forgotten when their weight passes a limit."""

    def __init__(self, most: int, weight: Callable[[T], int] = lambda _one: 1) -> None:
        self.most, self.weight = most, weight
        self._known: OrderedDict[Hashable, T] = OrderedDict()
        self._total = 0
        self._lock = Lock()

    def get(self, key: Hashable) -> T | None:
        """Return a kept answer or None."""
        with self._lock:
            if key not in self._known:
                return None
            self._known.move_to_end(key)
            return self._known[key]

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._known.clear()
            self._total = 0

    def put(self, key: Hashable, answer: T) -> None:
        """Keep an answer."""
        with self._lock:
            if (old := self._known.pop(key, None)) is not None:
                self._total -= self.weight(old)
            self._known[key] = answer
            self._total += self.weight(answer)
            while self._total > self.most:
                self._total -= self.weight(self._known.popitem(last=False)[1])


COUNTS: Final[Kept[int]] = Kept(20_000)
