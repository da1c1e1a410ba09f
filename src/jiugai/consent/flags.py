"""Columns of yes or no."""

from typing import Final

import polars as pl

from jiugai.consent.tables import at_line
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _

YES: Final = ("是", "有", "√", "✓", "Y", "YES", "TRUE", "1", "已")
NO: Final = ("", "否", "无", "×", "✕", "N", "NO", "FALSE", "0", "未")


def read_flag(frame: pl.DataFrame, name: str, *, file: str, heading: str) -> pl.Series:
    """Return a column as true and false; an empty cell says no.

    Raises InputError with file and line if a cell says neither.
    """
    words = frame[name].str.normalize("NFKC").str.to_uppercase().str.strip_chars()
    is_yes, is_no = words.is_in(YES), words.is_in(NO)
    strange = (~(is_yes | is_no)).arg_true()
    if len(strange):
        first = strange[0]
        raise InputError(
            _("“{heading}”不能是“{text}”；请写是或否。").format(
                heading=heading, text=frame[name][first]
            ),
            file=file,
            cell=at_line(frame["line"][first]),
        )
    return is_yes
