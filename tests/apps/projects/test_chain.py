"""An application goes from the body that applies to a numbered confirmation, as P14 附件1(3)."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.audit.models import Line
from jiugai.apps.projects.applications import drafts, services
from jiugai.apps.projects.applications.chain import DESKS, MOVES, ONWARD, desks_of, moves_for
from jiugai.apps.projects.applications.clauses import clause_in
from jiugai.apps.projects.applications.drafts import MovedMeanwhile
from jiugai.apps.projects.models import OVER, Application, Desk, Project, Step, Verb
from jiugai.apps.registry.models import Estate, Stage
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, OTHER
from tests.apps.projects.conftest import DAY

pytestmark = pytest.mark.django_db


def fresh(application):
    """Return an application as it is now."""
    with scope(DISTRICT):
        return Application.objects.select_related("project").get(pk=application.pk)


def facts(estate):
    """Return what the register knows of the estate."""
    with scope(DISTRICT):
        return Estate.objects.get(pk=estate.pk).facts


def test_four_steps_lead_to_a_number_and_a_project_in_the_reserve(acting, estate):
    done = acting.do("confirm", acting.at_city(), "city", opinion="第3次会议审议通过")

    assert done.number == "SB110199-2026-0001"
    assert done.confirmation == "QR11-2026-0001"
    assert (done.project.number, done.project.way) == ("110199-2026-0001", "application")
    with scope(DISTRICT):
        assert Estate.objects.get(pk=estate.pk).stage == Stage.RESERVE
        steps = list(done.steps.values_list("verb", "before", "after", "document", "clause"))
    assert steps == [
        ("submit", "applicant", "street", "bj22", "三(九)①"),
        ("pass", "street", "district", "xc18", "三(三)③"),
        ("pass", "district", "city", "xc18", "三(三)④"),
        ("confirm", "city", "confirmed", "xc18", "三(三)④"),
    ]


@pytest.mark.parametrize(
    ("place", "day", "cited"),
    [
        (DISTRICT, date(2020, 9, 4), "二(一)3① 三(三)③ 二(一)5② 二(一)5③"),
        (DISTRICT, date(2024, 9, 4), "附件1(3)① 附件1(3)② 附件1(3)② 附件1(3)③"),
        ("110105", date(2026, 9, 4), "三(九)① 三(六)② 三(六)② -"),
        ("410202", date(2026, 9, 4), "- - - -"),
    ],
)
def test_a_step_rests_on_what_is_in_force_in_its_place_on_its_day(place, day, cited):
    found = [clause_in(move, place, day) for move in ONWARD]

    assert " ".join(one.number if one else "-" for one in found) == cited


def test_the_facts_that_rules_read_follow_the_application(acting, estate):
    one = acting.at_district()
    names = ("applicant", "street_reported", "district_reviewed", "conference_confirmed")
    assert [facts(estate)[name] for name in names] == ["committee", True, False, False]

    one = acting.do("pass_on", one, "district_officer", opinion="同意")
    acting.do("confirm", one, "city", opinion="通过")

    assert [facts(estate)[name] for name in names] == ["committee", True, True, True]


def test_a_withdrawn_application_leaves_an_estate_that_nobody_applied_for(acting, estate):
    one = acting.do("withdraw", acting.at_district(), "clerk", opinion="居民不同意了")

    assert (one.desk, one.due_on) == (Desk.WITHDRAWN, None)
    assert facts(estate)["applicant"] == "none"
    assert facts(estate)["street_reported"] is False
    again = acting.submitted()
    assert again.number == "SB110199-2026-0002"


@pytest.mark.parametrize(
    ("stage", "who", "to"),
    [
        ("submitted", "clerk", Desk.APPLICANT),
        ("at_district", "district_officer", Desk.STREET),
        ("at_district", "district_officer", Desk.APPLICANT),
        ("at_city", "city", Desk.DISTRICT),
        ("at_city", "city", Desk.APPLICANT),
    ],
)
def test_what_is_returned_lies_with_who_must_mend_it_and_keeps_all_that_was_typed(
    acting, stage, who, to
):
    before = getattr(acting, stage)()

    acting.do("return_", before, who, to=to, opinion="缺汇总表")

    now = fresh(before)
    assert now.desk == to
    assert now.due_on is not None
    assert drafts.snapshot(now) == drafts.snapshot(before)
    with scope(DISTRICT):
        assert now.steps.last().opinion == "缺汇总表"


def test_it_comes_back_under_its_number(acting):
    one = acting.submitted()
    acting.do("return_", one, "clerk", to=Desk.APPLICANT, opinion="缺汇总表")
    with scope(DISTRICT):
        now = fresh(one)
        drafts.save_draft(
            pk=now.pk, version=now.version, values={"agreeing": 105}, by=acting.people["clerk"]
        )

    again = acting.do("submit", one, "clerk")

    assert again.number == one.number
    with scope(DISTRICT):
        said = [step.said["agreeing"] for step in again.steps.filter(verb=Verb.SUBMIT)]
    assert said == [98, 105]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"body": ""}, "请选择申请主体"),
        ({"asked_on": None}, "哪天征求完居民意见"),
        ({"asked_on": DAY.replace(day=5)}, "不能晚于今天"),
        ({"agreeing": None}, "参与户数和同意户数"),
        ({"answered": 121}, "参与户数不能多于总户数"),
        ({"items": [], "wishes": " "}, "居民诉求"),
    ],
)
def test_an_application_that_lacks_something_is_not_submitted_and_says_what(acting, said, words):
    one = acting.draft(**said)

    with pytest.raises(Refusal, match=words):
        acting.do("submit", one, "clerk")

    assert (fresh(one).desk, fresh(one).number) == (Desk.APPLICANT, "")


@pytest.mark.parametrize("verb", ["pass_on", "return_", "withdraw", "confirm"])
def test_nothing_is_decided_without_words(acting, verb):
    one = acting.at_city() if verb == "confirm" else acting.submitted()
    more = {"to": Desk.APPLICANT} if verb == "return_" else {}

    with pytest.raises(Refusal, match="请写明"):
        acting.do(verb, one, "clerk", opinion="  ", **more)

    assert fresh(one).desk == one.desk


def test_the_second_of_two_is_told_what_the_first_did(acting):
    one = acting.submitted()
    acting.do("return_", one, "clerk", to=Desk.APPLICANT, opinion="缺汇总表")

    with pytest.raises(MovedMeanwhile, match="clerk已办理“退回”，现在是“申请方办理”"):
        acting.do("pass_on", one, "clerk", opinion="同意", version=one.version)

    assert fresh(one).desk == Desk.APPLICANT


@pytest.mark.parametrize("after", ["confirm", "withdraw"])
def test_what_is_over_stays_so(acting, after):
    one = acting.do(after, acting.at_city(), "city", opinion="说明")

    for verb in ("submit", "pass_on", "return_", "withdraw", "confirm"):
        more = {"to": Desk.CITY} if verb == "return_" else {}
        said = {} if verb == "submit" else {"opinion": "再来"}
        with pytest.raises(Refusal, match="不能再办"):
            acting.do(verb, one, "clerk", **said, **more)


def test_an_estate_has_one_open_application_and_none_beside_a_project(acting, estate):
    one = acting.draft()
    with scope(DISTRICT), pytest.raises(Refusal, match="已有在办的申报"):
        drafts.begin(estate=estate, by=acting.people["clerk"], on=DAY)
    acting.do("withdraw", one, "clerk", opinion="不报了")
    acting.do("confirm", acting.at_city(), "city", opinion="通过")

    with scope(DISTRICT), pytest.raises(Refusal, match="已经立项"):
        drafts.begin(estate=estate, by=acting.people["clerk"], on=DAY)


def test_a_draft_that_nobody_submitted_says_nothing_of_the_estate(acting, estate):
    before = facts(estate)

    acting.do("withdraw", acting.draft(), "clerk", opinion="填错了")

    assert facts(estate) == before


def test_what_was_submitted_is_not_written_any_more(acting):
    one = acting.submitted()

    with scope(DISTRICT), pytest.raises(Refusal, match="申报已提交"):
        drafts.save_draft(
            pk=one.pk, version=one.version, values={"wishes": "改"}, by=acting.people["clerk"]
        )


def test_steps_are_read_and_never_edited(acting):
    one = acting.submitted()
    with scope(DISTRICT):
        step = one.steps.get()
        step.opinion = "改口"
        for change in (step.save, step.delete):
            with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
                change()


def test_every_step_is_in_the_record_with_its_reason(acting):
    acting.do("return_", acting.at_district(), "district_officer", to=Desk.STREET, opinion="缺图")

    with scope(DISTRICT):
        lines = Line.objects.filter(subject="projects.application").order_by("id")
        said = [(one.action.partition(".")[2], one.by_name, one.reason) for one in lines]
    assert said == [
        ("application_begun", "clerk", ""),
        ("application_edited", "clerk", ""),
        ("application_submitted", "clerk", ""),
        ("application_passed", "clerk", "同意上报"),
        ("application_returned", "district_officer", "缺图"),
    ]


def test_another_district_sees_nothing_of_it(acting):
    acting.do("confirm", acting.at_city(), "city", opinion="通过")
    with scope(OTHER):
        assert not any(model.objects.exists() for model in (Application, Step, Project))


@pytest.mark.parametrize(
    "permission",
    [
        Permission.APPLY,
        Permission.REVIEW_STREET,
        Permission.REVIEW_DISTRICT,
        Permission.CONFIRM_CITY,
    ],
)
def test_only_who_sits_at_a_desk_may_move_what_lies_there(acting, permission):
    desk = next(desk for desk, needed in DESKS.items() if needed == permission)
    holder = {
        Desk.APPLICANT: "clerk", Desk.STREET: "clerk",
        Desk.DISTRICT: "district_officer", Desk.CITY: "city",
    }[desk]  # fmt: skip
    one = Application(desk=desk, division="110199001")
    stranger = viewer_of(acting.people["stranger"], on=DAY)
    auditor = viewer_of(acting.people["auditor"], on=DAY)
    person = viewer_of(acting.people[holder], on=DAY)

    assert not moves_for(stranger, one)
    assert not moves_for(auditor, one)
    assert desk in desks_of(person)
    assert {move.permission for move in moves_for(person, one)} >= {permission}


def test_every_desk_leads_on_and_everything_may_be_returned_from_where_it_came():
    open_desks = [desk for desk in Desk if desk not in OVER]
    assert [one.before for one in MOVES if one.verb in (Verb.SUBMIT, Verb.PASS, Verb.CONFIRM)] == (
        open_desks
    )
    returned = {(one.before, one.after) for one in MOVES if one.verb == Verb.RETURN}
    assert len(returned) == 6
    assert all(open_desks.index(after) < open_desks.index(before) for before, after in returned)


def test_an_unknown_verb_is_refused_in_words(acting):
    one = acting.submitted()
    with scope(DISTRICT), pytest.raises(Refusal, match="请选择"):
        services.move_of(one, "explode")
