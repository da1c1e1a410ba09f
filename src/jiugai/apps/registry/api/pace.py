"""How fast a token may ask: its bucket is shared by all processes, which draw a little ahead."""

from threading import Lock
from time import monotonic
from typing import Final

from jiugai.apps.accounts.pace import take

#: A process draws what a token may ask in so many seconds, and gives up what it did not use then.
AHEAD: Final = 1.0

_LOCK: Final = Lock()
#: What is left of what this process drew for each token, and until when it may be used.
_DRAWN: Final[dict[int, tuple[int, float]]] = {}


def too_fast(token: int, per_minute: int) -> int:
    """Return 0 if a token may ask now, else how many seconds it has to wait."""
    if not per_minute or _use(token):
        return 0
    want = max(1, int(per_minute * AHEAD / 60))
    granted, wait = take(f"token:{token}", most=per_minute, want=want)
    if granted > 1:
        with _LOCK:
            left, until = _DRAWN.get(token, (0, 0.0))
            still = left if until > monotonic() else 0  # another thread drew meanwhile
            _DRAWN[token] = still + granted - 1, monotonic() + AHEAD
    return wait


def _use(token: int) -> bool:
    """Use one of what was drawn; return False where nothing is left of it."""
    with _LOCK:
        left, until = _DRAWN.get(token, (0, 0.0))
        if not left or until <= monotonic():
            _DRAWN.pop(token, None)
            return False
        _DRAWN[token] = left - 1, until
        return True
