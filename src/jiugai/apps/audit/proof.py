"""Prove that one line is in the record, without showing any other line."""

from dataclasses import dataclass

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit import merkle
from jiugai.apps.audit.canon import read_lines
from jiugai.apps.audit.models import Block


@dataclass(frozen=True, slots=True)
class Inclusion:
    """A line's place in a block and the neighbours that lead from it to the block's root."""

    block: Block
    position: int
    leaf: bytes
    way: tuple[tuple[str, bytes], ...]

    @property
    def holds(self) -> bool:
        """Return whether the line as it stands today leads to the sealed root."""
        made = merkle.root_by_path(self.leaf, self.way, algorithm=self.block.algorithm)
        return made.hex() == self.block.root

    @property
    def steps(self) -> list[tuple[str, str]]:
        """Return the way in hexadecimal."""
        return [(side, beside.hex()) for side, beside in self.way]


def block_of(line: int) -> Block | None:
    """Return the block that seals a line; None while it waits."""
    return (
        Block.objects.filter(last__gte=line, first__lte=line, lines__contains=[line])
        .order_by("last")
        .first()
    )


def inclusion_of(line: int) -> Inclusion | None:
    """Return the proof that a line is in its block; None while it waits or if it is unknown."""
    block = block_of(line)
    with scope(""):
        bytes_ = dict(read_lines([line])).get(line)
    if block is None or bytes_ is None:
        return None
    position = block.lines.index(line)
    way = merkle.path(block.leaf_digests, position, algorithm=block.algorithm)
    return Inclusion(block, position, merkle.leaf(bytes_, algorithm=block.algorithm), tuple(way))
