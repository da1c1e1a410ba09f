"""Property service: tried, voted on, contracted or ended."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile

from jiugai.apps.accounts.rows import scope
from jiugai.apps.owners.evidence import proofs_of
from jiugai.apps.owners.models import ServiceStep
from jiugai.apps.owners.service import hiring, services
from jiugai.apps.owners.service.expiring import follow_days
from jiugai.apps.owners.service.facts import checks_of
from jiugai.apps.owners.service.services import Contract
from jiugai.apps.participation.residents.calendar import days_of, past_of
from jiugai.apps.participation.votes import services as votes
from jiugai.apps.projects.gates.records import records_of
from jiugai.apps.registry.models import Assessment, Estate, Party
from jiugai.apps.registry.services.below import add_party, end_party
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.owners.conftest import DAY
from tests.apps.participation.conftest import CLOSES

pytestmark = pytest.mark.django_db

CONTRACT = Contract(
    signed_on=date(2026, 6, 20),
    until=date(2028, 6, 19),
    standard="二级",
    fee_cents=85,
    has_all_items=True,
)
JULY = date(2026, 7, 1)
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
#: P14 holds to the end of 2025.
IN_2025 = {"since": date(2025, 9, 1), "until": date(2025, 11, 30)}


def called(owners, service, on=date(2026, 5, 10)):
    with scope(DISTRICT):
        return hiring.call_vote(pk=service.pk, by=owners.clerk, on=on)


def concluded(owners, service):
    with scope(DISTRICT):
        return hiring.conclude(pk=service.pk, by=owners.clerk, on=CLOSES.date())


def signed(owners, service, contract=CONTRACT, on=JULY):
    with scope(DISTRICT):
        return services.sign(pk=service.pk, contract=contract, by=owners.clerk, on=on)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"cost": "每月 20 元"}, "不收物业费"),
        ({"chosen_by": ""}, "由谁预选"),
        ({"chosen_by": "other", **IN_2025}, "先尝后买的试用"),
        ({"mode": ""}, "服务模式"),
        ({"until": None}, "到哪一天为止"),
        ({"until": date(2026, 3, 1)}, "早于开始日期"),
        ({"kind": "emergency", "until": date(2026, 9, 3)}, "应急物业服务在期限内"),
    ],
)
def test_a_beginning_that_the_law_does_not_know_is_refused(owners, said, words):
    with pytest.raises(Refusal, match=words):
        owners.start(**said)


def test_one_company_at_a_time(owners):
    owners.start()

    with pytest.raises(Refusal, match="BPM 61①"):
        owners.start(kind="quasi")


def test_emergencies_without_a_contract_between_are_six_months_together(owners):
    first = owners.start(kind="emergency", until=date(2026, 6, 2), cost="公共收益列支")
    assert (first.due_turn, first.due_clause) == ("posted", "bpm 77②")
    with scope(DISTRICT):
        services.post(pk=first.pk, day=DAY, by=owners.clerk, on=DAY)
        services.end(pk=first.pk, day=date(2026, 6, 2), why="到期", by=owners.clerk, on=JULY)

    with pytest.raises(Refusal, match="应急物业服务在期限内"):
        owners.start(kind="emergency", since=date(2026, 6, 3), until=date(2026, 9, 3))
    assert owners.start(kind="emergency", since=date(2026, 6, 3), until=date(2026, 9, 2)).pk


def test_a_trial_is_known_to_the_gates_while_it_lasts_and_not_a_day_longer(owners):
    first, last = IN_2025["since"], IN_2025["until"]
    trial = owners.start(on=first, **IN_2025)
    assert owners.fact("property_trial") is True
    with scope(DISTRICT):
        assert "p14.gate.agreement" in Assessment.objects.get(estate=owners.estate).met
        verdicts = {one.rule.id: one.verdict for one in checks_of(trial, on=first)}
    assert verdicts["p14.trial"] == "met"

    assert follow_days(on=last) == 0
    assert follow_days(on=last + timedelta(days=1)) == 1
    assert owners.fact("property_trial") is False
    assert follow_days(on=last + timedelta(days=1)) == 0


def test_a_trial_that_begins_later_is_told_on_its_first_day(owners):
    owners.start(since=DAY + timedelta(days=5))
    assert owners.fact("property_trial") is False

    assert follow_days(on=DAY + timedelta(days=5)) == 1
    assert owners.fact("property_trial") is True


def test_tasted_and_bought_from_the_first_day_to_the_filed_contract(owners):
    body, trial = owners.filed(), owners.start()
    vote = called(owners, trial)
    assert (vote.matter, vote.opens_at.date()) == ("hire_company", date(2026, 6, 1))
    assert "玉兰物业" in vote.question
    with pytest.raises(Refusal, match="还没有公示"):
        concluded(owners, trial)

    owners.voted(vote)
    assert concluded(owners, trial).state == "carried"
    assert owners.fact("property_company") == "玉兰物业"
    assert owners.fact("property_agreement") is False
    hired = signed(owners, trial)

    assert (hired.state, hired.body, hired.due_turn, hired.due_on) == (
        "hired", body, "filed", date(2026, 7, 5),
    )  # fmt: skip
    with scope(DISTRICT):
        filed = services.file_contract(
            pk=trial.pk, day=JULY, number="HT-9", by=owners.clerk, on=JULY
        )
        assessed = Assessment.objects.get(estate=owners.estate)
        assert "bj22.gate.property" in assessed.met
        verdicts = {one.rule.id: one.verdict.value for one in checks_of(filed, on=JULY)}
        turns = list(ServiceStep.objects.order_by("id").values_list("turn", flat=True))
        facts = [one.facts for one in proofs_of(Estate.objects.get(pk=owners.estate.pk))]
    assert set(verdicts.values()) == {"met"}
    assert turns == ["started", "vote_called", "carried", "signed", "filed"]
    assert facts[1]["property_agreement"] is True
    assert (filed.due_turn, filed.due_on) == ("ended", date(2027, 12, 19))


def on_paper(contract=CONTRACT):
    """Return a contract with its paper, which shows it where the system knows of no vote."""
    return replace(contract, file=ContentFile(PDF, name="合同.pdf"))


def parties(owners):
    with scope(DISTRICT):
        found = Party.objects.filter(estate=owners.estate, kind="property").order_by("id")
        return list(found.values_list("organisation__name", "since", "until"))


def shown(owners):
    """Return whether the register's parties show the gates that a company is settled."""
    with scope(DISTRICT):
        found = records_of(Estate.objects.get(pk=owners.estate.pk))
        return any(one.key.startswith("party:") for one in found)


