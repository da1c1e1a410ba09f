"""Owners' bodies: what the law lets be formed, what is due, what the register then knows."""

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, transaction

from jiugai.apps.accounts.rows import scope
from jiugai.apps.owners.bodies import services
from jiugai.apps.owners.bodies.checks import checks_of, warnings_of
from jiugai.apps.owners.bodies.services import Said
from jiugai.apps.owners.evidence import proofs_of
from jiugai.apps.owners.models import BodyStep
from jiugai.apps.registry.models import Assessment, Estate, Source
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, OTHER
from tests.apps.owners.conftest import DAY

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"size": 4}, "业主委员会人数合规"),
        ({"size": 3}, "业主委员会人数合规"),
        ({"term_until": date(2031, 3, 3)}, "任期"),
        ({"term_until": None}, "请填写任期届满日"),
        ({"term_until": DAY}, "晚于成立日期"),
        ({"kind": "council", "size": 5}, "物业管理委员会组成合规"),
        ({"kind": "council", "term_until": date(2029, 3, 3)}, "物业管理委员会在任期内"),
        ({"kind": "council", "ground": ""}, "BPM 53"),
        ({"kind": "renewal"}, "BPM 49①"),
        ({"kind": "group", "size": 6}, "筹备组组成合规"),
    ],
)
def test_what_the_law_does_not_let_be_formed_is_refused_with_its_clause(owners, said, words):
    with pytest.raises(Refusal, match=words):
        owners.form(**said)


def test_three_people_are_enough_where_a_hundred_households_live(owners):
    with scope(DISTRICT):
        Estate.objects.filter(pk=owners.estate.pk).update(facts={"household_count": 100})

    assert owners.form(size=3).size == 3


def test_a_term_of_exactly_five_years_is_let_be(owners):
    assert owners.form(term_until=date(2031, 3, 2)).term_until == date(2031, 3, 2)


def test_forming_tells_the_register_and_judges_the_estate_anew(owners):
    rule = "bj22.gate.property"
    owners.form("group", size=5)
    assert owners.fact("owners_body") == "none"
    with scope(DISTRICT):
        assert rule in Assessment.objects.get(estate=owners.estate).not_met

    owners.form()

    assert owners.fact("owners_body") == "committee"
    with scope(DISTRICT):
        assert rule in Assessment.objects.get(estate=owners.estate).unknown
        estate = Estate.objects.get(pk=owners.estate.pk)
        said = [int(pk) for pk, one in estate.origins.items() if "owners_body" in one["facts"]]
        source = Source.objects.get(pk=max(said))
        assert [proof.facts for proof in proofs_of(estate)] == [{"owners_body": "committee"}]
    assert (source.by, source.kind) == (owners.clerk, "proof")
    assert "业主委员会" in source.reason


def test_a_committee_is_filed_within_thirty_days_and_only_with_all_its_members(owners):
    owners.form("group", size=5)
    body = owners.full()
    assert (body.due_verb, body.due_on) == ("first_session", DAY + timedelta(days=7))
    body = owners.step(body, "first_session", DAY + timedelta(days=5))
    assert (body.due_verb, body.due_on, body.due_clause) == (
        "filing", DAY + timedelta(days=30), "bpm 43①",
    )  # fmt: skip

    filed = owners.step(body, "filing", DAY + timedelta(days=10))
    assert (filed.due_verb, filed.due_on) == ("filed", date(2026, 3, 19))
    with pytest.raises(Refusal, match="备案证明的编号"):
        owners.step(filed, "filed", DAY + timedelta(days=14))
    filed = owners.step(filed, "filed", DAY + timedelta(days=14), number="2026-007")

    assert (filed.filed_on, filed.filing_number) == (date(2026, 3, 16), "2026-007")
    assert (filed.due_verb, filed.due_on) == ("reported", date(2028, 9, 2))
    with scope(DISTRICT):
        group = filed.estate.owners_bodies.get(kind="group")
        verdicts = {one.rule.id: one.verdict for one in checks_of(filed, on=DAY)}
    assert (group.end, group.ended_on) == ("done", filed.filed_on)
    assert verdicts["bpm.body.committee_filed"] == "met"


def test_a_filing_without_all_members_is_refused(owners):
    body = owners.form()
    owners.seat(body, ("王一", "chair", "owner"))

    with pytest.raises(Refusal, match="名单里有 1 人，应为 5 人"):
        owners.step(body, "filing", DAY)


