"""Hash trees as in RFC 6962: one root for many leaves, a short proof for each."""

import hashlib
from collections.abc import Sequence
from typing import Final

#: What a tree may be hashed with: the international standard, and the national one (GB/T 32905).
ALGORITHMS: Final = ("sha256", "sm3")

_LEAF: Final = b"\x00"
_NODE: Final = b"\x01"


def is_offered(algorithm: str) -> bool:
    """Return whether this machine's cryptography can compute an algorithm."""
    return algorithm in ALGORITHMS and algorithm in hashlib.algorithms_available


def digest(data: bytes, *, algorithm: str) -> bytes:
    """Return the digest of some bytes."""
    return hashlib.new(algorithm, data).digest()


def leaf(data: bytes, *, algorithm: str) -> bytes:
    """Return the digest of a leaf; its prefix keeps it apart from the inner nodes."""
    return hashlib.new(algorithm, _LEAF + data).digest()


def root(leaves: Sequence[bytes], *, algorithm: str) -> bytes:
    """Return the root over some leaves; that of none is the digest of nothing."""
    if not leaves:
        return digest(b"", algorithm=algorithm)
    level = list(leaves)
    while len(level) > 1:
        level = _above(level, algorithm)
    return level[0]


def path(leaves: Sequence[bytes], position: int, *, algorithm: str) -> list[tuple[str, bytes]]:
    """Return the neighbours from a leaf up to the root: their side and their digest."""
    found: list[tuple[str, bytes]] = []
    level = list(leaves)
    while len(level) > 1:
        beside = position ^ 1
        if beside < len(level):
            found.append(("left" if beside < position else "right", level[beside]))
        level = _above(level, algorithm)
        position //= 2
    return found


def root_by_path(start: bytes, way: Sequence[tuple[str, bytes]], *, algorithm: str) -> bytes:
    """Return the root that a leaf and its path lead to."""
    for side, beside in way:
        pair = beside + start if side == "left" else start + beside
        start = hashlib.new(algorithm, _NODE + pair).digest()
    return start


def _above(level: list[bytes], algorithm: str) -> list[bytes]:
    """Return the nodes over a level; an odd last one moves up as it is."""
    pairs = zip(level[::2], level[1::2], strict=False)
    above = [hashlib.new(algorithm, _NODE + left + right).digest() for left, right in pairs]
    return above + level[-1:] if len(level) % 2 else above
