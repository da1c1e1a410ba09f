"""What an official document says, without how it looks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

#: What stands between the things that a document lists.
COMMA: Final = "、"
SEMICOLON: Final = "；"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some text: body, or a heading of the first or second level."""

    text: str
    level: int = 0

    def __post_init__(self) -> None:
        if self.level not in (0, 1, 2):
            raise ValueError(f"There is no level {self.level}.")


@dataclass(frozen=True, slots=True)
class Table:
    """A table; columns whose numbers are in `numbers` are set to the right."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float] = ()  # shares of the width of the text
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG, so many millimetres wide, and what it says to who cannot see it."""

    png: bytes
    width: float
    said: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A document: red head where its office has one, number, title, body, who signs and when."""

    title: str
    body: Sequence[Paragraph | Table | Picture]
    head: str = ""
    number: str = ""
    to: str = ""
    attachments: Sequence[str] = ()
    signed_by: str = ""
    on: date | None = None
    seal: bool = False  # room for a seal above name and day
    notes: Sequence[str] = field(default_factory=tuple)
    landscape: bool = False


def in_a_row(things: Iterable[object], mark: str = COMMA) -> str:
    """Return what a document lists; documents are Chinese in whatever language people read."""
    return mark.join(map(str, things))


def in_chinese(day: date) -> str:
    """Return a day as official documents write it."""
    return f"{day.year}年{day.month}月{day.day}日"
