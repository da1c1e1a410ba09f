"""A decision that can be computed again: place, day, readings, facts and rulebook digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _
from jiugai.policy.key import KEY
from jiugai.policy.law import law_of
from jiugai.policy.rulebook import rulebook
from jiugai.policy.verdicts import judge_estates

if TYPE_CHECKING:
    from jiugai.policy.law import Law

HEAD: Final = "decision.json"
FACTS: Final = "facts"
VERDICTS: Final = "verdicts.parquet"


@dataclass(frozen=True, slots=True)
class Decision:
    """What verdicts were reached under: `readings` holds every one in force.

    `ledgers` and `files`, all that was written beside it, map names to SHA-256.
    """

    place: str
    day: str
    readings: Mapping[str, str]
    rulebook: str
    ledgers: Mapping[str, str]
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Changed:
    """A verdict that comes out differently today."""

    estate_id: str
    rule: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Replay:
    """The result of computing a decision again."""

    decision: Decision
    same_rulebook: bool
    verdicts: int
    changed: tuple[Changed, ...]
    altered: tuple[str, ...]


def decision_of(law: Law, ledgers: Mapping[str, str]) -> Decision:
    """Return the record of a decision under `law`; `ledgers` maps file names to SHA-256."""
    in_force = {id_ for document in law.documents for id_ in document.readings}
    readings = {id_: law.readings[id_] for id_ in sorted(in_force)}
    return Decision(law.place, law.day.isoformat(), readings, law.book.digest, dict(ledgers))


def seal(folder: Path, decision: Decision) -> None:
    """Write the head of a decision, with the digest of every file written so far."""
    whole = replace(decision, files=_digests(folder))
    text = json.dumps(asdict(whole), ensure_ascii=False, indent=2)
    (folder / HEAD).write_text(text + "\n", encoding="utf-8")


def _digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != HEAD)
    return {path.relative_to(folder).as_posix(): _digest(path) for path in files}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_evidence(
    folder: Path, *, tables: Mapping[str, pl.DataFrame], words: pl.DataFrame
) -> None:
    """Write what a decision is computed again from and compared with: facts and verdicts."""
    (folder / FACTS).mkdir()
    for name, table in tables.items():
        table.write_parquet(folder / FACTS / f"{name}.parquet")
    words.write_parquet(folder / VERDICTS)


def replay(folder: Path) -> Replay:
    """Compute a stored decision again and tell what comes out differently.

    Raises InputError if the folder does not hold a whole decision.
    """
    head = folder / HEAD
    if not head.is_file() or not (folder / VERDICTS).is_file():
        raise InputError(
            _("这里没有可重算的决定；请指向 jiugai assess 的输出文件夹。"), file=str(folder)
        )
    try:
        decision = Decision(**json.loads(head.read_text(encoding="utf-8")))
        before = pl.read_parquet(folder / VERDICTS)
        tables = {p.stem: pl.read_parquet(p) for p in sorted((folder / FACTS).glob("*.parquet"))}
        estates = tables.pop("estate")
    except (ValueError, TypeError, KeyError, pl.exceptions.PolarsError) as error:
        raise InputError(
            _("决定的文件已损坏，请换用完整的输出文件夹。"), file=str(folder)
        ) from error
    law = law_of(
        decision.place, date.fromisoformat(decision.day), readings=_still_known(decision.readings)
    )
    now = judge_estates(law, estates, children=tables).words()
    changed = tuple(_changed(before, now))
    same = decision.rulebook == law.book.digest
    verdicts = before.height * (before.width - 1)
    return Replay(decision, same, verdicts, changed, _altered(folder, decision))


def _altered(folder: Path, decision: Decision) -> tuple[str, ...]:
    """Return the files that are not as they were written."""
    paths = {name: folder / name for name in decision.files}
    return tuple(
        name
        for name, path in paths.items()
        if not path.is_file() or _digest(path) != decision.files[name]
    )


def _still_known(readings: Mapping[str, str]) -> dict[str, str]:
    """Leave out readings that a later rulebook has settled or renamed."""
    known = rulebook().readings
    return {id_: o for id_, o in readings.items() if id_ in known and o in known[id_].options}


def _changed(before: pl.DataFrame, now: pl.DataFrame) -> list[Changed]:
    absent = pl.lit("–")
    rules = [name for name in dict.fromkeys((*before.columns, *now.columns)) if name != KEY]

    def long(table: pl.DataFrame, verdict: str) -> pl.DataFrame:
        words = table.cast(pl.String)
        whole = words.with_columns(absent.alias(r) for r in rules if r not in words.columns)
        return whole.unpivot(rules, index=KEY, variable_name="rule", value_name=verdict)

    both = long(before, "before").join(
        long(now, "now"), on=[KEY, "rule"], how="full", coalesce=True
    )
    rows = both.filter(pl.col("before").ne_missing(pl.col("now"))).sort(KEY, "rule")
    return [Changed(*row) for row in rows.select(KEY, "rule", "before", "now").iter_rows()]
