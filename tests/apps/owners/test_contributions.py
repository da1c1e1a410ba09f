"""Contributions: what counts, what is refused, how a wrong entry is taken back."""

from datetime import date

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from jiugai.apps.accounts.rows import of_household, scope
from jiugai.apps.audit.models import Line
from jiugai.apps.owners.contributions.services import set_part, take_back
from jiugai.apps.owners.contributions.sums import account_of
from jiugai.apps.owners.models import Contribution
from jiugai.apps.registry.models import Household
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT
from tests.apps.owners.conftest import DAY

pytestmark = pytest.mark.django_db

AGREED = {"agreed_by": "业主委员会会议", "agreed_on": DAY}


def account(owners):
    with scope(DISTRICT):
        return account_of(owners.estate)


def home(owners, number=0):
    with scope(DISTRICT):
        return Household.objects.select_related("building").order_by("id")[number]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"worth_cents": 0}, "金额或者认定的价值"),
        ({"given_on": date(2026, 3, 3)}, "不能晚于今天"),
        ({"kind": "labour"}, "没有现成的价格"),
        ({"kind": "labour", **AGREED}, "数量和单位，如"),
        ({"quantity": 3}, "一起填写"),
        ({"agreed_by": "街道"}, "一起填写"),
    ],
)
def test_worth_that_nobody_agreed_on_is_refused(owners, said, words):
    with pytest.raises(Refusal, match=words):
        owners.give(**said)


def test_common_parts_are_never_the_gift_of_one_household(owners):
    with pytest.raises(Refusal, match="CC 282"):
        owners.give(kind="common_income", household=home(owners))


def test_the_law_of_the_place_says_what_counts(owners):
    owners.give(household=home(owners))
    owners.give(kind="labour", quantity=3, unit="工日", worth_cents=60_000, **AGREED)
    owners.give(
        kind="provident_fund", worth_cents=500_000, household=home(owners), with_works=True
    )
    owners.give(kind="maintenance_fund", worth_cents=900_000, with_works=True)

    found = account(owners)

    counted = {one.kind.value: (one.cents, one.counted) for one in found.kinds}
    assert counted == {
        "share": (120_000, 120_000),
        "labour": (60_000, 0),  # P14 counts what it lists
        "provident_fund": (500_000, 500_000),
        "maintenance_fund": (900_000, 0),  # nobody voted on it
    }
    assert (found.cents, found.counted, found.givers) == (1_580_000, 620_000, 1)


def test_the_maintenance_fund_counts_where_its_vote_carried(owners):
    vote = owners.voting.published(matter="use_fund", agree=10, oppose=0)
    with pytest.raises(Refusal, match="只有使用维修资金"):
        owners.give(vote=vote)
    owners.give(kind="maintenance_fund", worth_cents=900_000, with_works=True, vote=vote)

    assert account(owners).counted == 900_000


def test_a_wrong_entry_is_taken_back_once_and_both_stay(owners):
    given = owners.give(household=home(owners))
    with scope(DISTRICT):
        back = take_back(pk=given.pk, why="记错了户", by=owners.clerk, on=DAY)
    found = account(owners)

    assert (back.worth_cents, found.cents, found.counted, found.givers) == (-120_000, 0, 0, 0)
    assert len(found.lines) == 2
    with pytest.raises(Refusal, match="已经冲销过"), scope(DISTRICT):
        take_back(pk=given.pk, why="再来一次", by=owners.clerk, on=DAY)
    with pytest.raises(Refusal, match="本身是冲销"), scope(DISTRICT):
        take_back(pk=back.pk, why="冲销冲销", by=owners.clerk, on=DAY)
    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():  # noqa: SIM117
        with scope(DISTRICT):
            Contribution.objects.filter(pk=given.pk).update(worth_cents=1)


def test_what_is_left_is_counted_against_the_latest_part(owners):
    for cents in (5_000_000, 200_000):
        with scope(DISTRICT):
            set_part(estate=owners.estate, cents=cents, words="分摊方案", by=owners.clerk, on=DAY)
    owners.give()

    assert account(owners).left == 80_000


def test_a_household_reads_its_own_gifts_only_and_the_record_names_none(owners):
    mine, other = home(owners), home(owners, 1)
    owners.give(household=mine)
    owners.give(household=other, words="邻居的分摊")
    owners.give(kind="common_income", words="停车费收益")

    with scope(DISTRICT), of_household(mine.pk):
        assert [one.words for one in Contribution.objects.all()] == ["外墙保温分摊"]
    with scope(DISTRICT):
        lines = Line.objects.filter(action="owners.contribution_given")
        assert all("household" not in line.detail for line in lines)


def test_the_database_takes_no_negative_gift(owners):
    with pytest.raises(IntegrityError), transaction.atomic(), scope(DISTRICT):
        Contribution.objects.create(
            estate=owners.estate, division=owners.estate.division, kind="share", worth_cents=-1,
            given_on=DAY, words="x", by=owners.clerk,
        )  # fmt: skip
