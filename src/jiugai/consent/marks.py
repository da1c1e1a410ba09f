"""What stands on a ballot: the mark, and when it was handed in."""

from enum import IntEnum
from typing import Final

import polars as pl


class Choice(IntEnum):
    """How somebody counts in a vote; what is above ABSTAIN follows from several ballots."""

    NONE = 0
    AGREE = 1
    OPPOSE = 2
    ABSTAIN = 3
    SPLIT = 4  # took part with ballots that contradict each other
    SILENT = 5  # was served and handed in nothing


WORDS: Final = {
    Choice.AGREE: ("同意", "赞成", "支持", "是", "√", "AGREE", "YES"),
    Choice.OPPOSE: ("反对", "不同意", "不赞成", "否", "×", "OPPOSE", "NO"),
    Choice.ABSTAIN: ("弃权", "ABSTAIN"),
}
_DAYS: Final = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d")
_CLOCKS: Final = (" %H:%M:%S", " %H:%M", " %H:%M:%S%.f", "")
#: With a clock first: most ballots have one, and what is read once is not tried again.
_FORMATS: Final = tuple((day + clock, bool(clock)) for clock in _CLOCKS for day in _DAYS)


def marks_of(texts: pl.Series) -> pl.Series:
    """Return the choice of each mark; NONE where it is none or cannot be read."""
    words = {word: int(choice) for choice, known in WORDS.items() for word in known}
    plain = texts.str.normalize("NFKC").str.to_uppercase().str.strip_chars()
    return plain.replace_strict(words, default=0, return_dtype=pl.Int8).alias("choice")


def times_of(texts: pl.Series) -> pl.DataFrame:
    """Return `time` in seconds and `clock`, false where only a day is given.

    A time that cannot be read is null, as an empty one is.
    """
    plain = texts.str.normalize("NFKC").str.strip_chars().str.replace("T", " ", literal=True)
    time = pl.Series("time", [None], dtype=pl.Int64).new_from_index(0, len(plain))
    clock = pl.Series("clock", [False]).new_from_index(0, len(plain))
    pending = (plain != "").arg_true()
    for form, has_clock in _FORMATS:
        if not len(pending):
            break
        moments = plain.gather(pending).str.to_datetime(form, strict=False, time_unit="us")
        read = moments.is_not_null()
        time = time.scatter(pending.filter(read), moments.filter(read).dt.epoch("s"))
        clock = clock.scatter(pending.filter(read), has_clock)
        pending = pending.filter(~read)
    return pl.DataFrame([time, clock])
