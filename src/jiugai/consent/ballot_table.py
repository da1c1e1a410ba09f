"""Every ballot with what became of it, as a table."""

from __future__ import annotations

from typing import Final

import polars as pl

from jiugai.consent.result import Result
from jiugai.consent.standing import ADVICE, TITLES
from jiugai.kernel.i18n import _

#: A spreadsheet would run a text that begins like this as a formula.
_FORMULA: Final = r"^[=+\-@\t]"


def ballot_table(result: Result) -> pl.DataFrame:
    """Return one line for each ballot in the order of files and lines, without names."""
    frame = result.ballots.frame
    files = pl.Series("file", result.ballots.files)
    titles = {int(code): _(title) for code, title in TITLES.items()}
    advice = {int(code): _(text) for code, text in ADVICE.items()}
    standing = pl.Series("standing", result.standing)
    flat = pl.when(pl.col("address") != "").then("address").otherwise("number")
    time = pl.from_epoch("time", "s")
    return frame.select(
        files.gather(frame["file"].cast(pl.UInt32)).alias(_("文件")),
        pl.col("line").alias(_("行")),
        _safe(flat).alias(_("户号")),
        _safe(pl.col("item")).alias(_("事项")),
        _safe(pl.col("mark")).alias(_("意见")),
        _safe(pl.col("channel")).alias(_("渠道")),
        pl.when("clock")
        .then(time.dt.strftime("%Y-%m-%d %H:%M:%S"))
        .otherwise(time.dt.strftime("%Y-%m-%d"))
        .fill_null("")
        .alias(_("时间")),
        standing.replace_strict(titles, return_dtype=pl.String).alias(_("处理")),
        _instead(result, files).alias(_("以此票为准")),
        standing.replace_strict(advice, default="", return_dtype=pl.String).alias(_("怎么办")),
    )


def _safe(text: pl.Expr) -> pl.Expr:
    return pl.when(text.str.contains(_FORMULA)).then(pl.lit("'") + text).otherwise(text)


def _instead(result: Result, files: pl.Series) -> pl.Series:
    """Return where the ballot stands that counts instead; empty where there is none."""
    at = pl.Series("at", result.instead)
    frame = result.ballots.frame
    named = pl.DataFrame(
        {"file": files.gather(frame["file"].cast(pl.UInt32)), "line": frame["line"]}
    )
    told = named.select(
        pl.format(_("{file} 第 {line} 行").format(file="{}", line="{}"), "file", "line").alias(
            "told"
        )
    )["told"]
    is_one = at >= 0
    found = pl.Series("told", [""]).new_from_index(0, len(at))
    if not is_one.any():
        return found
    return found.scatter(is_one.arg_true(), told.gather(at.filter(is_one)))
