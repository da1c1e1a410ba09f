"""What can be wrong with the record, in words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Flaw(StrEnum):
    """One way in which the record is not as it was sealed."""

    LINE_ALTERED = "line_altered"
    LINE_REMOVED = "line_removed"
    LINE_INSERTED = "line_inserted"
    LINE_TWICE = "line_twice"
    WAITING_REMOVED = "waiting_removed"
    BLOCK_ALTERED = "block_altered"
    BLOCK_MISSING = "block_missing"
    CHAIN_BROKEN = "chain_broken"
    KEPT_DIGEST_GONE = "kept_digest_gone"


#: What is said of each flaw.
SENTENCES: Final[dict[Flaw, Promise | str]] = {
    Flaw.LINE_ALTERED: _("第 {block} 块：记录 {line} 与封存时不同，内容被改动过。"),
    Flaw.LINE_REMOVED: _("第 {block} 块：记录 {line} 已不存在，被删除过。"),
    Flaw.LINE_INSERTED: _("记录 {line} 既不在任何块中，也不在待封存队列中，是绕过系统插入的。"),
    Flaw.LINE_TWICE: _("记录 {line} 被封存了不止一次。"),
    Flaw.WAITING_REMOVED: _("记录 {line} 在封存之前被删除。"),
    Flaw.BLOCK_ALTERED: _("第 {block} 块的内容与其摘要不符，块被改动过。"),
    Flaw.BLOCK_MISSING: _("第 {block} 块缺失。"),
    Flaw.CHAIN_BROKEN: _("第 {block} 块与前一块衔接不上，前面的块被改动、删除或调换过。"),
    Flaw.KEPT_DIGEST_GONE: _("另存的摘要 {text} 在记录中找不到，记录被截断或重新封存过。"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """A flaw with the block and the line it is in."""

    flaw: Flaw
    block: int | None = None
    line: int | None = None
    text: str = ""

    def __str__(self) -> str:
        return str(SENTENCES[self.flaw]).format(block=self.block, line=self.line, text=self.text)
