"""Which division each row of a ledger belongs to, from code, name, pinyin or street."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import polars as pl

from jiugai.census.issues import Issue, IssueKind, IssueLog, Severity
from jiugai.census.table import ROW, Table
from jiugai.census.words import dense, key, keys_of
from jiugai.kernel.division import (
    DISTRICT,
    ancestors,
    covers,
    division,
    divisions,
    find_division,
    shortest,
)
from jiugai.kernel.i18n import _
from jiugai.policy.vocabulary import Estate

#: The first six digits of the division: what rows are joined on.
OWN: Final = "_district"
#: What became of the division of a row.
STATE: Final = "_state"
_FOUND: Final = {"division": pl.String, "district": pl.String, OWN: pl.String, STATE: pl.String}
#: What a row is called by, the plainest first.
_NAMES: Final = ("name", "estate_id", "id")
#: Before the name of a column: what the ledger itself says there.
SAID: Final = "_said_"

KNOWN, UNKNOWN, MISSING, DISAGREES, STRANGE_NAME, STRANGE_CODE, BY_POINT = (
    "known",
    "unknown",
    "missing",
    "disagrees",
    "strange_name",
    "strange_code",
    "by_point",
)


@dataclass(frozen=True, slots=True)
class _Found:
    division: str | None
    district: str | None
    state: str

    @property
    def columns(self) -> dict[str, str | None]:
        """Return the columns that a row gets."""
        return {
            "division": self.division,
            "district": self.district,
            OWN: _district(self.division),
            STATE: self.state,
        }


def resolve_divisions(table: Table, place: str) -> pl.DataFrame:
    """Return the table's frame with the division of each row, as code and district's name.

    A ledger of estates without any column of divisions is taken to be of `place` alone.
    """
    frame = table.frame
    names: tuple[str, ...] = ("division", "district")
    asked = {name: SAID + name for name in names if name in frame.columns}
    if asked:
        frame = frame.rename(asked)
        means = _meanings(frame.select(asked.values()), place)
        frame = frame.join(
            means, on=list(asked.values()), how="left", nulls_equal=True, maintain_order="left"
        )
    else:
        found = _of_place(place) if table.subject is Estate else _Found(None, None, KNOWN)
        frame = frame.with_columns(
            pl.lit(value, dtype=pl.String).alias(name) for name, value in found.columns.items()
        )
    return _by_street(frame) if "street" in frame.columns else frame


def _meanings(said: pl.DataFrame, place: str) -> pl.DataFrame:
    """Return what the columns of divisions say, each combination once, and what it means."""
    words = said.unique(maintain_order=True)
    rows = [
        _resolve(place, row.get(f"{SAID}division"), row.get(f"{SAID}district")).columns
        for row in words.iter_rows(named=True)
    ]
    return words.hstack(pl.DataFrame(rows, schema=_FOUND))


def _of_place(place: str) -> _Found:
    code = shortest(place)
    if len(code) < DISTRICT:
        return _Found(None, None, KNOWN)
    return _Found(code, division(code[:DISTRICT]).name, KNOWN)


def _district(code: str | None) -> str | None:
    return code[:DISTRICT] if code and len(code) >= DISTRICT else None


def _resolve(place: str, division: str | None, district: str | None) -> _Found:
    if not division and not district:
        return _Found(None, None, MISSING)
    by_code = _by_word(division, place) if division else None
    by_name = _by_word(district, place) if district else None
    if by_code and by_name and covers(by_code, by_name):
        by_code = by_name  # 北京市 and 西城区 do not disagree
    found = by_code or by_name
    if found is None:
        return _Found(None, None, UNKNOWN)
    own = _district(found)
    name = divisions()[own].name if own in divisions() else None
    if own is None:
        return _Found(found, name, MISSING)
    if division and not by_code:
        return _Found(found, name, STRANGE_CODE)
    if district and not by_name:
        return _Found(found, name, STRANGE_NAME)
    disagrees = by_name and own != _district(by_name) and not covers(by_name, own)
    return _Found(found, name, DISAGREES if disagrees else KNOWN)


def _by_word(text: str, place: str) -> str | None:
    """Return the code of the division that a cell names, by the nearest one of that name."""
    word = dense(text).removesuffix(".0")  # as programs write numbers
    if word.isascii() and word.isdigit():
        code = shortest(word)
        known = divisions().get(code[:DISTRICT])
        return code if known and len(code) in (2, 4, 6, 9, 12) else None
    for scope in (shortest(place), *reversed(ancestors(place))):
        if found := find_division(text, scope):
            return found.code
    return _above_districts().get(key(text))


@cache
def _above_districts() -> dict[str, str]:
    """Return the provinces and cities by name; a cell may say no more than that."""
    return {
        key(word): place.code
        for place in divisions().values()
        if len(place.code) in (2, 4) and place.name != "市辖区"
        for word in (place.name, place.name.removesuffix("市").removesuffix("省"), place.pinyin)
    }


def _by_street(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the frame with the code of the street where it is known."""
    streets = [
        (code[:DISTRICT], key(place.name), code)
        for code, place in divisions().items()
        if len(code) > DISTRICT
    ]
    known = pl.DataFrame(streets, schema=[OWN, "_street", "_code"], orient="row")
    codes = (
        frame.select(OWN, _street=keys_of(frame["street"]))
        .join(known, on=[OWN, "_street"], how="left", maintain_order="left")
        .to_series(2)
    )
    is_district = frame["division"].str.len_chars() == DISTRICT
    finer = is_district.fill_null(value=False) & codes.is_not_null()
    return frame.with_columns(codes.zip_with(finer, frame["division"]).alias("division"))


