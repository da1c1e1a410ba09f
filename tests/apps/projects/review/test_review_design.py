"""A design is reviewed: all remarks at once, each answered, and what passed opens gates."""

import pytest
from django.db import ProgrammingError, transaction

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.projects.applications.clocks import due_on
from jiugai.apps.projects.models import (
    Answer,
    Design,
    DesignFile,
    Evidence,
    GateEvent,
    Hand,
    Notice,
    Opinion,
    Remark,
)
from jiugai.apps.projects.review.drafts import drop_file
from jiugai.apps.projects.review.overdue import tell_late_reviews
from jiugai.apps.registry.models import Clock
from jiugai.apps.registry.services.edit import set_facts
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT
from tests.apps.projects.review.conftest import DAY

pytestmark = pytest.mark.django_db

PUBLICITY = "bj22.gate.publicity"


def test_a_design_goes_to_the_planner_with_a_clock_and_a_notice(desk, people):
    desk.file()
    desk.submit()

    review = desk.review
    assert (review.hand, review.due_on) == (
        Hand.PLANNER,
        due_on(Clock.REVIEW, DISTRICT, DAY),
    )
    assert Notice.objects.get(person=people["planner"]).about == "设计审查 玉兰里"
    assert not Notice.objects.filter(person=people["stranger"])


def test_nothing_is_handed_in_without_files_and_words(desk):
    with pytest.raises(Refusal, match="先上传设计文件"):
        desk.submit(version=1)
    desk.file()
    with pytest.raises(Refusal, match="方案要点"):
        desk.submit(" ")


def test_while_the_planner_reads_the_design_stays_as_it_is(desk):
    made = desk.file()
    desk.submit()

    with pytest.raises(Refusal, match="正在审查"):
        desk.file("pipes")
    with pytest.raises(ProgrammingError), scope(DISTRICT), transaction.atomic():
        DesignFile.objects.filter(pk=made.pk).delete()
    with pytest.raises(ProgrammingError), scope(DISTRICT), transaction.atomic():
        Design.objects.update(words="改一个字")


def test_remarks_come_all_at_once_and_none_afterwards(desk):
    first = desk.returned()

    with scope(DISTRICT):
        assert first.opinion.verdict == "return"
    with pytest.raises(Refusal, match="没有等责任规划师审查的版本"):
        desk.remark("pipes")
    with pytest.raises(ProgrammingError, match="all at once"), scope(DISTRICT):
        Remark.objects.create(
            review=first.review, division=first.division, design=first.design,
            part="pipes", weight="must", words="迟来的", by=first.by,
        )  # fmt: skip


def test_a_later_round_speaks_of_what_changed_or_of_a_former_remark_only(desk):
    first = desk.returned()
    desk.answer(first)
    desk.file("public", "二")
    second = desk.submit("补了公共区域")

    assert second.changed == ["public"]
    with pytest.raises(Refusal, match=r"“管线”在第 2 版里没有改动"):
        desk.remark("pipes", "管径偏小")
    assert desk.remark("public", "坡道坡度不够").former is None
    again = desk.remark("whole", "勒脚仍不清", former=first)
    assert (again.part, again.former) == ("facade", first)


def test_every_remark_is_answered_before_the_next_version(desk):
    first = desk.returned()
    desk.file("public", "二")

    with pytest.raises(Refusal, match="还有意见没有答复：外立面：勒脚收口做法不清"):
        desk.submit("改了")
    desk.answer(first, "先写一稿")
    desk.answer(first, "已补节点详图")
    design = desk.submit("改了")

    with scope(DISTRICT):
        given = Answer.objects.get()
        assert (given.words, given.design) == ("已补节点详图", design)
    with pytest.raises(ProgrammingError), scope(DISTRICT), transaction.atomic():
        Answer.objects.update(words="改口")


def test_who_gives_reasons_may_hand_in_the_same_files_again(desk):
    desk.answer(desk.returned(), "按图集 88J 施工，已附依据")

    design = desk.submit("说明理由，文件不变")

    assert (design.number, design.changed) == (2, [])
    with scope(DISTRICT):
        assert design.files.count() == 2