def test_who_signs_is_a_party_of_the_estate_until_the_service_ends(owners):
    owners.filed()
    service = owners.start(kind="market")
    assert parties(owners) == []

    signed(owners, service, on_paper())
    assert parties(owners) == [("玉兰物业", CONTRACT.signed_on, None)]
    assert shown(owners)

    last = date(2026, 9, 30)
    with scope(DISTRICT):
        services.end(pk=service.pk, day=last, why="协商解除", by=owners.clerk, on=last)
    assert parties(owners) == [("玉兰物业", CONTRACT.signed_on, date(2026, 10, 1))]
    assert not shown(owners)

    again = owners.start(kind="market", since=date(2026, 10, 8), until=None)
    later = Contract(date(2026, 10, 9), date(2028, 10, 8), "二级", 90, has_all_items=True)
    signed(owners, again, on_paper(later), on=date(2026, 10, 10))
    assert [until for _name, _since, until in parties(owners)] == [date(2026, 10, 1), None]


def test_households_find_trial_contract_and_body_in_their_calendar(owners):
    owners.filed()
    owners.start()
    with scope(STREET):
        building = owners.estate.buildings.first()
        (trial,) = days_of(building, on=DAY + timedelta(days=1))
        past = [one.what for one in past_of(building, on=DAY + timedelta(days=1))]

    assert (trial.what, trial.title) == ("先尝后买试用", "玉兰物业")
    assert (trial.first, trial.last) == (DAY, date(2026, 5, 31))
    assert past == ["业主委员会成立"]


