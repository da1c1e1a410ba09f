"""Answers are taken once for each household, in time, and never over one another unseen."""

from datetime import timedelta

import pytest

from jiugai.apps.accounts.rows import of_household, scope
from jiugai.apps.surveys.answers import services
from jiugai.apps.surveys.answers.services import Changed, Whose
from jiugai.apps.surveys.models import Answer, Channel
from jiugai.apps.surveys.results.counting import hidden_among
from jiugai.apps.surveys.results.kept import results_of
from jiugai.apps.surveys.results.shown import charts_of, splits_of
from jiugai.asking.answering import Step
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT
from tests.apps.surveys.conftest import NOON, form

pytestmark = pytest.mark.django_db


def say(asking, survey, number, name, given, at=NOON):
    """Answer one question as a household does."""
    with scope(DISTRICT):
        step = Step(form().question(name))
        whose = Whose(survey, asking.home(number))
        return services.save_step(whose=whose, step=step, given=given, at=at, language="zh")


def test_a_household_saves_as_it_goes_and_hands_in_at_the_end(asking):
    survey = asking.opened()
    say(asking, survey, 0, "wants", "xc18.menu.lift")
    say(asking, survey, 0, "agrees", "yes")
    with scope(DISTRICT):
        answer = services.finish(whose=Whose(survey, asking.home(0)), at=NOON, language="zh")

    assert answer.state == Answer.State.DONE
    assert answer.values == {"wants": "xc18.menu.lift", "agrees": "yes", "windows": []}
    assert answer.channel == Channel.ONLINE


def test_nothing_is_handed_in_while_something_is_missing(asking):
    survey = asking.opened()
    say(asking, survey, 0, "wants", "xc18.menu.lift")
    with scope(DISTRICT), pytest.raises(Refusal, match="“同意吗？”：这一题要回答"):
        services.finish(whose=Whose(survey, asking.home(0)), at=NOON, language="zh")


@pytest.mark.parametrize(("days", "says"), [(-1, "才开始作答"), (15, "已截止")])
def test_out_of_time_nothing_is_taken(asking, days, says):
    survey = asking.opened()
    with pytest.raises(Refusal, match=says):
        say(asking, survey, 0, "agrees", "yes", at=NOON + timedelta(days=days))


def test_the_last_day_still_counts(asking):
    survey = asking.opened()
    say(asking, survey, 0, "agrees", "yes", at=NOON + timedelta(days=14))

    assert len(asking.kept(survey)) == 1


def test_a_survey_by_visit_takes_nothing_online(asking):
    survey = asking.opened(is_online=False)
    with pytest.raises(Refusal, match="由工作人员上门填写"):
        say(asking, survey, 0, "agrees", "yes")


def test_a_second_person_of_a_household_needs_a_survey_of_people(asking):
    one, many = asking.opened(), asking.opened(per="person", title="每人")
    with scope(DISTRICT):
        step, home = Step(form().question("agrees")), asking.home(0)
        with pytest.raises(Refusal, match="没有这么多份"):
            services.save_step(
                whose=Whose(one, home, 2), step=step, given="yes", at=NOON, language="zh"
            )
        answer, _value = services.save_step(
            whose=Whose(many, home, 2), step=step, given="yes", at=NOON, language="zh"
        )
    assert answer.person == 2


def test_a_visit_does_not_overwrite_what_another_saved_in_the_meantime(asking):
    survey = asking.opened()
    first = asking.answer(survey, 0, done=False)
    asking.answer(survey, 0, {"agrees": "no", "why": "吵"}, revision=first.revision)

    with pytest.raises(Changed, match="clerk在 06-02 12:00 保存过") as changed:
        asking.answer(survey, 0, {"agrees": "yes"}, revision=first.revision)
    assert changed.value.now.values["why"] == "吵"
    assert asking.kept(survey)[0].values["agrees"] == "no"


def test_a_visit_does_not_overwrite_a_flat_that_it_took_for_new(asking):
    survey = asking.opened()
    asking.answer(survey, 0)
    with pytest.raises(Changed):
        asking.answer(survey, 0, {"agrees": "no"})


def test_a_household_sees_only_its_own_answers(asking):
    survey = asking.opened()
    for number in range(3):
        asking.answer(survey, number)
    home = asking.home(1)
    with scope(DISTRICT), of_household(home.pk):
        assert [one.household for one in Answer.objects.all()] == [home]


def test_results_count_choices_numbers_words_and_channels(asking):
    survey = asking.opened()
    asking.answer(
        survey, 0, {"agrees": "no", "why": "吵", "windows": [{"width": "1"}, {"width": "2"}]}
    )
    asking.answer(survey, 1, {"agrees": "yes"}, channel=Channel.PAPER)
    asking.answer(survey, 2, {"agrees": "yes"}, done=False)
    with scope(DISTRICT):
        found = results_of(survey)
        charts = {one.name: one for one in charts_of(found, "zh")}

    assert (found.homes_done, found.homes, found.started) == (2, 12, 1)
    assert found.channels == {"visit": 1, "paper": 1}
    assert [(bar.name, bar.count) for bar in charts["agrees"].bars] == [("yes", 1), ("no", 1)]
    assert charts["why"].texts == ("吵",)
    assert charts["width"].numbers == (1, 1.5, 2, 3)


def test_buildings_with_few_answers_are_not_shown_by_themselves(asking):
    survey = asking.opened()
    for number in (0, 1, 2, 3, 4, 8, 9, 10, 11):
        asking.answer(survey, number)
    with scope(DISTRICT):
        found = results_of(survey)
        (wants, agrees) = splits_of(found, "zh")

    assert [one.done for one in found.buildings] == [4, 1, 4]
    # The second has one answer; one more is hidden, else the sums would give it away.
    assert [name for name, _counts in agrees.rows] == ["3号楼"]
    assert wants.rows == (("3号楼", (4, 0)),)


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ({1: 5, 2: 0}, set()),
        ({1: 2, 2: 1, 3: 9}, {1, 2}),
        ({1: 2, 2: 7, 3: 5}, {1, 3}),
        ({1: 2}, {1}),
    ],
)
def test_what_is_hidden_cannot_be_worked_out_from_the_rest(counts, hidden):
    assert hidden_among(counts) == hidden
