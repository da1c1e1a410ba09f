"""Reading free text: names, addresses, firms."""

from collections.abc import Callable
from typing import Final

import polars as pl

from jiugai.census.words import MISSING, NONE_WORDS
from jiugai.policy.vocabulary import Building, Estate, Fact

#: Whole numbers above this lost digits when the spreadsheet stored them.
MOST_DIGITS: Final = 15
#: No cell longer than this says that nothing is known.
_LONGEST_MISSING: Final = 7
_UNTIDY: Final = r"[\u200b-\u200f\u2060\ufeff\u00ad]|\s"
_INVISIBLE: Final = r"[\u200b-\u200f\u2060\ufeff\u00ad]"
_PLAIN_CODE: Final = r"^[\x21-\x26\x28-\x7e]*$"


def read_texts(cells: pl.Series, fact: Fact) -> pl.Series:
    """Return a column of text, trimmed, null where nothing is known."""
    cells = _where(cells, cells.str.contains(_UNTIDY), _tidy)
    is_short = cells.str.len_chars() <= _LONGEST_MISSING
    cells = _where(cells, is_short, _known)
    if fact in _CODES:
        cells = _where(cells, ~cells.str.contains(_PLAIN_CODE), _code)
    return cells


def _where(cells: pl.Series, mask: pl.Series, change: Callable[[pl.Expr], pl.Expr]) -> pl.Series:
    """Return a column with the marked cells changed; most columns have few spellings or none."""
    at = mask.fill_null(value=False).arg_true()
    if at.is_empty():
        return cells
    marked = pl.DataFrame({"cell": cells.gather(at)})
    words = marked.unique().with_columns(change(pl.col("cell")).alias("new"))
    new = marked.join(words, on="cell", how="left", maintain_order="left")["new"]
    return cells.scatter(at, new)


def _tidy(text: pl.Expr) -> pl.Expr:
    tidy = text.str.replace_all(_INVISIBLE, "").str.replace_all(r"\s+", " ").str.strip_chars()
    return pl.when(tidy != "").then(tidy)


def _known(text: pl.Expr) -> pl.Expr:
    bare = text.str.replace_all(r"\s", "").str.normalize("NFKC").str.to_lowercase()
    return pl.when(~bare.is_in(sorted(MISSING | NONE_WORDS))).then(text)


def _code(text: pl.Expr) -> pl.Expr:
    """Return ids as they are compared: half width, without blanks and a leading apostrophe."""
    return text.str.normalize("NFKC").str.replace_all(r"\s|^'", "")


_CODES: Final = frozenset({Estate.id, Estate.division, Building.id, Building.estate_id})