def test_a_company_that_the_register_has_is_not_entered_twice(owners):
    with scope(DISTRICT):
        said = {"kind": "property", "duty": "", "since": None, "until": None}
        add_party(estate=owners.estate, organisation=owners.company, said=said, by=owners.clerk)
    owners.filed()

    signed(owners, owners.start(kind="market"), on_paper())

    assert parties(owners) == [("玉兰物业", None, None)]


def test_what_ended_is_not_ended_again_and_never_before_it_began(owners):
    owners.filed()
    signed(owners, owners.start(kind="market"), on_paper())
    with scope(DISTRICT):
        (party,) = Party.objects.filter(estate=owners.estate)
        with pytest.raises(Refusal, match="早于开始日期"):
            end_party(pk=party.pk, until=DAY, by=owners.clerk)
        end_party(pk=party.pk, until=JULY, by=owners.clerk)
        with pytest.raises(Refusal, match="已于 2026-07-01 结束"):
            end_party(pk=party.pk, until=JULY, by=owners.clerk)


def test_tasted_and_not_bought_ends_and_takes_nothing_over(owners):
    owners.filed()
    trial = owners.start()
    owners.voted(called(owners, trial), agree=4, oppose=5)

    ended = concluded(owners, trial)

    assert (ended.state, ended.ended_on) == ("ended", CLOSES.date())
    assert owners.fact("property_settled") is False
    assert owners.fact("property_trial") is False
    with pytest.raises(Refusal, match="已结束"):
        signed(owners, trial)


def test_a_vote_before_the_trial_is_over_hires_nobody(owners):
    owners.filed()
    trial = owners.start(until=date(2026, 6, 5))
    owners.voted(called(owners, trial))  # it is moved to 1 June, while the trial runs

    back = concluded(owners, trial)

    assert (back.state, back.vote, back.due_turn) == ("running", None, "vote_called")
    with scope(DISTRICT):
        assert "早于试用期满" in back.steps.first().words


def test_a_vote_that_is_given_up_leaves_the_trial_as_it_was(owners):
    owners.filed()
    trial = owners.start()
    vote = called(owners, trial)
    with scope(DISTRICT):
        votes.cancel(pk=vote.pk, why="问题写错了", by=owners.clerk, on=DAY)

    assert concluded(owners, trial).state == "running"


def test_nobody_votes_or_signs_without_a_body_of_the_owners(owners):
    trial = owners.start()

    with pytest.raises(Refusal, match="先组建业主委员会"):
        called(owners, trial)
    market = "market"
    with scope(DISTRICT):
        services.end(pk=trial.pk, day=DAY, why="改为直接签约", by=owners.clerk, on=DAY)
    service = owners.start(kind=market, until=None)
    with pytest.raises(Refusal, match="BPM 63①"):
        signed(owners, service)


@pytest.mark.parametrize(
    ("contract", "words"),
    [
        ({"has_all_items": False}, "物业服务合同合规"),
        ({"signed_on": date(2026, 6, 1)}, "才公示"),
        ({"until": date(2026, 6, 20)}, "晚于签订日期"),
        ({"signed_on": date(2026, 7, 2)}, "不能晚于今天"),
        ({"fee_cents": 0}, "物业费标准"),
    ],
)
def test_a_contract_that_lacks_what_the_law_asks_for_is_refused(owners, contract, words):
    owners.filed()
    trial = owners.start()
    owners.voted(called(owners, trial))
    concluded(owners, trial)
    whole = {name: getattr(CONTRACT, name) for name in Contract.__slots__}

    with pytest.raises(Refusal, match=words):
        signed(owners, trial, Contract(**{**whole, **contract}))


def test_a_line_of_the_record_lies_within_the_service(owners):
    trial = owners.start()
    with scope(DISTRICT):
        entry = services.note(
            pk=trial.pk, kind="repair", day=DAY, words="换楼道灯 12 盏", by=owners.clerk, on=DAY
        )
    assert str(entry) == "换楼道灯 12 盏"

    with pytest.raises(Refusal, match="开始日与今天之间"), scope(DISTRICT):
        services.note(
            pk=trial.pk, kind="repair", day=DAY - timedelta(days=1), words="早了", by=owners.clerk,
            on=DAY,
        )  # fmt: skip