def test_a_council_needs_half_owners_and_a_chair_of_the_community_to_be_filed(owners):
    body = owners.form("council", ground="unelected")
    sides = ("community", "owner", "owner", "owner", "user", "user", "party")
    posts = ("chair", "deputy", *["member"] * 5)
    seats = [(f"人{n}", *one) for n, one in enumerate(zip(posts, sides, strict=True))]
    owners.seat(body, *seats)

    with pytest.raises(Refusal, match="BPM 54①"):
        owners.step(body, "filing", DAY)
    with scope(DISTRICT):
        seat = body.seats.get(side="party")
        services.unseat(pk=seat.pk, why="resigned", until=DAY, by=owners.clerk, on=DAY)
    owners.seat(body, ("钱七", "member", "owner"))

    assert owners.step(body, "filing", DAY).due_verb == "filed"


def test_a_committee_takes_over_from_a_council_which_is_then_due_to_go(owners):
    council = owners.form("council")
    assert owners.fact("owners_body") == "council"

    filed = owners.filed()

    council = owners.now(council)
    assert owners.fact("owners_body") == "committee"
    assert (council.due_verb, council.due_on, council.due_clause) == (
        "ended", filed.filed_on + timedelta(days=30), "bpm 59",
    )  # fmt: skip
    with scope(DISTRICT):
        services.end(
            pk=council.pk,
            why="done",
            said=Said(filed.filed_on),
            by=owners.clerk,
            on=date(2026, 4, 1),
        )
    with pytest.raises(Refusal, match="BPM 53"):
        owners.form("council", on=date(2026, 4, 2))


def test_a_change_of_members_after_filing_is_filed_within_thirty_days(owners):
    body = owners.filed()
    day = date(2026, 6, 1)
    with scope(DISTRICT):
        seat = body.seats.filter(post="member").first()
        services.unseat(pk=seat.pk, why="not_owner", until=day, by=owners.clerk, on=day)

    body = owners.now(body)
    assert (body.due_verb, body.due_on) == ("change_filed", date(2026, 7, 1))
    with pytest.raises(Refusal, match="已于 2026-06-01 离任"), scope(DISTRICT):
        services.unseat(pk=seat.pk, why="resigned", until=day, by=owners.clerk, on=day)
    assert owners.step(body, "change_filed", date(2026, 6, 20)).due_verb == "reported"


def test_too_few_members_left_mean_a_new_election(owners):
    body = owners.full()
    with scope(DISTRICT):
        for seat in body.seats.exclude(post__in=("chair", "deputy")):
            services.unseat(pk=seat.pk, why="resigned", until=DAY, by=owners.clerk, on=DAY)
        found = [one.rule.id for one in warnings_of(owners.now(body), on=DAY)]

    assert found == ["bpm.body.reelection_due"]


def test_a_second_committee_is_formed_only_when_the_first_is_renewed(owners):
    first = owners.full()
    with pytest.raises(Refusal, match="已有在任的业主委员会"):
        owners.form(formed_on=DAY + timedelta(days=1))

    owners.form("renewal", formed_on=date(2028, 12, 1), size=5, on=date(2028, 12, 1))
    second = owners.form(formed_on=date(2029, 2, 20), term_until=date(2032, 2, 20))

    first = owners.now(first)
    assert (first.end, first.ended_on) == ("renewed", second.formed_on)
    with pytest.raises(Refusal, match="不能再改"):
        owners.step(first, "listed", date(2029, 3, 1))


def test_the_chair_is_one_person_and_a_committee_is_of_owners(owners):
    body = owners.form()
    owners.seat(body, ("王一", "chair", "owner"))

    with pytest.raises(Refusal, match="已有主任（组长）王一"):
        owners.seat(body, ("李二", "chair", "owner"))
    with pytest.raises(Refusal, match="BPM 39②"):
        owners.seat(body, ("李二", "member", "community"))


def test_an_election_of_the_system_must_have_carried(owners):
    lost = owners.voting.published(matter="elect", agree=4, oppose=5)
    with pytest.raises(Refusal, match="还没有公示通过的结果"):
        owners.form(vote=lost, formed_on=date(2026, 6, 20), term_until=date(2029, 6, 19))


def test_the_history_only_grows_and_strangers_see_nothing(owners):
    body = owners.form()

    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():  # noqa: SIM117
        with scope(DISTRICT):
            BodyStep.objects.filter(body=body).update(words="x")
    with scope(OTHER):
        assert not BodyStep.objects.exists()
        assert list(proofs_of(owners.estate)) == []


def test_where_no_text_speaks_of_bodies_nothing_is_refused(owners):
    body = owners.form(formed_on=date(2019, 5, 1), term_until=date(2026, 5, 1), size=4)

    assert body.is_past_term(date(2026, 6, 1))
