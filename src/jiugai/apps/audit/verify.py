"""Recompute the whole record and name everything that is not as it was sealed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from django.db import connection
from django.db.models import Sum
from django.db.models.expressions import Func
from django.utils.translation import gettext as _

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit import merkle
from jiugai.apps.audit.canon import read_lines
from jiugai.apps.audit.models import Block
from jiugai.apps.audit.problems import Flaw, Problem
from jiugai.apps.audit.sealing import BEGINNING, block_digest

#: How many problems are named; more are only counted.
NAMED: Final = 1000

Tell = Callable[[int, int, str], None]


@dataclass(slots=True)
class Proof:
    """What a verification found; `digest` is that of the last block, to be kept elsewhere."""

    blocks: int = 0
    lines: int = 0
    waiting: int = 0
    last_line: int = 0
    digest: str = BEGINNING
    found: int = 0
    problems: list[Problem] = field(default_factory=list)

    def add(self, problem: Problem) -> None:
        """Keep a problem, or count it where there are too many to name."""
        self.found += 1
        if len(self.problems) < NAMED:
            self.problems.append(problem)


def verify(*, kept: str = "", tell: Tell = lambda _done, _of, _words: None) -> Proof:
    """Return the proof of the whole record as it stands.

    `kept` is the digest of a block that was written down outside; it must still be there, so
    that a record whose end was cut off or which was sealed anew is noticed.
    """
    proof = Proof()
    with scope(""):
        of = _sealed_lines()
        known = not kept
        for block in _blocks():
            _check_chain(block, proof)
            _check_lines(block, proof)
            known = known or block.digest == kept
            tell(proof.lines, of, _("正在核对第 {n} 块").format(n=block.number))
        if not known:
            proof.add(Problem(Flaw.KEPT_DIGEST_GONE, text=kept))
        _check_books(proof)
    return proof


def told(proof: Proof) -> str:
    """Return the outcome in a sentence."""
    if proof.found:
        return _("核对 {blocks} 块、{lines} 条记录，发现 {found} 处问题。").format(
            blocks=proof.blocks, lines=proof.lines, found=proof.found
        )
    return _(
        "核对 {blocks} 块、{lines} 条记录，全部与封存时一致；另有 {waiting} 条待封存。"
    ).format(blocks=proof.blocks, lines=proof.lines, waiting=proof.waiting)


def _sealed_lines() -> int:
    length = Func("lines", function="cardinality")
    return int(Block.objects.aggregate(n=Sum(length))["n"] or 0)


def _blocks() -> Iterator[Block]:
    return Block.objects.order_by("number").iterator(chunk_size=20)


def _check_chain(block: Block, proof: Proof) -> None:
    proof.blocks += 1
    for number in range(proof.blocks, block.number):
        proof.add(Problem(Flaw.BLOCK_MISSING, block=number))
        proof.blocks = number + 1
    if block.previous != proof.digest:
        proof.add(Problem(Flaw.CHAIN_BROKEN, block=block.number))
    made = block_digest(
        block.number, block.algorithm, block.root, block.previous, block.lines, block.sealed_at
    )
    if made != block.digest:
        proof.add(Problem(Flaw.BLOCK_ALTERED, block=block.number))
    proof.digest = block.digest


def _check_lines(block: Block, proof: Proof) -> None:
    leaves = block.leaf_digests
    whole = merkle.root(leaves, algorithm=block.algorithm).hex()
    if whole != block.root or len(leaves) != len(block.lines):
        proof.add(Problem(Flaw.BLOCK_ALTERED, block=block.number))
    there = dict(read_lines(block.lines))
    for id_, sealed in zip(block.lines, leaves, strict=False):
        if id_ not in there:
            proof.add(Problem(Flaw.LINE_REMOVED, block=block.number, line=id_))
        elif merkle.leaf(there[id_], algorithm=block.algorithm) != sealed:
            proof.add(Problem(Flaw.LINE_ALTERED, block=block.number, line=id_))
    proof.lines += len(block.lines)
    proof.last_line = max(proof.last_line, *block.lines)


#: What the tables say of each other, each in one statement, so that writers do not disturb it.
_BOOKS: Final = {
    Flaw.LINE_INSERTED: """
        SELECT id FROM audit_line l
        WHERE NOT EXISTS (SELECT 1 FROM audit_waiting w WHERE w.line_id = l.id)
          AND NOT EXISTS (SELECT 1 FROM (SELECT unnest(lines) AS id FROM audit_block) s
                          WHERE s.id = l.id)
        ORDER BY id""",
    Flaw.LINE_TWICE: """
        SELECT id FROM (
            SELECT unnest(lines) AS id FROM audit_block
            UNION ALL SELECT line_id FROM audit_waiting) s
        GROUP BY id HAVING count(*) > 1 ORDER BY id""",
    Flaw.WAITING_REMOVED: """
        SELECT line_id FROM audit_waiting w
        WHERE NOT EXISTS (SELECT 1 FROM audit_line l WHERE l.id = w.line_id)
        ORDER BY line_id""",
}


def _check_books(proof: Proof) -> None:
    with connection.cursor() as cursor:
        for flaw, sql in _BOOKS.items():
            cursor.execute(sql)
            for (id_,) in cursor.fetchall():
                proof.add(Problem(flaw, line=id_))
        cursor.execute("SELECT count(*) FROM audit_waiting")
        (proof.waiting,) = cursor.fetchone()
