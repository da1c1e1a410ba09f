"""A survey is drafted, mended, published, frozen, closed and announced."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.registry.models import Estate
from jiugai.apps.surveys.authoring import services
from jiugai.apps.surveys.authoring.templates import menu_of
from jiugai.apps.surveys.evidence import proofs_of
from jiugai.apps.surveys.models import Survey, Version
from jiugai.apps.surveys.results.demand import demand_of
from jiugai.asking.check import problems_of
from jiugai.asking.editing import add, move, put, remove
from jiugai.asking.form import Form, Kind, Question
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT
from tests.apps.surveys.conftest import DAY, NOON, SAID, form

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("purpose", ["demand", "visit", "rating", "other"])
def test_every_template_can_be_published_as_it_is(asking, purpose):
    with scope(DISTRICT):
        (survey,) = services.draft(
            estates=[asking.estate], purpose=purpose, said=SAID, by=asking.clerk, on=DAY
        )
        assert problems_of(survey.drafted) == []
        version = services.publish(pk=survey.pk, by=asking.clerk, at=NOON)

    assert version.number == 1
    assert f'id="jiugai-{survey.pk}"' in version.xform


def test_the_survey_of_demand_asks_for_the_items_of_the_menus(asking):
    with scope(DISTRICT):
        (survey,) = services.draft(
            estates=[asking.estate], purpose="demand", said=SAID, by=asking.clerk, on=DAY
        )
        items = menu_of(asking.estate, on=DAY)
    choices = {one.name for found in survey.drafted.lists.values() for one in found}

    assert {one.title for one in items.values()} == {
        items[name].title for name in choices if name in items
    }


def test_several_estates_get_a_survey_each(asking):
    with scope(DISTRICT):
        other = Estate.objects.create(
            code="T2", division=asking.estate.division, facts={"name": "海棠里"}
        )
        made = services.draft(
            estates=[asking.estate, other], purpose="other", said=SAID, by=asking.clerk, on=DAY
        )

    assert [one.estate for one in made] == [asking.estate, other]


def test_a_published_version_cannot_be_changed(asking):
    survey = asking.opened()
    with scope(DISTRICT):
        version = survey.current
        with pytest.raises(DatabaseError), transaction.atomic():
            Version.objects.filter(pk=version.pk).update(digest="0" * 64)

    assert version.digest == form().digest


def test_a_change_becomes_the_next_version_only_when_it_is_published(asking):
    survey = asking.opened()
    with scope(DISTRICT):
        changed = remove(form(), "why")
        services.put_form(pk=survey.pk, form=changed, by=asking.clerk, on=DAY)
        before = Survey.objects.get(pk=survey.pk).current
        after = services.publish(pk=survey.pk, by=asking.clerk, at=NOON)

    assert (before.number, before.digest) == (1, form().digest)
    assert (after.number, after.digest) == (2, changed.digest)


def test_what_has_not_changed_is_not_published_again(asking):
    survey = asking.opened()
    with scope(DISTRICT), pytest.raises(Refusal, match="题目没有变动"):
        services.publish(pk=survey.pk, by=asking.clerk, at=NOON)


def test_a_form_that_cannot_be_asked_is_not_published(asking):
    survey = asking.drafted(asked=Form("空", (), {}))
    with scope(DISTRICT), pytest.raises(Refusal, match="至少加一题"):
        services.publish(pk=survey.pk, by=asking.clerk, at=NOON)


def test_days_in_the_wrong_order_are_refused(asking):
    with pytest.raises(Refusal, match="截止日不能早于开始日"):
        asking.drafted(closes_on=DAY - timedelta(days=1))


def test_a_draft_can_be_discarded_and_a_published_survey_cannot(asking):
    draft, opened = asking.drafted(), asking.opened()
    with scope(DISTRICT):
        services.discard(pk=draft.pk, by=asking.clerk, on=DAY)
        with pytest.raises(Refusal, match="不能删除"):
            services.discard(pk=opened.pk, by=asking.clerk, on=DAY)
        assert list(Survey.objects.all()) == [opened]


def test_a_result_is_announced_once_and_after_the_close(asking):
    survey = asking.opened()
    with scope(DISTRICT):
        with pytest.raises(Refusal, match="截止以后"):
            services.announce(pk=survey.pk, by=asking.clerk, on=DAY)
        services.close(pk=survey.pk, by=asking.clerk, on=DAY)
        services.announce(pk=survey.pk, by=asking.clerk, on=DAY)
        with pytest.raises(Refusal, match="已于 2026-06-02 公布"):
            services.announce(pk=survey.pk, by=asking.clerk, on=DAY)


def test_a_closed_survey_of_demand_is_evidence_that_residents_were_asked(asking):
    survey = asking.opened()
    asking.answer(survey, 0)
    with scope(DISTRICT):
        assert list(proofs_of(asking.estate)) == []
    asking.closed(survey)

    with scope(DISTRICT):
        (proof,) = proofs_of(asking.estate)
    assert proof.facts == {"residents_asked": True}
    assert "1/12 户作答（8.3%）" in proof.text


def test_demand_is_counted_for_each_item_that_was_asked_about(asking):
    survey = asking.opened()
    for number in range(4):
        asking.answer(survey, number)
    asking.answer(survey, 4, {"agrees": "no", "wants": ""})

    with scope(DISTRICT):
        found = demand_of(asking.estate)
        buildings = list(asking.estate.buildings.order_by("id"))
        below = [demand_of(asking.estate, one) for one in buildings]
    assert (found["xc18.menu.lift"].wanted, found["xc18.menu.lift"].answered) == (4, 5)
    assert found["xc18.menu.parking"].wanted == 0
    # One building has a single answer, so the other is not shown by itself, either.
    assert below == [{}, {}, {}]


def test_the_record_says_what_happened_to_a_survey(asking):
    survey = asking.opened()
    asking.closed(survey)
    with scope(DISTRICT):
        lines = Line.objects.filter(subject="surveys.survey", subject_id=str(survey.pk))
        done = list(lines.order_by("id").values_list("action", flat=True))

    assert done == [
        "surveys.drafted", "surveys.form_changed", "surveys.published", "surveys.closed",
    ]  # fmt: skip


def test_questions_are_moved_replaced_and_added_to_a_group():
    changed = move(form(), "agrees", -1)
    changed = put(changed, "why", Question("why", Kind.NOTE, {"zh": "谢谢"}), ())
    changed = add(changed, Question("room", Kind.TEXT, {"zh": "哪间"}), (), into="windows")

    names = [one.name for one in changed.questions()]
    assert names == ["agrees", "wants", "why", "width", "photo", "room"]
    assert changed.repeat_of("room") == "windows"
    assert changed.question("why").kind is Kind.NOTE
