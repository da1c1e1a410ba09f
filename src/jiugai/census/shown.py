"""Values as an issue prints them: in the words and units of a ledger."""

import polars as pl

from jiugai.kernel.i18n import _
from jiugai.policy.vocabulary import Fact, Kind

_CENTS_PER_WAN = 1_000_000


def shown(column: pl.Expr, fact: Fact) -> pl.Expr:
    """Return a column's values as text; missing ones stay missing."""
    match fact.kind:
        case Kind.MONEY:
            return pl.format(_("{}万元"), _number(column / _CENTS_PER_WAN))
        case Kind.SHARE:
            return _number((column * 100).round(4)) + "%"
        case Kind.FLAG:
            return pl.when(column).then(pl.lit(_("是"))).when(~column).then(pl.lit(_("否")))
        case Kind.CHOICE:
            terms = {word: _(term) for word, term in fact.choices.items()}
            return column.replace(terms)
        case Kind.DECIMAL:
            return _number(column)
        case _:
            return column.cast(pl.String)


def _number(column: pl.Expr) -> pl.Expr:
    return column.cast(pl.String).str.replace(r"\.0$", "")
