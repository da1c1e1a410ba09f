"""Sensitive questions come after a consent; answers go, figures and shared pictures stay."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from jiugai.apps.accounts.rows import of_household, scope
from jiugai.apps.participation.models import Consent, LetGo
from jiugai.apps.participation.privacy import consents
from jiugai.apps.participation.privacy.clock import clear_over
from jiugai.apps.participation.privacy.erasing import erase_own
from jiugai.apps.participation.privacy.holding import holding_of
from jiugai.apps.participation.residents.entering import _begin
from jiugai.apps.registry.services.documents import path_of
from jiugai.apps.surveys.models import Answer, AnswerFile, Figures, Submission, Survey
from jiugai.apps.surveys.results.counting import counted
from jiugai.apps.surveys.results.kept import picks_of, results_of
from jiugai.asking.form import Form, Kind, Question
from jiugai.asking.sensitive import CONSENT, NO, YES
from tests.apps.conftest import DISTRICT
from tests.apps.surveys.conftest import NOON, form

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def sensitive():
    """Return the short form with a question on health at its end."""
    plain = form()
    ill = Question("ill", Kind.TEXT, {"zh": "家里谁有病？"}, required=True, sensitive=True)
    return replace(plain, parts=(*plain.parts, ill))


def said(**more):
    """Return the answers of a household."""
    return {"agrees": "yes", "wants": "xc18.menu.lift", **more}


def erase(asking, number, key="surveys.answers"):
    """Let a household erase, as it does on its own page."""
    home = asking.home(number)
    with scope(DISTRICT), of_household(home.pk):
        return erase_own(holding=holding_of(key), household=home, at=timezone.now())


def test_the_consent_is_asked_alone_and_says_what_for_and_how_long(asking, client):
    survey = asking.running(asked=sensitive())
    with scope(DISTRICT):
        client.cookies["household"] = _begin(asking.home(0), timezone.now())
    address = f"/r/s/{survey.pk}/1/q/"
    page = client.get(f"{address}{CONSENT}").content.decode()
    assert "“家里谁有病" in page
    assert "？。" not in page
    assert "改造需求" in page
    assert "1095 天后自动删除" in page
    assert client.get(f"{address}ill").status_code == 404  # not before the consent

    client.post(f"{address}agrees", {"answer": "yes"})
    client.post(f"{address}{CONSENT}", {"answer": NO})
    assert client.post(f"/r/s/{survey.pk}/1/end").status_code == 302  # the rest is taken

    (kept,) = asking.kept(survey)
    assert kept.state == Answer.State.DONE
    assert kept.values["agrees"] == "yes"
    with scope(DISTRICT):
        consent = Consent.objects.get()
    assert not consent.is_given
    assert "不同意就跳过" in consent.words

    client.post(f"{address}{CONSENT}", {"answer": YES})
    assert client.post(f"/r/s/{survey.pk}/1/end").status_code == 422  # now it is asked
    client.post(f"{address}ill", {"answer": "奶奶"})
    assert client.post(f"/r/s/{survey.pk}/1/end").status_code == 302
    assert asking.kept(survey)[0].said["ill"] == "奶奶"


def test_what_a_clerk_writes_down_without_consent_is_not_kept(asking):
    survey = asking.opened(asked=sensitive())
    asking.answer(survey, 0, said(**{CONSENT: YES}, ill="爷爷"))
    asking.answer(survey, 1, said(**{CONSENT: NO}, ill="爷爷"))
    asking.answer(survey, 2, said(ill="爷爷"), done=False)
    kept = {one.household_id: one.said for one in asking.kept(survey)}
    assert kept[asking.home(0).pk]["ill"] == "爷爷"
    assert "ill" not in kept[asking.home(1).pk]
    assert "ill" not in kept[asking.home(2).pk]
    with scope(DISTRICT):
        given = Consent.objects.get(is_given=True)
    assert (given.channel, given.by) == ("visit", asking.clerk)


def test_taking_a_consent_back_erases_those_answers_and_their_pictures_only(
    asking, django_capture_on_commit_callbacks
):
    asked = sensitive()
    paper = Question("proof", Kind.IMAGE, {"zh": "病历"}, sensitive=True)
    survey = asking.opened(asked=replace(asked, parts=(*asked.parts, paper)))
    for number in (0, 1):
        asking.answer(survey, number, said(**{CONSENT: YES}, ill="爷爷", proof=f"p{number}"))
    with scope(DISTRICT):
        for number in (0, 1):
            picture(
                Answer.objects.get(household=asking.home(number)), f"p{number}", f"{number}" * 64
            )
        consent = Consent.objects.get(household=asking.home(0))
        with django_capture_on_commit_callbacks(execute=True):
            consents.revoke(household=asking.home(0), pk=consent.pk, at=timezone.now())
        first, second = Answer.objects.order_by("household")
        assert "ill" not in first.said
        assert first.values["agrees"] == "yes"
        assert second.said["ill"] == "爷爷"
        assert [one.said for one in AnswerFile.objects.all()] == ["p1"]
    assert not default_storage.exists(path_of("0" * 64))
    assert default_storage.exists(path_of("1" * 64))


def picture(answer, name, digest):
    """Keep a picture of an answer."""
    if not default_storage.exists(path_of(digest)):
        default_storage.save(path_of(digest), ContentFile(b"picture"))
    AnswerFile.objects.create(
        answer=answer, household=answer.household, division=answer.division, said=name,
        kind="image/png", sha256=digest, size=7,
    )  # fmt: skip


def test_bytes_that_another_answer_shares_stay_until_that_one_goes_too(
    asking, django_capture_on_commit_callbacks
):
    survey = asking.opened()
    shared, own = "a" * 64, "b" * 64
    for number in (0, 1):
        answer = asking.answer(survey, number)
        with scope(DISTRICT):
            picture(answer, f"p{number}", shared)
    with scope(DISTRICT):
        picture(Answer.objects.get(household=asking.home(0)), "own", own)
    with django_capture_on_commit_callbacks(execute=True):
        assert erase(asking, 0) == 1
    assert default_storage.exists(path_of(shared))
    assert not default_storage.exists(path_of(own))
    with scope(DISTRICT):
        assert Answer.objects.get().household_id == asking.home(1).pk
    assert erase(asking, 1) == 1  # the process dies before the bytes go
    assert default_storage.exists(path_of(shared))
    clear_over(on=TODAY)
    assert not default_storage.exists(path_of(shared))
    assert not LetGo.objects.exists()


def test_results_of_a_closed_survey_do_not_change_when_answers_are_erased(asking):
    survey = asking.opened()
    for number in range(4):
        asking.answer(survey, number, said(windows=[{"width": str(number + 1)}]))
    asking.answer(survey, 4, said(agrees="no", why="怕吵"))
    survey = asking.closed(survey)
    with scope(DISTRICT):
        before = results_of(survey)
        live = counted(survey)
    assert [(one.counts, one.spread) for one in before.tallies] == [
        (one.counts, one.spread) for one in live.tallies
    ]
    assert [one.is_hidden for one in before.buildings] == [one.is_hidden for one in live.buildings]

    for number in (0, 4):
        erase(asking, number)

    with scope(DISTRICT):
        after = results_of(survey)
        assert counted(survey).done == 3
        assert picks_of(survey, "wants") == [(("xc18.menu.lift",), 5)]
    assert (after.done, after.homes_done, after.channels) == (5, 5, {"visit": 5})
    assert after.buildings == before.buildings
    words = {one.question.name: one.texts for one in after.tallies}
    assert words["why"] == ()  # what somebody wrote is no figure: it goes
    for was, now in zip(before.tallies, after.tallies, strict=True):
        assert (was.answered, was.counts, was.spread) == (now.answered, now.counts, now.spread)


def test_surveys_that_closed_before_figures_were_kept_keep_them_at_the_first_erasing(asking):
    survey = asking.opened()
    for number in range(3):
        asking.answer(survey, number)
    survey = asking.closed(survey)
    with scope(DISTRICT):
        Figures.objects.all().delete()
    erase(asking, 0)
    with scope(DISTRICT):
        assert results_of(survey).done == 3


def test_answers_to_an_open_survey_no_longer_count_once_erased(asking):
    survey = asking.opened()
    for number in range(2):
        asking.answer(survey, number)
    erase(asking, 0)
    with scope(DISTRICT):
        assert results_of(asking.now(survey)).done == 1


@pytest.mark.parametrize(("days", "left"), [(1095, 2), (1096, 0)])
def test_answers_and_submissions_go_when_the_survey_is_long_closed(asking, days, left):
    survey = asking.opened()
    for number in range(2):
        answer = asking.answer(survey, number)
        hand_in(asking, survey, number, answer=answer, state="taken")
    asking.closed(survey)
    with scope(DISTRICT):
        Survey.objects.update(closed_on=TODAY - timedelta(days=days))
        clear_over(on=TODAY)
        assert Answer.objects.count() == left
        assert not Submission.objects.exists()  # those go after 30 days
        assert results_of(asking.now(survey)).done == 2


def hand_in(asking, survey, number, **more):
    """Keep what a collector handed in."""
    with scope(DISTRICT):
        return Submission.objects.create(
            survey=survey, version=survey.current, division=survey.division,
            household=asking.home(number), instance=f"uuid:{number}", digest="d",
            values=said(), by=asking.clerk, **{"received_at": NOON} | more,
        )  # fmt: skip


def test_dropped_submissions_are_emptied_soon_and_known_again(asking):
    survey = asking.opened()
    at = timezone.now()
    old = hand_in(asking, survey, 0, state="dropped", received_at=at - timedelta(days=32))
    new = hand_in(asking, survey, 1, state="dropped", received_at=at - timedelta(days=29))
    waits = hand_in(asking, survey, 2, state="waiting", received_at=at - timedelta(days=99))
    clear_over(on=TODAY)
    with scope(DISTRICT):
        kept = {one.pk: one.values for one in Submission.objects.all()}
    assert kept[old.pk] == {}
    assert kept[new.pk] == kept[waits.pk] == said()


def test_a_draft_may_not_name_a_question_like_the_consent(asking):
    asked = Form("空", (Question(CONSENT, Kind.TEXT, {"zh": "?"}),), {})
    survey = asking.drafted(asked=asked)
    from jiugai.apps.surveys.authoring.services import publish
    from jiugai.kernel.errors import Refusal

    with scope(DISTRICT), pytest.raises(Refusal):
        publish(pk=survey.pk, by=asking.clerk, at=NOON)