def test_a_verdict_fits_its_remarks(desk):
    desk.file()
    desk.submit()
    with pytest.raises(Refusal, match="至少写一条"):
        desk.opinion("return")
    desk.remark()
    with pytest.raises(Refusal, match="有 1 条意见须修改"):
        desk.opinion("pass")
    with pytest.raises(Refusal, match="总体意见"):
        desk.opinion("return", " ")


def test_nobody_reviews_their_own_design(desk, people):
    desk.file()
    desk.submit(by=people["planner"])

    with pytest.raises(Refusal, match="另一位责任规划师"):
        desk.opinion("pass", "可以")


def test_a_returned_design_was_reviewed_and_has_not_passed(desk):
    desk.returned()

    assert desk.facts() == (True, False)


def test_a_design_that_passed_is_evidence_of_the_gate_that_asks_for_it(desk):
    given = desk.passed()

    assert desk.review.hand == Hand.PASSED
    assert desk.facts() == (True, True)
    with scope(DISTRICT):
        one = Evidence.objects.get(rule=PUBLICITY)
        assert (one.kind, one.record, one.is_live) == ("record", f"review:{desk.review.pk}", True)
        assert [claim.fact for claim in one.claims.all()] == ["planner_passed"]
        assert Line.objects.filter(action="review.passed", reason=given.words).count() == 1


def test_a_change_after_passing_is_tracked_and_opens_the_review_again(desk):
    desk.passed()
    with scope(DISTRICT):
        set_facts(
            desk.project.estate,
            {"notice_complete": "yes", "open_objections": "0"},
            by=desk.people["clerk"],
            on=DAY,
        )
    desk.file("facade", "改色")
    changed = desk.submit("外立面换色")

    assert (changed.reopens, changed.changed, desk.review.hand) == (
        True,
        ["facade"],
        Hand.PLANNER,
    )
    assert desk.facts() == (True, False)
    with scope(DISTRICT):
        assert not Evidence.objects.filter(withdrawn_at=None)
        assert Evidence.objects.get().withdrawn_why == "审查合格之后设计又有改动，重新审查"
        assert GateEvent.objects.filter(rule=PUBLICITY, cause="withdrawal").exists()

    desk.opinion("pass", "同意变更")
    assert desk.facts() == (True, True)


def test_a_design_that_passed_is_not_handed_in_again_unchanged(desk):
    desk.passed()

    with pytest.raises(Refusal, match="没有改动"):
        desk.submit("再来一次")


def test_an_opinion_is_never_changed(desk):
    desk.passed()

    with pytest.raises(ProgrammingError), scope(DISTRICT), transaction.atomic():
        Opinion.objects.update(words="改")


def test_who_saw_an_older_state_reads_who_acted_and_where_it_is(desk, people):
    desk.file()
    version = desk.review.version
    desk.submit()

    with pytest.raises(Refusal, match="designer办过这次审查，现在是“责任规划师审查”"):
        desk.submit("又交一次", version=version)
    seen = desk.review.version
    desk.remark()
    with pytest.raises(Refusal, match="planner办过这次审查"):
        desk.opinion("pass", "没看见那条意见", version=seen)


def test_who_is_late_is_told_once(desk, people):
    desk.file()
    desk.submit()
    late = desk.review.due_on.replace(year=2027)

    with scope(""):
        assert tell_late_reviews(on=late, most=10) == 1
        assert tell_late_reviews(on=late, most=10) == 0
        told = Notice.objects.filter(kind="overdue")
    assert [one.person.username for one in told] == ["planner"]


def test_a_file_taken_out_of_the_last_version_begins_the_next_without_it(desk):
    desk.returned()
    with scope(DISTRICT):
        old = DesignFile.objects.get(part="pipes")
        drop_file(project=desk.project, pk=old.pk, by=desk.people["designer"])
        making = Design.objects.get(at=None)
        assert [one.part for one in making.files.all()] == ["facade"]
        assert DesignFile.objects.filter(pk=old.pk).exists()
