"""Who may speak for each flat of a roll: owners, co-owners, buyers, the developer."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

import polars as pl

from jiugai.consent.co_owners import Share, read_co_owners
from jiugai.consent.tables import at_line
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _, listed

DEVELOPER: Final = "建设单位"


class Role(IntEnum):
    """In what right somebody speaks for a flat."""

    OWNER = 0
    BUYER = 1  # of a flat that is sold but not handed over
    SELLER = 2  # the developer, for such a flat
    DEVELOPER = 3  # for what is not sold


def seats_of(flats: pl.DataFrame, *, file: str) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """Return the seats by flat, and the names of the owners that they point to.

    Raises InputError if the developer has two names, shares make no whole, or the person
    who speaks for a flat is none of its owners.
    """
    numbered = flats.with_row_index("flat")
    developer = _developer(numbered, file)
    sold = numbered.filter(~pl.col("unsold"))
    seats = pl.concat([_single(sold), _joint(sold, file), _developers(numbered, developer)])
    seats = seats.sort("flat", "role", maintain_order=True)
    keys = seats["key"].unique(maintain_order=True)
    owner = pl.Series("owner", range(len(keys)), dtype=pl.UInt32)
    index = pl.DataFrame([keys, owner])
    found = seats.join(index, on="key", how="left", maintain_order="left")
    names = found.unique("owner", keep="first", maintain_order=True).sort("owner")["name"]
    _refuse_strangers(found, numbered, file)
    return _together(found, len(names)), tuple(names)


def _together(seats: pl.DataFrame, owners: int) -> pl.DataFrame:
    """Return the seats with `together`: one number for each set of people who own a flat."""
    own = pl.col("role") <= int(Role.BUYER)
    joint = own & (pl.len().over("flat", "role") > 1)
    sets = (
        seats.filter(joint)
        .group_by("flat", maintain_order=True)
        .agg(pl.col("owner").unique().sort().cast(pl.String).str.join("+").alias("all"))
        .with_columns((pl.col("all").rank("dense") + (owners - 1)).cast(pl.UInt32).alias("set"))
        .select("flat", "set")
    )
    found = seats.join(sets, on="flat", how="left", maintain_order="left")
    together = pl.when(own).then(pl.coalesce("set", "owner")).otherwise("owner")
    return found.with_columns(together=together).drop("set")


def _developer(flats: pl.DataFrame, file: str) -> tuple[str, str]:
    """Return the name and the key of the developer."""
    named = flats.filter(pl.col("unsold") & (pl.col("owner") != ""))
    names = named["owner"].unique().sort()
    if len(names) > 1:
        raise InputError(
            _("未售部分的业主有 {names}；建设单位只能是一个，请统一名称。").format(
                names=listed(names)
            ),
            file=file,
        )
    if not len(names):
        return DEVELOPER, DEVELOPER
    ids = named.filter(pl.col("owner_id") != "")["owner_id"]
    return str(names[0]), str(ids[0] if len(ids) else names[0])


def _role() -> pl.Expr:
    return (
        pl.when("undelivered").then(int(Role.BUYER)).otherwise(int(Role.OWNER)).cast(pl.Int8)
    ).alias("role")


def _key() -> pl.Expr:
    return pl.when(pl.col("owner_id") != "").then("owner_id").otherwise("owner").alias("key")


def _single(sold: pl.DataFrame) -> pl.DataFrame:
    return sold.filter(pl.col("co_owners") == "").select(
        "flat",
        pl.col("owner").alias("name"),
        _key(),
        pl.lit(1, pl.Int64).alias("part"),
        pl.lit(1, pl.Int64).alias("parts"),
        _role(),
        (pl.col("speaker") != "").alias("has_speaker"),
        (pl.col("speaker") == pl.col("owner")).alias("speaker"),
    )


def _joint(sold: pl.DataFrame, file: str) -> pl.DataFrame:
    """Return a seat for each co-owner; a co-owner who has a flat with an id is that person."""
    shared = sold.filter(pl.col("co_owners") != "")
    ids = _ids(sold)
    cells = shared.select("flat", "owner", "owner_id", "speaker", "co_owners", "line", _role())
    rows = []
    for flat, owner, owner_id, speaker, text, line, role in cells.iter_rows():
        for index, share in enumerate(_shares(owner, text, line, file)):
            key = owner_id if index == 0 and owner_id else ids.get(share.name, share.name)
            part, parts = share.part.numerator, share.part.denominator
            is_speaker = speaker == share.name
            rows.append((flat, share.name, key, part, parts, role, speaker != "", is_speaker))
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")


_SCHEMA: Final = {
    "flat": pl.UInt32,
    "name": pl.String,
    "key": pl.String,
    "part": pl.Int64,
    "parts": pl.Int64,
    "role": pl.Int8,
    "has_speaker": pl.Boolean,
    "speaker": pl.Boolean,
}


def _ids(sold: pl.DataFrame) -> dict[str, str]:
    """Return the id of each name that stands in the roll with one id only."""
    known = sold.filter(pl.col("owner_id") != "").select("owner", "owner_id").unique()
    alone = known.filter(~pl.col("owner").is_duplicated())
    return dict(alone.iter_rows())


def _shares(owner: str, text: str, line: int, file: str) -> tuple[Share, ...]:
    try:
        return read_co_owners(owner, text)
    except ValueError as error:
        raise InputError(
            _(
                "共有人“{text}”看不懂，或者份额合计不是 1；"
                "请写成“李四1/3、王五1/3”，余下的归业主，都不写份额即为等额。"
            ).format(text=text),
            file=file,
            cell=at_line(line),
        ) from error


def _developers(flats: pl.DataFrame, developer: tuple[str, str]) -> pl.DataFrame:
    name, key = developer
    role = pl.when("unsold").then(int(Role.DEVELOPER)).otherwise(int(Role.SELLER)).cast(pl.Int8)
    return flats.filter(pl.col("unsold") | pl.col("undelivered")).select(
        "flat",
        pl.lit(name).alias("name"),
        pl.lit(key).alias("key"),
        pl.lit(1, pl.Int64).alias("part"),
        pl.lit(1, pl.Int64).alias("parts"),
        role.alias("role"),
        pl.lit(False).alias("has_speaker"),
        pl.lit(False).alias("speaker"),
    )


def _refuse_strangers(seats: pl.DataFrame, flats: pl.DataFrame, file: str) -> None:
    spoken = seats.filter("has_speaker").group_by("flat").agg(pl.col("speaker").any())
    strange = spoken.filter(~pl.col("speaker"))["flat"].sort()
    if len(strange):
        flat = flats.row(strange[0], named=True)
        raise InputError(
            _("代表人“{name}”不是这套房的业主或者共有人；由别人代为表决的请在表决票上写代理人。")
            .format(name=flat["speaker"]),
            file=file,
            cell=at_line(flat["line"]),
        )  # fmt: skip
