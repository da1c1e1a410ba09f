"""One spelling for the address of a flat: 3号楼、2单元、301室 becomes 3-2-301."""

from typing import Final

import polars as pl

#: English forms put the kind of part before it, as in BUILDING3.
_PREFIXES: Final = "^(第|BUILDING|BLDG|STAIRWELLUNIT|UNIT|FLAT|DOOR|ROOM)"
_SUFFIXES: Final = {
    "building": "(号楼|栋楼|楼|栋|幢|座|号|#)+$",
    "unit": "(单元|门|号)+$",
    "door": "(室|号|户)+$",
}


def _spelled(name: str) -> pl.Expr:
    text = pl.col(name).str.normalize("NFKC").str.to_uppercase().str.replace_all(r"\s", "")
    text = text.str.replace(_PREFIXES, "").str.replace(_SUFFIXES[name], "")
    # 03号楼 is 3号楼; a door keeps its zeros, 0301 may be another one than 301.
    return text if name == "door" else text.str.replace(r"^0+([0-9A-Z])", "${1}")


def with_addresses(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame with plain building, unit, door and number, and `address` of the three.

    An address without a door is empty: it names no flat.
    """
    plain = frame.with_columns(
        *(_spelled(name).alias(name) for name in _SUFFIXES),
        pl.col("number").str.normalize("NFKC").str.to_uppercase().str.replace_all(r"\s", ""),
    )
    address = pl.concat_str("building", "unit", "door", separator="-").str.strip_chars_start("-")
    return plain.with_columns(
        address=pl.when(pl.col("door") != "").then(address).otherwise(pl.lit(""))
    )


def masked(label: str) -> str:
    """Return an address fit for a notice board: 3-2-301 becomes 3-2-3**."""
    before, dash, door = label.rpartition("-")
    shown = door[:1] if dash else door[:-4]
    return f"{before}{dash}{shown}{'*' * (len(door) - len(shown))}"
