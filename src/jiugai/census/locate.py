"""Where the rows of a ledger lie: coordinates put right, converted, held against outlines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from jiugai.census.datum import CANDIDATES, DatumFit, fit_datum
from jiugai.census.issues import Issue, IssueKind, IssueLog, Severity
from jiugai.census.outlines import Outlines
from jiugai.census.place import BY_POINT, OWN, STATE
from jiugai.census.table import ROW, Table
from jiugai.kernel.coordinates import Datum, convert
from jiugai.kernel.division import DISTRICT, covers, divisions
from jiugai.kernel.i18n import _, listed
from jiugai.policy.vocabulary import Estate

#: Coordinates as the ledger gives them, beside the converted ones.
GIVEN: Final = {"lon": "lon_given", "lat": "lat_given", "datum": "datum_given"}
_EAST: Final = (73.0, 136.0)
_NORTH: Final = (3.0, 54.0)


@dataclass(frozen=True, slots=True)
class Located:
    """A table's rows with WGS-84 coordinates, those given, and how the datum was found."""

    frame: pl.DataFrame
    fit: DatumFit | None


def locate(table: Table, frame: pl.DataFrame, outlines: Outlines | None, log: IssueLog) -> Located:
    """Return the rows with sound coordinates in WGS-84 and the given ones beside them.

    A row that names no district gets the one in which its point lies.
    """
    halves = {"lon", "lat"} & set(frame.columns)
    if len(halves) < 2:
        return Located(_without_half(table, frame, halves, log), None)
    frame = _put_right(table, frame, log)
    fit = _fit(table, frame, outlines)
    _note_fit(fit, log)
    frame = _converted(frame, fit)
    if outlines is not None:
        frame = _with_missing_districts(frame, outlines)
    return Located(frame, fit)


def _without_half(
    table: Table, frame: pl.DataFrame, halves: set[str], log: IssueLog
) -> pl.DataFrame:
    for name in halves:
        advice = _("只有“{column}”一列，没有另一半坐标，不作数；请补上").format(
            column=table.origins[name].heading
        )
        _note_sheet(table.file, table.sheet, IssueKind.UNREADABLE, advice, log)
    return frame.drop(halves)


