"""The roll of owners: drawn from the register, checked, and frozen when a vote opens."""

from __future__ import annotations

import base64
import hashlib
import io
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

import numpy as np
import polars as pl
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jiugai.apps.accounts.seal import Sealed
from jiugai.apps.participation.models import FrozenRoll, RollFlat, Vote
from jiugai.apps.participation.votes.owners import said_of
from jiugai.apps.registry.models import Building, Household
from jiugai.consent.addresses import with_addresses
from jiugai.consent.areas import square_metres
from jiugai.consent.co_owners import read_co_owners
from jiugai.consent.columns import ROLL
from jiugai.consent.electorate import Body, Electorate, HowToCount, bodies_of, electorate
from jiugai.consent.matching import Ints
from jiugai.consent.roll import Roll, roll_of
from jiugai.kernel.errors import InputError, Refusal
from jiugai.kernel.i18n import listed

#: So many problems of one kind are named; more are only counted.
NAMED: Final = 20
SOURCE: Final = "register"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the roll that does not add up, and where."""

    title: str
    where: tuple[str, ...]
    count: int
    advice: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The roll as the register has it now, with everything that does not add up."""

    households: tuple[Household, ...]
    texts: pl.DataFrame
    problems: tuple[Problem, ...]
    roll: Roll | None

    @property
    def area(self) -> str:
        """Return the area of all flats in m²."""
        return square_metres(self.roll.area) if self.roll else ""


def draft_of(vote: Vote) -> Draft:
    """Return the roll of a vote that has not opened, from the households of its buildings."""
    found = tuple(_households(vote))
    texts = _texts(found)
    problems = [
        one
        for one in (
            _lacking(found, "area_m2", _("没有专有部分面积"), _("请在台账补上不动产登记的面积")),
            _ownerless(found),
            _too_few(vote, found),
        )
        if one
    ]
    roll = None
    if found and not problems:
        try:
            roll = roll_of(with_addresses(texts), file=SOURCE, served=False, ids=False)
        except InputError as error:
            problems.append(Problem(str(error), (), 1, _("请在台账改正后再来")))
    if roll is not None and (off := _off(vote, roll)):
        problems.append(off)
    return Draft(found, texts, tuple(problems), roll)


def _households(vote: Vote) -> QuerySet[Household]:
    found = Household.objects.filter(building__estate=vote.estate_id)
    if vote.building_id:
        found = found.filter(building=vote.building_id)
    if vote.unit_id:
        found = found.filter(unit=vote.unit_id)
    return found.select_related("building", "unit").order_by(
        "building_id", "unit__name", "door", "id"
    )


def _texts(households: tuple[Household, ...]) -> pl.DataFrame:
    """Return the columns of a roll as text, with the line of each flat."""
    rows = [_row(line, one) for line, one in enumerate(households, start=1)]
    schema = {"line": pl.UInt32} | dict.fromkeys(ROLL, pl.String)
    return pl.DataFrame(rows, schema=schema, orient="row")


def _row(line: int, one: Household) -> tuple[Any, ...]:
    owner, others = said_of(one.owner)
    said = {
        "building": str(one.building),
        "unit": str(one.unit or ""),
        "door": one.door,
        "area": "" if one.area_m2 is None else f"{one.area_m2:.10g}",
        "owner": owner,
        "co_owners": others,
    }
    return (line, *(said.get(name, "") for name in ROLL))


def names_of(household: Household) -> tuple[str, ...]:
    """Return the registered owners of a flat: the first, then the co-owners."""
    owner, others = said_of(household.owner)
    if not owner:
        return ()
    try:
        return tuple(one.name for one in read_co_owners(owner, others))
    except ValueError:  # the roll says which flat and what to do
        return (owner, *others.split("、"))


def _lacking(
    households: tuple[Household, ...], name: str, title: str, advice: str
) -> Problem | None:
    return _problem([one for one in households if not getattr(one, name)], title, advice)


def _ownerless(households: tuple[Household, ...]) -> Problem | None:
    lacking = [one for one in households if not names_of(one)]
    return _problem(lacking, _("没有业主"), _("请在台账补上登记的业主；几人共有的用顿号隔开"))


def _problem(found: list[Household], title: str, advice: str) -> Problem | None:
    if not found:
        return None
    where = tuple(f"{one.building} {one.unit or ''} {one.door}" for one in found[:NAMED])
    return Problem(title, where, len(found), advice)


def _too_few(vote: Vote, households: tuple[Household, ...]) -> Problem | None:
    """Tell buildings of which the register says that they have another number of households."""
    if vote.unit_id:
        return None
    buildings = Building.objects.filter(estate=vote.estate_id)
    if vote.building_id:
        buildings = buildings.filter(pk=vote.building_id)
    there = Counter(one.building_id for one in households)
    wrong = [
        _("{building}：登记 {told} 户，名册 {found} 户").format(
            building=one, told=one.household_count, found=there[one.pk]
        )
        for one in buildings.order_by("id")
        if one.household_count is not None and one.household_count != there[one.pk]
    ]
    if not wrong:
        return None
    advice = _("请补齐漏掉的户、去掉重复的户，或者改正楼栋的户数")
    return Problem(_("户数对不上"), tuple(wrong[:NAMED]), len(wrong), advice)


