"""What clerks write: words compared whatever their marks and language, headings found by them."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, TypeVar
from unicodedata import normalize

from jiugai.kernel.i18n import _, in_every_language
from jiugai.kernel.sheets import Row

#: What one thing is called; our own forms write the first, in any language.
Words = tuple[str, ...]
#: The columns of a table by our names.
Headings = Mapping[str, Words]

#: Titles and remarks may stand above the headings.
HEAD_ROWS: Final = 20
#: What behind a heading tells more of it, like a unit; a bracket may be left open.
IN_BRACKETS: Final = re.compile(r"[(\[].*?(?:[)\]]|$)")

_MARKS: Final = re.compile(r"[\s_()\[\]/\-·]+")

K = TypeVar("K")


def words(text: str) -> Words:
    """Return the words of a text with blanks between them."""
    return tuple(text.split())


def half(text: str) -> str:
    """Return a text in half width, without blanks around it."""
    return normalize("NFKC", text).strip()


def word(text: str) -> str:
    """Return a text as words are compared: half width, lower case, without blanks and marks."""
    return _MARKS.sub("", half(text)).lower()


def by_word(meant: Mapping[K, Words]) -> dict[str, K]:
    """Return what each word means, as `word` leaves it; the first of each in every language."""
    ours = {word(one): key for key, said in meant.items() for one in in_every_language(said[0])}
    return ours | {word(one): key for key, said in meant.items() for one in said}


def named(text: str, said: Words) -> bool:
    """Return whether a text is one of some words, or the first of them in any language."""
    return word(text) in _known(said)


@cache
def _known(said: Words) -> frozenset[str]:
    return frozenset(by_word({True: said}))


def title_of(said: Words) -> str:
    """Return what people call a thing in the language in use."""
    return _(said[0])


def names_in(
    row: Sequence[str], headings: Headings, *, unit: re.Pattern[str] = IN_BRACKETS
) -> list[str | None]:
    """Return our name of each column, None where a heading is not known.

    A heading is known as it stands, or without what `unit` finds in it.
    """
    known = by_word(headings)
    return [known.get(word(text)) or known.get(word(unit.sub("", half(text)))) for text in row]


def columns_in(
    row: Sequence[str], headings: Headings, *, unit: re.Pattern[str] = IN_BRACKETS
) -> dict[str, int]:
    """Return where each of our columns stands; the first that has the name wins."""
    found: dict[str, int] = {}
    for index, name in enumerate(names_in(row, headings, unit=unit)):
        if name is not None:
            found.setdefault(name, index)
    return found


def find_head(
    rows: Sequence[Row],
    headings: Headings,
    needed: Sequence[str],
    *,
    unit: re.Pattern[str] = IN_BRACKETS,
) -> tuple[int, dict[str, int]] | None:
    """Return the first row with all needed columns and where they stand, None without one."""
    for index, row in enumerate(rows[:HEAD_ROWS]):
        columns = columns_in([cell.text for cell in row], headings, unit=unit)
        if set(needed) <= set(columns):
            return index, columns
    return None
