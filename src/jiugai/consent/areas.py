"""Registered areas: square metres with two decimals, counted in whole dm²."""

from typing import Final

import polars as pl

from jiugai.consent.tables import at_line
from jiugai.kernel.errors import InputError, UsageError
from jiugai.kernel.i18n import _, ngettext

DM2_PER_M2: Final = 100
#: Below a million square metres, so that sums over millions of flats stay within 64 bits.
_AREA: Final = r"^(\d{1,6})(?:\.(\d{1,2})0*)?$"


def read_areas(frame: pl.DataFrame, *, file: str) -> pl.Series:
    """Return the column `area` in dm².

    Raises InputError with file and line if one is missing, negative, 0 or too fine.
    """
    dm2 = _dm2(frame["area"])
    wrong = (dm2.is_null() | (dm2 == 0)).arg_true()
    if len(wrong):
        first = wrong[0]
        text = frame["area"][first]
        raise InputError(
            ngettext(
                "专有部分面积“{text}”不能用；请填大于 0、最多两位小数的平方米数（共 {n} 处）。",
                len(wrong),
            ).format(text=text, n=len(wrong)),
            file=file,
            cell=at_line(frame["line"][first]),
        )
    return dm2


def parse_area(text: str) -> int:
    """Return an area given by hand, like 71280.36, in dm².

    Raises UsageError if it is none.
    """
    (dm2,) = _dm2(pl.Series([text]))
    if dm2 is None:
        raise UsageError(
            _("面积“{text}”看不懂；请写成 71280.36 这样的平方米数。").format(text=text)
        )
    return int(dm2)


def _dm2(texts: pl.Series) -> pl.Series:
    plain = texts.str.normalize("NFKC").str.replace_all(r"[\s,]|m2|平方米|平米", "")
    whole = plain.str.extract(_AREA, 1).cast(pl.Int64)
    rest = plain.str.extract(_AREA, 2).fill_null("").str.pad_end(2, "0").cast(pl.Int64)
    return (whole * DM2_PER_M2 + rest).alias("area")


def square_metres(dm2: int) -> str:
    """Return an area in m², exactly, like 71,280.36."""
    whole, rest = divmod(abs(dm2), DM2_PER_M2)
    sign = "-" if dm2 < 0 else ""
    return f"{sign}{whole:,}.{rest:02d}"
