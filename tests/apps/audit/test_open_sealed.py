"""A sensitive value is opened by who may, in their division, with a reason, on the record."""

import pytest

from jiugai.apps.accounts.models import Organisation
from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.registry.models import Building, Household
from tests.apps.conftest import DISTRICT, OTHER, STREET

pytestmark = pytest.mark.django_db
PHONE = "13812345678"
REASON = "电话通知入户时间"


@pytest.fixture
def household(estate):
    """Return a household whose phone is known."""
    with scope(DISTRICT):
        building = Building.objects.create(estate=estate, division=STREET, code="1")
        return Household.objects.create(
            building=building, division=STREET, door="101", phone=PHONE
        )


def address(thing, name="phone"):
    return f"/sealed/{thing._meta.label_lower}/{thing.pk}/{name}"


def lines():
    with scope(""):
        return list(Line.objects.filter(action="accounts.sensitive_opened"))


def test_the_value_is_shown_once_and_the_reason_is_recorded(signed_in, people, household):
    answer = signed_in("clerk").post(address(household), {"reason": f"  {REASON} "})

    assert PHONE in answer.text
    assert "no-store" in answer.headers["Cache-Control"]
    (line,) = lines()
    assert (line.by, line.division, line.reason) == (people["clerk"].pk, STREET, REASON)
    assert line.detail == {"field": "phone"}
    assert PHONE not in str(line.detail) + line.subject_name


def test_a_get_never_shows_it(signed_in, household):
    answer = signed_in("clerk").get(address(household), {"reason": REASON})

    assert answer.status_code == 200
    assert PHONE not in answer.text
    assert "138****5678" in answer.text
    assert lines() == []


@pytest.mark.parametrize("reason", ["", "   ", "查", "。。。。。。", "1234567", "啊啊啊啊啊"])
def test_without_a_reason_in_words_it_stays_shut_and_what_was_typed_is_kept(
    signed_in, household, reason
):
    answer = signed_in("clerk").post(address(household), {"reason": reason})

    assert answer.status_code == 422
    assert PHONE not in answer.text
    assert f'value="{reason}"' in answer.text
    assert lines() == []


@pytest.mark.parametrize(
    ("who", "status"),
    [("stranger", 404), ("city_officer", 403), ("contractor", 403), ("system_admin", 403)],
)
def test_who_may_not_is_refused(signed_in, household, who, status):
    answer = signed_in(who).post(address(household), {"reason": REASON})

    assert answer.status_code == status
    assert PHONE not in answer.text
    assert lines() == []


def test_an_office_of_another_division_stays_shut(signed_in):
    near = Organisation.objects.create(name="near", division=STREET, phone=PHONE)
    far = Organisation.objects.create(name="far", division=OTHER, phone=PHONE)
    client = signed_in("clerk")

    assert PHONE in client.post(address(near), {"reason": REASON}).text
    refused = client.post(address(far), {"reason": REASON})
    assert refused.status_code == 422
    assert PHONE not in refused.text
    assert [line.subject_name for line in lines()] == ["near"]


def test_a_field_that_is_not_sealed_has_no_such_page(signed_in, household):
    client = signed_in("clerk")

    for path in (address(household, "door"), address(household, "nothing"), "/sealed/x.y/1/z"):
        assert client.post(path, {"reason": REASON}).status_code == 404


def test_htmx_gets_the_part_alone(signed_in, household):
    answer = signed_in("clerk").post(
        address(household), {"reason": REASON}, headers={"HX-Request": "true"}
    )

    assert PHONE in answer.text
    assert "<html" not in answer.text


def test_the_tag_masks_and_offers_to_open_only_to_who_may(people, household, rf):
    from django.template import engines
    from django.utils import timezone

    from jiugai.apps.accounts.viewer import viewer_of

    template = engines["django"].from_string('{% load sealed %}{% sealed thing "phone" %}')

    def drawn(who):
        viewer = viewer_of(people[who], on=timezone.localdate())
        return template.render({"thing": household, "viewer": viewer}, rf.get("/"))

    with scope(DISTRICT):
        household.refresh_from_db()
        assert "138****5678" in drawn("clerk")
        assert address(household) in drawn("clerk")
        assert PHONE not in drawn("clerk")
        assert "138****5678" in drawn("contractor")
        assert "<form" not in drawn("contractor")