def _off(vote: Vote, roll: Roll) -> Problem | None:
    if vote.area_total_dm2 is None or vote.area_total_dm2 == roll.area:
        return None
    words = _("名册合计 {found} ㎡，申报 {told} ㎡，相差 {off} ㎡").format(
        found=square_metres(roll.area),
        told=square_metres(vote.area_total_dm2),
        off=square_metres(abs(roll.area - vote.area_total_dm2)),
    )
    return Problem(_("面积合计对不上"), (words,), 1, _("请核对漏户、重户和面积"))


def freeze(vote: Vote, *, at: datetime) -> FrozenRoll:
    """Keep the roll as it is now; it does not change any more.

    Raises Refusal while something in it does not add up.
    """
    draft = draft_of(vote)
    if draft.roll is None or draft.problems:
        raise Refusal(_("名册还有对不上的地方，改好后才能开始表决；请看名册页。"))
    content = _packed(draft.texts)
    frozen = FrozenRoll.objects.create(
        vote=vote,
        division=vote.division,
        content=base64.b64encode(content).decode(),
        sha256=hashlib.sha256(content).hexdigest(),
        flats=draft.roll.flats.height,
        area_dm2=draft.roll.area,
        frozen_at=at,
    )
    areas = draft.roll.flats["area"].to_list()
    lines = [
        RollFlat(
            vote=vote,
            division=one.division,
            number=number,
            household=one,
            building=str(one.building),
            unit=str(one.unit or ""),
            door=one.door,
            area_dm2=areas[number],
            owners=len(names_of(one)),
        )
        for number, one in enumerate(draft.households)
    ]
    RollFlat.objects.bulk_create(lines, batch_size=2000)
    return frozen


def _packed(texts: pl.DataFrame) -> bytes:
    packed = io.BytesIO()
    texts.write_parquet(packed)
    return packed.getvalue()


@dataclass(frozen=True, slots=True)
class Frozen:
    """Names a frozen roll by what was frozen, so that what follows from it can be kept."""

    pk: int
    sha256: str

    @property
    def roll(self) -> Roll:
        """Return the roll as the core reads it."""
        return _roll(self)


def frozen_roll(vote: Vote) -> Frozen:
    """Return the frozen roll of a vote that has opened."""
    pk, sha256 = FrozenRoll.objects.values_list("pk", "sha256").get(vote=vote)
    return Frozen(pk, sha256)


@lru_cache(maxsize=16)
def _roll(frozen: Frozen) -> Roll:
    """Return a roll; raises Refusal if it is not as it was frozen."""
    return roll_of(with_addresses(_frozen_texts(frozen)), file=SOURCE, served=False, ids=False)


def _frozen_texts(frozen: Frozen) -> pl.DataFrame:
    text = FrozenRoll.objects.get(pk=frozen.pk).content
    content = base64.b64decode(text.opened if isinstance(text, Sealed) else str(text))
    if hashlib.sha256(content).hexdigest() != frozen.sha256:
        raise Refusal(_("名册与冻结时不一致；请用备份核对。"))
    return pl.read_parquet(io.BytesIO(content))


def owner_in_roll(flat: RollFlat) -> str:
    """Return the owners of a flat as they stand in the frozen roll."""
    texts = _frozen_texts(frozen_roll(flat.vote)).filter(pl.col("line") == flat.number)
    names = texts.select("owner", "co_owners").rows()[0] if texts.height else ()
    return listed(one for one in names if one)


def numbers_of(frozen: Frozen, flats: Ints) -> Ints:
    """Return the number in a roll of each flat, which is given as the key of its line."""
    keys, numbers = _lines(frozen)
    return numbers[np.searchsorted(keys, flats)]


@lru_cache(maxsize=16)
def _lines(frozen: Frozen) -> tuple[Ints, Ints]:
    """Return the keys of the lines of a roll, sorted, and their numbers.

    Raises LookupError within the scope of one household, which sees one line only.
    """
    found = RollFlat.objects.filter(vote__frozen_roll=frozen.pk).order_by("pk")
    lines = np.array(list(found.values_list("pk", "number")), np.int64).reshape(-1, 2)
    if len(lines) != frozen.roll.flats.height:
        raise LookupError(f"{len(lines)} lines of {frozen.roll.flats.height} are seen.")
    return lines[:, 0], lines[:, 1]


@lru_cache(maxsize=64)
def voters(frozen: Frozen, how: HowToCount, body: Body) -> Electorate:
    """Return who votes under the readings taken."""
    return electorate(frozen.roll, how, bodies_of(frozen.roll, body))
