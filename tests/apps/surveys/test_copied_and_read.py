"""A survey is asked again elsewhere or later, and other systems read what came of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.registry.models import ApiScope, Estate
from jiugai.apps.registry.services.tokens import make_token
from jiugai.apps.surveys.models import Answer, Survey
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(client, asking):
    """Return a function that reads with a token of one scope."""

    def with_(path, which=ApiScope.SURVEYS):
        viewer = viewer_of(asking.clerk, on=timezone.localdate())
        with scope(viewer.division or ""):
            _token, key = make_token(
                name="大屏", scopes=(which,), division="", by=viewer,
                until=timezone.localdate() + timedelta(days=9), on=timezone.localdate(),
            )  # fmt: skip
        return client.get(f"/api/v1{path}", HTTP_AUTHORIZATION=f"Bearer {key}")

    return with_


def test_the_questions_go_to_other_estates_as_drafts_and_no_answer_goes_along(client, asking):
    survey = asking.opened()
    asking.answer(survey, 0)
    with scope(DISTRICT):
        other = Estate.objects.create(
            code="T9", division=asking.estate.division, facts={"name": "海棠里"}
        )
    client.force_login(asking.clerk)
    today = timezone.localdate()
    said = {
        "estates": [asking.estate.pk, other.pk],
        "title": "明年再问",
        "opens_on": today.isoformat(),
        "closes_on": (today + timedelta(days=9)).isoformat(),
    }
    wrong = said | {"closes_on": (today - timedelta(days=1)).isoformat()}
    assert client.post(f"/surveys/{survey.pk}/copy", wrong).status_code == 422
    assert client.post(f"/surveys/{survey.pk}/copy", said).status_code == 302
    with scope(DISTRICT):
        made = list(Survey.objects.filter(title="明年再问").order_by("estate"))
        assert {one.estate_id for one in made} == {asking.estate.pk, other.pk}
        assert all(one.state == Survey.State.DRAFT for one in made)
        assert all(one.drafted.parts == survey.current.form.parts for one in made)
        assert not Answer.objects.filter(survey__in=made).exists()


def test_other_systems_read_counts_and_nothing_where_too_few_answered(call, asking):
    survey = asking.opened()
    for number in range(2):
        asking.answer(survey, number)
    (listed,) = call("/surveys?state=open").json()["items"]
    assert (listed["id"], listed["title"]) == (survey.pk, "问需于民")
    few = call(f"/surveys/{survey.pk}/results").json()
    assert (few["is_small"], few["questions"], few["answers"]) == (True, [], 2)
    for number in range(2, 6):
        asking.answer(survey, number, {"agrees": "no", "why": "怕吵", "wants": ""})
    found = call(f"/surveys/{survey.pk}/results").json()
    agrees = next(one for one in found["questions"] if one["name"] == "agrees")
    assert {one["name"]: one["count"] for one in agrees["counts"]} == {"yes": 2, "no": 4}
    assert "怕吵" not in str(found)
    # Four of the first building and two of the second: both stay out, or one would give the other.
    assert [one["answered"] for one in found["buildings"]][1] is None


def test_drafts_and_tokens_of_another_scope_read_nothing(call, asking):
    draft = asking.drafted()
    assert call(f"/surveys/{draft.pk}").status_code == 404
    assert call("/surveys", ApiScope.DEMANDS).status_code == 403
