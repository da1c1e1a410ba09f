"""Seal the lines that wait into a block, chained to the block before."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import connection

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit import merkle
from jiugai.apps.audit.canon import moment, read_lines
from jiugai.apps.audit.models import Block, Waiting

#: Only who holds this advisory lock seals.
LOCK: Final = 7100
#: How many lines a block takes at most.
MOST: Final = 4096
#: What stands before the first block.
BEGINNING: Final = "0" * 64


def seal_waiting(*, at: datetime) -> Block | None:
    """Seal what waits, oldest lines first; None if nothing does or somebody else is sealing.

    Writers never wait for it: it touches only lines that are committed.
    """
    with scope(""):
        if not Waiting.objects.exists() or not _alone():
            return None
        ids = list(Waiting.objects.order_by("line_id").values_list("line_id", flat=True)[:MOST])
        lines = dict(read_lines(ids))
        if not lines:
            return None
        Waiting.objects.filter(line_id__in=lines).delete()
        return _chain(lines, at)


def _alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        (held,) = cursor.fetchone()
    return bool(held)


def _chain(lines: dict[int, bytes], at: datetime) -> Block:
    algorithm = settings.RECORD_HASH
    leaves = [merkle.leaf(line, algorithm=algorithm) for line in lines.values()]
    before = Block.objects.order_by("-number").values_list("number", "digest").first()
    number, previous = before or (0, BEGINNING)
    block = Block(
        number=number + 1,
        algorithm=algorithm,
        lines=list(lines),
        first=min(lines),
        last=max(lines),
        leaves=b"".join(leaves),
        root=merkle.root(leaves, algorithm=algorithm).hex(),
        previous=previous,
        sealed_at=at,
    )
    block.digest = block_digest(
        block.number, algorithm, block.root, previous, block.lines, block.sealed_at
    )
    block.save(force_insert=True)
    return block


def block_digest(
    number: int, algorithm: str, root: str, previous: str, lines: Sequence[int], at: datetime
) -> str:
    """Return the digest that binds a block to the one before and to the lines it names."""
    whole = json.dumps(
        [number, algorithm, previous, root, list(lines), moment(at)], separators=(",", ":")
    )
    return merkle.digest(whole.encode(), algorithm=algorithm).hex()
