"""People make keys for other systems, see them once, and end them."""

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.registry.models import ApiToken
from tests.apps.conftest import DISTRICT
from tests.apps.registry.api_cast import calling, key_of

pytestmark = pytest.mark.django_db
GOOD = {"name": "市平台", "scopes": ["register.read"], "division": "", "until": "2027-01-01"}


def make(client, **more):
    return client.post("/me/tokens/new", GOOD | more)


def test_a_key_is_shown_once_and_works(signed_in, client):
    page = make(signed_in("district_officer"))
    key = page.context["key"]

    assert key in page.text
    assert key not in client.get("/me/tokens").text
    assert calling(client, key)("/api/v1/estates").status_code == 200
    assert key not in str(ApiToken.objects.values())
    with scope(DISTRICT):
        assert Line.objects.filter(action="registry.token_made").exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"division": "110102"},
        {"until": "2020-01-01"},
        {"until": "2030-01-01"},
        {"scopes": []},
        {"scopes": ["everything"]},
        {"name": ""},
    ],
)
def test_more_than_one_holds_is_refused_and_what_was_typed_is_kept(signed_in, wrong):
    page = make(signed_in("district_officer"), **wrong)

    assert page.status_code == 422
    assert (wrong.get("name", "市平台")) in page.text
    assert not ApiToken.objects.exists()


def test_a_token_is_revoked_by_its_owner_alone(signed_in, client, people):
    key = key_of(people["district_officer"])
    token = ApiToken.objects.get()

    assert signed_in("stranger").post(f"/me/tokens/{token.pk}/revoke").status_code == 422
    assert calling(client, key)("/api/v1/estates").status_code == 200
    assert signed_in("district_officer").post(f"/me/tokens/{token.pk}/revoke").status_code == 302
    assert calling(client, key)("/api/v1/estates").status_code == 401


def test_who_may_not_use_the_interface_makes_no_token(signed_in):
    assert signed_in("auditor").get("/me/tokens").status_code == 403
    assert make(signed_in("auditor")).status_code == 403
    assert not ApiToken.objects.exists()
