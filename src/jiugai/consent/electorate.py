"""Who votes under the readings taken: which flats count, whose voice, how many heads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from jiugai.consent.matching import Ints
from jiugai.consent.roll import Roll
from jiugai.consent.seats import Role
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _

Flags = npt.NDArray[np.bool_]
Bodies = tuple[tuple[str, ...], Ints]  # what they are called, and the number of each flat's


class Body(StrEnum):
    """Who decides together."""

    ESTATE = "estate"
    BUILDING = "building"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class HowToCount:
    """The readings that act on counts, each by the option taken."""

    several_flats: str
    developer_unsold: str
    undelivered: str
    joint_owners: str
    joint_vote: str
    differing: str
    repeated_ballot: str
    parking: str


#: The ids of these readings.
COUNTING: Final = tuple(f"cc.{name}" for name in HowToCount.__slots__)


def how_to_count(readings: Mapping[str, str]) -> HowToCount:
    """Return how to count under the readings of a law."""
    return HowToCount(**{name: readings[f"cc.{name}"] for name in HowToCount.__slots__})


@dataclass(frozen=True, slots=True)
class Electorate:
    """The voices of a vote: flats where co-owners are one head, else single owners.

    By seat: `live` (may vote), `mute` (must leave it to the person chosen), `voice`.
    By voice: `area` (dm²) times `part` over `parts`, `body`, `head`; `live_voice`.
    By head: `head_body`. `bodies` names the bodies.
    """

    how: HowToCount
    live: Flags
    mute: Flags
    voice: Ints
    live_voice: Flags
    area: Ints
    part: Ints
    parts: Ints
    body: Ints
    head: Ints
    head_body: Ints
    bodies: tuple[str, ...]

    @property
    def speaks(self) -> Flags:
        """Return by seat whether what it says counts."""
        return self.live & ~self.mute


def electorate(roll: Roll, how: HowToCount, bodies: Bodies) -> Electorate:
    """Return who votes."""
    labels, body_of_flat = bodies
    live = _live_seats(roll, how)
    seats = roll.seats
    flat = seats["flat"].cast(pl.Int64).to_numpy()
    area = roll.flats["area"].to_numpy()
    each = how.joint_owners == "each"
    has_speaker = seats["has_speaker"].to_numpy() & ~seats["speaker"].to_numpy()
    if each:
        voice, live_voice = np.arange(len(flat)), live
        flat_of_voice = flat
        part, parts = seats["part"].to_numpy(), seats["parts"].to_numpy()
    else:
        voice, flat_of_voice = flat, np.arange(roll.flats.height)
        live_voice = np.zeros(roll.flats.height, np.bool_)
        live_voice[flat[live]] = True
        part = parts = np.ones(roll.flats.height, np.int64)
    body_of_voice = body_of_flat[flat_of_voice]
    head, head_body = _heads(_people(roll, how, live), live_voice, body_of_voice, len(labels))
    return Electorate(
        how=how,
        live=live,
        mute=np.zeros_like(live) if each else has_speaker,
        voice=voice,
        live_voice=live_voice,
        area=area[flat_of_voice],
        part=part,
        parts=parts,
        body=body_of_voice,
        head=head,
        head_body=head_body,
        bodies=labels,
    )


def _live_seats(roll: Roll, how: HowToCount) -> Flags:
    role = roll.seats["role"].to_numpy()
    silent = Role.SELLER if how.undelivered == "buyer" else Role.BUYER
    live: Flags = role != silent
    if how.developer_unsold == "left_out":
        live &= role != Role.DEVELOPER
    if how.parking == "left_out":
        accessory = roll.flats["accessory"].to_numpy()
        live &= ~accessory[roll.seats["flat"].to_numpy()]
    return live


def _people(roll: Roll, how: HowToCount, live: Flags) -> Ints:
    """Return by voice who it belongs to; equal numbers are one head."""
    seats = roll.seats
    role = seats["role"].to_numpy()
    each = how.joint_owners == "each"
    who = seats["owner" if each else "together"].cast(pl.Int64).to_numpy().copy()
    if how.several_flats == "per_flat":
        # The developer stays one head: another reading speaks of it.
        own = role <= Role.BUYER
        alone = np.arange(len(who)) if each else seats["flat"].cast(pl.Int64).to_numpy()
        who[own] = int(who.max(initial=0)) + 1 + alone[own]
    if each:
        return who
    people = np.zeros(roll.flats.height, np.int64)
    people[seats["flat"].to_numpy()[live]] = who[live]
    return people


def _heads(people: Ints, live: Flags, body: Ints, bodies: int) -> tuple[Ints, Ints]:
    """Number the pairs of a person and a body from 0; −1 where nobody may vote."""
    pair = np.where(live, people * bodies + body, -1)
    seen = np.zeros(int(pair.max(initial=-1)) + 1, np.bool_)
    seen[pair[live]] = True
    number = np.cumsum(seen) - 1
    head = np.full(len(pair), -1, np.int64)
    head[live] = number[pair[live]]
    return head, np.flatnonzero(seen) % bodies


_OF: Final = {Body.BUILDING: ("building",), Body.UNIT: ("building", "unit")}


def bodies_of(roll: Roll, body: Body) -> Bodies:
    """Return the bodies that vote, each for itself.

    Raises InputError if the roll does not say to which building or unit a flat belongs.
    """
    if body is Body.ESTATE:
        return (_("全体业主"),), np.zeros(roll.flats.height, np.int64)
    columns = _OF[body]
    for name in columns:
        blank = (roll.flats[name] == "").arg_true()
        if len(blank):
            raise InputError(
                _("没有写明楼栋或单元，不能按楼栋、单元计票；请补上。"),
                file=roll.file,
                cell=_("第 {line} 行").format(line=roll.flats["line"][blank[0]]),
            )
    label = roll.flats.select(pl.concat_str(columns, separator="-").alias("label"))["label"]
    names = label.unique(maintain_order=True)
    index = pl.DataFrame({"label": names}).with_row_index("body")
    found = label.to_frame().join(index, on="label", how="left", maintain_order="left")
    named = [_label(str(name).split("-", len(columns) - 1)) for name in names]
    return tuple(named), found["body"].cast(pl.Int64).to_numpy()


def _label(parts: list[str]) -> str:
    if len(parts) == 1:
        return _("{building} 号楼").format(building=parts[0])
    return _("{building} 号楼 {unit} 单元").format(building=parts[0], unit=parts[1])