def in_place(frame: pl.DataFrame, place: str) -> pl.Series:
    """Return which rows lie in `place`, or may: their division is unknown or lies above it."""
    known = [code for code in frame["division"].unique() if code is not None]
    inside = [code for code in known if covers(place, code) or covers(code, place)]
    return frame["division"].is_in(inside) | frame["division"].is_null()


def note_elsewhere(table: Table, rows: pl.DataFrame, place: str, log: IssueLog) -> None:
    """Note the rows that lie outside the place, each by its name or else its number."""
    known = [pl.col(name) for name in _NAMES if name in rows.columns]
    log.rows(
        rows.select(
            row=ROW, value=pl.coalesce([*known, pl.lit("")]), place=pl.lit(str(division(place)))
        ),
        file=table.file,
        sheet=table.sheet,
        kind=IssueKind.ELSEWHERE,
        advice=_("第 {row} 行“{value}”在{place}之外，未纳入"),
        severity=Severity.NOTE,
    )


def note_divisions(table: Table, frame: pl.DataFrame, place: str, log: IssueLog) -> None:
    """Note the rows whose division is unknown, missing or said in two ways."""
    origin = table.origins.get("district") or table.origins.get("division")
    if origin is None:
        if table.subject is Estate:
            _note_no_column(table, place, log)
        return
    advice = {
        UNKNOWN: (
            IssueKind.UNKNOWN_DIVISION,
            _(
                "第 {row} 行“{column}”写的是“{value}”，不是已知的区县，整行未读；"
                "请写区县名称或代码"
            ),
            Severity.ERROR,
        ),
        MISSING: (
            IssueKind.NO_DIVISION,
            _("第 {row} 行没有区县，当作在所评估的地区内；请补上"),
            Severity.WARNING,
        ),
        BY_POINT: (
            IssueKind.NO_DIVISION,
            _("第 {row} 行的区县“{value}”没写或写错，按坐标所在计为{name}；请补正"),
            Severity.WARNING,
        ),
        DISAGREES: (
            IssueKind.CONFLICT,
            _("第 {row} 行的区划代码 {code} 和区县“{value}”不是一处，按代码计；请核对原件"),
            Severity.WARNING,
        ),
        STRANGE_NAME: (
            IssueKind.CONFLICT,
            _(
                "第 {row} 行的区划代码 {code} 是{name}，区县却写“{value}”，"
                "不是已知的区县；按代码计，请核对原件"
            ),
            Severity.WARNING,
        ),
        STRANGE_CODE: (
            IssueKind.CONFLICT,
            _("第 {row} 行的区划代码“{said_code}”不是已知的代码，按区县“{value}”计；请核对原件"),
            Severity.WARNING,
        ),
    }
    said = [pl.col(n) for n in (f"{SAID}district", f"{SAID}division") if n in frame.columns]
    rows = frame.select(
        STATE,
        row=ROW,
        value=pl.coalesce(said).fill_null(""),
        code=pl.col("division").fill_null(""),
        name=pl.col("district").fill_null(""),
        said_code=(pl.col(code) if (code := f"{SAID}division") in frame.columns else pl.lit("")),
    )
    if table.subject is not Estate:  # a building may leave it to its estate where it stands
        del advice[MISSING]
    for state, (kind, words, severity) in advice.items():
        log.rows(
            rows.filter(pl.col(STATE) == state),
            file=table.file,
            sheet=table.sheet,
            column=origin.heading,
            letter=origin.letter,
            kind=kind,
            advice=words,
            severity=severity,
        )


def _note_no_column(table: Table, place: str, log: IssueLog) -> None:
    log.add(
        Issue(
            file=table.file,
            sheet=table.sheet,
            row=None,
            column="",
            value="",
            kind=IssueKind.NO_DIVISION,
            advice=_("没有区县列，当作全部在{place}；如不对请加上“区县”一列").format(
                place=division(place)
            ),
            severity=Severity.NOTE,
        )
    )