def _put_right(table: Table, frame: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Swap longitudes and latitudes that changed places; take out what is nowhere in China."""
    lon, lat = pl.col("lon"), pl.col("lat")
    state = (
        pl.when(lon.is_null() & lat.is_null())
        .then(None)
        .when(lon.is_null() | lat.is_null())
        .then(pl.lit("half"))
        .when(lon.is_between(*_EAST) & lat.is_between(*_NORTH))
        .then(pl.lit("sound"))
        .when(lat.is_between(*_EAST) & lon.is_between(*_NORTH))
        .then(pl.lit("swapped"))
        .otherwise(pl.lit("nowhere"))
    )
    frame = frame.with_columns(_point=state)
    _note_points(table, frame, log)
    swapped, kept = pl.col("_point") == "swapped", pl.col("_point").is_in(["sound", "swapped"])
    return frame.with_columns(
        lon=pl.when(kept).then(pl.when(swapped).then(lat).otherwise(lon)),
        lat=pl.when(kept).then(pl.when(swapped).then(lon).otherwise(lat)),
    ).drop("_point")


def _note_points(table: Table, frame: pl.DataFrame, log: IssueLog) -> None:
    rows = frame.select(
        "_point",
        row=ROW,
        value=pl.concat_str(pl.col("lon", "lat").cast(pl.String).fill_null("—"), separator=", "),
    ).filter(pl.col("_point").is_not_null())
    swapped = rows.filter(pl.col("_point") == "swapped")
    if len(swapped) > 1 and len(swapped) == len(rows):
        _note_swapped_columns(table, log)
        return
    advice = {
        "half": (
            IssueKind.UNREADABLE,
            _("第 {row} 行的经纬度“{value}”只有一半，不作数；请补全或都留空"),
        ),
        "swapped": (
            IssueKind.SWAPPED,
            _("第 {row} 行的经纬度“{value}”写反了，已对调；请改正"),
        ),
        "nowhere": (
            IssueKind.OUT_OF_RANGE,
            _("第 {row} 行的经纬度“{value}”不在中国境内，不作数；请核对原件"),
        ),
    }
    for state, (kind, words) in advice.items():
        log.rows(
            rows.filter(pl.col("_point") == state),
            file=table.file,
            sheet=table.sheet,
            column=table.origins["lon"].heading,
            letter=table.origins["lon"].letter,
            kind=kind,
            advice=words,
            severity=Severity.WARNING,
        )


def _note_swapped_columns(table: Table, log: IssueLog) -> None:
    lon, lat = table.origins["lon"], table.origins["lat"]
    _note_sheet(
        table.file,
        table.sheet,
        IssueKind.SWAPPED,
        _("“{lon}”和“{lat}”两列的标题写反了，已对调；请改正").format(
            lon=lon.heading, lat=lat.heading
        ),
        log,
    )


def _note_sheet(
    file: str,
    sheet: str,
    kind: IssueKind,
    advice: str,
    log: IssueLog,
    severity: Severity = Severity.WARNING,
) -> None:
    log.add(Issue(file, sheet, None, "", "", kind, advice, severity))


def _fit(table: Table, frame: pl.DataFrame, outlines: Outlines | None) -> DatumFit:
    points = frame.filter(pl.col("lon").is_not_null())
    stated = _stated(points)
    if outlines is None or points.is_empty():
        return DatumFit(table.file, table.sheet, points.height, stated=stated)
    known = points.filter(pl.col(OWN).is_in(list(outlines.codes)))
    if known.is_empty():
        return DatumFit(table.file, table.sheet, points.height, stated=stated)
    counts, chosen = fit_datum(
        known["lon"].to_numpy(), known["lat"].to_numpy(), known[OWN].to_list(), outlines
    )
    return DatumFit(table.file, table.sheet, known.height, counts, chosen, stated)


def _stated(points: pl.DataFrame) -> Datum | None:
    """Return the one datum that the ledger states, None if none or several."""
    if "datum" not in points.columns:
        return None
    words = points["datum"].drop_nulls().unique()
    return Datum(words[0]) if len(words) == 1 else None


def _note_fit(fit: DatumFit, log: IssueLog) -> None:
    if not fit.points:
        return
    severity = Severity.NOTE
    counts = listed(
        f"{Estate.datum.choices[datum]} {fit.inside[datum]}" for datum in CANDIDATES if fit.inside
    )
    if fit.stated and fit.chosen and not _same(fit.stated, fit.chosen):
        severity = Severity.WARNING
        advice = _(
            "写明坐标系是 {stated}，但按各坐标系落在本区的点数是 {counts}，像是 {chosen}；请核对"
        )
    elif fit.stated:
        return
    elif fit.chosen:
        advice = _(
            "坐标系判定为 {chosen}：{points} 个点中按各坐标系落在本区的是 {counts}；"
            "已换算为 WGS-84"
        )
    else:
        severity = Severity.WARNING
        advice = _("判断不出坐标系，坐标照原样使用，可能偏差几百米；请加上“坐标系”一列")
    words: dict[str, object] = {
        "points": fit.points,
        "counts": counts,
        "stated": Estate.datum.choices[fit.stated] if fit.stated else "",
        "chosen": Estate.datum.choices[fit.chosen] if fit.chosen else "",
    }
    _note_sheet(fit.file, fit.sheet, IssueKind.DATUM, advice.format(**words), log, severity)


def _same(one: Datum, other: Datum) -> bool:
    alike = {Datum.WGS84, Datum.CGCS2000}
    return one is other or {one, other} <= alike


def _converted(frame: pl.DataFrame, fit: DatumFit) -> pl.DataFrame:
    """Return the frame with WGS-84 coordinates where the datum is known, and what was given."""
    given = pl.lit(None if fit.chosen is None else str(fit.chosen), dtype=pl.String)
    stated = pl.coalesce("datum", given) if "datum" in frame.columns else given
    has_point = pl.col("lon").is_not_null()
    frame = frame.with_columns(
        lon_given="lon", lat_given="lat", datum_given=pl.when(has_point).then(stated)
    )
    lon, lat = frame["lon"].to_numpy().copy(), frame["lat"].to_numpy().copy()
    for word in frame["datum_given"].unique().drop_nulls():
        at = (frame["datum_given"] == word).fill_null(value=False).to_numpy()
        lon[at], lat[at] = convert(lon[at], lat[at], source=Datum(word), target=Datum.WGS84)
    target = pl.lit(str(Datum.WGS84))
    return frame.with_columns(
        lon=pl.Series(lon).fill_nan(None),
        lat=pl.Series(lat).fill_nan(None),
        datum=pl.when(pl.col("datum_given").is_not_null()).then(target),
    )


def _in_outlines(frame: pl.DataFrame, outlines: Outlines) -> list[str | None]:
    """Return the code of the district in which each row's point lies."""
    source = Datum.WGS84
    lon, lat = frame["lon"].to_numpy(), frame["lat"].to_numpy()
    return outlines.locate(*convert(lon, lat, source=source, target=outlines.datum))


def _with_missing_districts(frame: pl.DataFrame, outlines: Outlines) -> pl.DataFrame:
    """Return the frame in which rows without a district have that of their point."""
    at = (frame[OWN].is_null() & frame["lon"].is_not_null()).arg_true()
    if at.is_empty():
        return frame
    found = pl.Series(_in_outlines(frame[at], outlines), dtype=pl.String)
    names = [divisions()[code].name if code in divisions() else None for code in found]
    known = found.is_not_null()
    at, found = at.filter(known), found.filter(known)
    return frame.with_columns(
        frame[OWN].scatter(at, found.str.slice(0, DISTRICT)),
        frame["division"].scatter(at, found),
        frame["district"].scatter(at, pl.Series(names, dtype=pl.String).filter(known)),
        frame[STATE].scatter(at, pl.repeat(BY_POINT, len(at), dtype=pl.String, eager=True)),
    )


def note_strays(
    table: Table, frame: pl.DataFrame, outlines: Outlines | None, log: IssueLog
) -> None:
    """Note the points that lie in another district than their row says."""
    if outlines is None or "lon_given" not in frame.columns:
        return
    rows = frame.filter(pl.col("lon").is_not_null() & pl.col(OWN).is_in(list(outlines.codes)))
    found = _in_outlines(rows, outlines)
    strays = _strays(rows[OWN].to_list(), found)
    log.rows(
        rows[strays].select(
            row=ROW,
            value=pl.concat_str(pl.col("lon_given", "lat_given").cast(pl.String), separator=", "),
            name=pl.col("name").fill_null("") if "name" in rows.columns else pl.lit(""),
            own=pl.Series([outlines.name(rows[OWN][at]) for at in strays], dtype=pl.String),
            found=pl.Series([_named(found[at], outlines) for at in strays], dtype=pl.String),
        ),
        file=table.file,
        sheet=table.sheet,
        column=table.origins["lon"].heading,
        letter=table.origins["lon"].letter,
        kind=IssueKind.OUTSIDE_DISTRICT,
        advice=_(
            "第 {row} 行“{name}”的坐标（{value}）落在{found}，不在所写的{own}；请核对区县和坐标"
        ),
        severity=Severity.WARNING,
    )


def _strays(own: Sequence[str], found: Sequence[str | None]) -> list[int]:
    pairs = zip(own, found, strict=True)
    # Outlines may also have the sub-districts, which lie in their district.
    return [at for at, (said, lies) in enumerate(pairs) if not (lies and covers(said, lies))]


def _named(code: str | None, outlines: Outlines) -> str:
    return outlines.name(code) if code else _("所有区界之外")
