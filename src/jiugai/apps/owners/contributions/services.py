"""What residents gave is written down, and taken back where it was wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.owners.models import Contribution, ResidentsPart
from jiugai.apps.participation.models import Vote
from jiugai.apps.registry.models import Document, Estate
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.documents import add_document
from jiugai.kernel.errors import Refusal

Kind = Contribution.Kind
FIELDS = (
    "kind", "household", "worth_cents", "quantity", "unit", "agreed_by", "agreed_on", "given_on",
    "words", "with_works", "vote",
)  # fmt: skip
#: The votes by which owners let their maintenance fund be used (CC 278①(五), 281).
_FUND = (Vote.Matter.USE_FUND, Vote.Matter.RAISE_FUND)


@transaction.atomic
def give(
    *,
    estate: Estate,
    said: Mapping[str, Any],
    by: Person,
    on: date,
    file: File[Any] | None = None,
) -> Contribution:
    """Write down what a household, or all of an estate, gave.

    Raises Refusal where its worth was agreed by nobody, it cannot be one household's, or the
    vote does not let the fund be used.
    """
    if estate.retired_on is not None:
        raise Refusal(_("这个小区已不在册，不能登记出资。"))
    given = Contribution(estate=estate, division=estate.division, by=by)
    for name in FIELDS:
        setattr(given, name, said[name])
    _refuse_worth(given, on)
    _refuse_giver(given)
    _refuse_vote(given)
    given.document = _kept(estate, file, given.words, by)
    given.save()
    _follow(estate, on)
    # Which household gave what stays out of the record: it is read by more people.
    record(Action.CONTRIBUTION_GIVEN, given, by=by, kind=given.kind, cents=given.worth_cents)
    return given


def _refuse_worth(given: Contribution, on: date) -> None:
    if given.worth_cents <= 0:
        raise Refusal(_("请填写金额或者认定的价值。"))
    if given.given_on > on or (given.agreed_on or on) > on:
        raise Refusal(_("日期不能晚于今天。"))
    if (given.quantity is None) != (not given.unit):
        raise Refusal(_("数量和单位要一起填写。"))
    if bool(given.agreed_by) != (given.agreed_on is not None):
        raise Refusal(_("谁认定的价值和认定日要一起填写。"))
    if given.kind in Contribution.AGREED and not given.agreed_by:
        raise Refusal(
            _("{kind}没有现成的价格，请写明价值由谁、在哪一天认定。").format(
                kind=Kind(given.kind).label
            )
        )
    if given.kind in Contribution.AGREED - {Kind.USE_RIGHT} and given.quantity is None:
        raise Refusal(_("请写明数量和单位，如 3 工日、20 株。"))


def _refuse_giver(given: Contribution) -> None:
    if given.household is None:
        return
    if given.kind in Contribution.COMMON:
        raise Refusal(_("共有部位的收益和使用权属于全体业主，不能记在一户名下（CC 282）。"))
    if given.household.building.estate_id != given.estate_id:
        raise Refusal(_("这一户不在本小区，请重新选择。"))


def _refuse_vote(given: Contribution) -> None:
    vote = given.vote
    if vote is None:
        return
    if given.kind != Kind.MAINTENANCE_FUND:
        raise Refusal(_("只有使用维修资金要附表决。"))
    if vote.estate_id != given.estate_id or vote.matter not in _FUND:
        raise Refusal(_("所选的表决不是本小区使用维修资金的表决。"))
    if vote.state != Vote.State.PUBLISHED:
        raise Refusal(_("所选的表决还没有公示结果。"))


@transaction.atomic
def take_back(*, pk: int, why: str, by: Person, on: date) -> Contribution:
    """Take an entry back by another one of the opposite worth; both stay.

    Raises Refusal without a reason, or where the entry was taken back or itself takes back.
    """
    given = Contribution.objects.select_for_update(of=("self",)).get(pk=pk)
    if given.takes_back_id is not None:
        raise Refusal(_("这一笔本身是冲销，不能再冲销；请重新登记。"))
    if Contribution.objects.filter(takes_back=given).exists():
        raise Refusal(_("这一笔已经冲销过了。"))
    if len(why.strip()) < 2:
        raise Refusal(_("请写明冲销的原因。"))
    quantity = -given.quantity if given.quantity is not None else None
    back = Contribution.objects.create(
        estate=given.estate,
        division=given.division,
        household=given.household,
        kind=given.kind,
        worth_cents=-given.worth_cents,
        quantity=quantity,
        unit=given.unit,
        given_on=given.given_on,
        words=why.strip()[:300],
        with_works=given.with_works,
        vote=given.vote,
        takes_back=given,
        by=by,
    )
    _follow(given.estate, on)
    record(Action.CONTRIBUTION_TAKEN_BACK, given, by=by, reason=why.strip())
    return back


@transaction.atomic
def set_part(
    *,
    estate: Estate,
    cents: int,
    words: str,
    by: Person,
    on: date,
    file: File[Any] | None = None,
) -> ResidentsPart:
    """Write down what residents are to bear of the works by the plan of sharing."""
    part = ResidentsPart.objects.create(
        estate=estate,
        division=estate.division,
        cents=cents,
        words=words.strip(),
        document=_kept(estate, file, words, by),
        by=by,
        on=on,
    )
    record(Action.RESIDENTS_PART_SET, estate, by=by, cents=cents, reason=part.words)
    return part


def _kept(estate: Estate, file: File[Any] | None, title: str, by: Person) -> Document | None:
    return add_document(estate=estate, file=file, title=title, by=by) if file else None


def _follow(estate: Estate, on: date) -> None:
    assess([estate.pk], day=on)
