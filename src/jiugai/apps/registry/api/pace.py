"""How fast a token may ask: a bucket that fills evenly, in each process by itself."""

from math import ceil
from threading import Lock
from time import monotonic
from typing import Final

_LOCK: Final = Lock()
#: What is left in each token's bucket, and when that was so.
_LEFT: Final[dict[int, tuple[float, float]]] = {}


def too_fast(token: int, per_minute: int) -> int:
    """Return 0 if a token may ask now, else how many seconds it has to wait."""
    if not per_minute:
        return 0
    now = monotonic()
    with _LOCK:
        left, at = _LEFT.get(token, (float(per_minute), now))
        left = min(per_minute, left + (now - at) * per_minute / 60)
        if left < 1:
            _LEFT[token] = left, now
            return max(1, ceil((1 - left) * 60 / per_minute))
        _LEFT[token] = left - 1, now
    return 0
