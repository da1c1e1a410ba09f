"""The second factor: a duty, set up with real codes, asked for at every sign-in."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from tests.apps.accounts.conftest import told
from tests.apps.conftest import STREET

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _duty(settings):
    settings.SECOND_FACTOR = "required"


def code(secret):
    """Return what an app on a phone would show now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def set_up(client, django_capture_on_commit_callbacks):
    """Set up an app as a person does, and return its secret."""
    page = client.get("/account/2fa/totp/activate/").content.decode()
    secret = re.search(r'id="totp-secret" value="(\w+)"', page).group(1)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/account/2fa/totp/activate/", {"code": code(secret)})
    assert answer.url == "/account/2fa/codes/"
    return secret


@pytest.fixture
def secret(clerk, sign_in, client, django_capture_on_commit_callbacks):
    """Return the secret of a clerk who set up an app and signed out again."""
    sign_in()
    found = set_up(client, django_capture_on_commit_callbacks)
    client.logout()
    return found


def test_without_one_every_page_leads_to_setting_it_up(clerk, sign_in, client):
    sign_in()

    for page in ("/", "/estates", "/me"):
        answer = client.get(page)
        assert (answer.status_code, answer.url) == (302, "/account/2fa/")
    assert "请先设置第二因素" in told(client.get("/account/2fa/"))


def test_htmx_is_told_to_load_that_page_whole(clerk, sign_in, client):
    sign_in()

    answer = client.get("/estates", headers={"HX-Request": "true"})

    assert answer.headers["HX-Redirect"] == "/account/2fa/"


def test_with_a_real_code_the_way_is_free(
    clerk, sign_in, client, django_capture_on_commit_callbacks
):
    sign_in()

    set_up(client, django_capture_on_commit_callbacks)

    assert client.get("/estates").status_code == 200
    with scope(STREET):
        assert Line.objects.filter(action="sign_in.factor_added", by=clerk.pk).exists()


def test_a_wrong_code_sets_nothing_up(clerk, sign_in, client):
    sign_in()
    client.get("/account/2fa/totp/activate/")

    answer = client.post("/account/2fa/totp/activate/", {"code": "000000"})

    assert "验证码不对" in answer.content.decode()
    assert not Authenticator.objects.exists()


def test_the_secret_lies_sealed_in_the_database(secret):
    kept = Authenticator.objects.get(type="totp").data["secret"]

    assert secret not in kept


def test_the_password_alone_no_longer_leads_in(secret, sign_in, client):
    answer = sign_in()

    assert answer.url == "/account/2fa/authenticate/"
    assert client.get("/estates").status_code == 302


def test_password_and_code_lead_in(secret, sign_in, client):
    sign_in()

    answer = client.post("/account/2fa/authenticate/", {"code": code(secret)})

    assert answer.url == "/"
    assert client.get("/estates").status_code == 200
    with scope(STREET):
        done = Line.objects.filter(action="sign_in.done").first()
    assert done.detail["means"] == ["password", "totp"]


def test_a_recovery_code_leads_in_once(secret, sign_in, client):
    kept = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    sign_in()
    assert client.post("/account/2fa/authenticate/", {"code": kept}).status_code == 302

    again = Client()
    sign_in(to=again)

    assert again.post("/account/2fa/authenticate/", {"code": kept}).status_code == 200


def test_a_wrong_second_code_is_recorded(secret, sign_in, client, clerk):
    sign_in()

    client.post("/account/2fa/authenticate/", {"code": "000000"})

    with scope(STREET):
        line = Line.objects.get(action="sign_in.factor_failed")
    assert (line.by, line.subject_id) == (None, str(clerk.pk))


def test_the_last_factor_stays_where_it_is_a_duty(secret, sign_in, client):
    sign_in()
    client.post("/account/2fa/authenticate/", {"code": code(secret)})

    page = client.get("/account/2fa/totp/deactivate/")
    client.post("/account/2fa/totp/deactivate/")

    assert "唯一的第二因素" in page.content.decode()
    assert Authenticator.objects.filter(type="totp").exists()


def test_where_it_is_off_nobody_is_asked(clerk, sign_in, client, settings):
    settings.SECOND_FACTOR = "off"

    sign_in()

    assert client.get("/estates").status_code == 200


def test_in_the_demo_it_is_optional_and_the_page_says_so(clerk, sign_in, client, settings):
    settings.SECOND_FACTOR = "optional"
    sign_in()

    assert client.get("/estates").status_code == 200
    assert "演示中第二因素是可选的" in client.get("/account/2fa/").content.decode()


def test_every_page_of_the_second_factor_answers(secret, sign_in, client):
    sign_in()
    assert "通行密钥" in client.get("/account/2fa/authenticate/").content.decode()
    client.post("/account/2fa/authenticate/", {"code": code(secret)})

    for page in ("", "codes/", "codes/new/", "codes/file/", "passkeys/", "passkeys/add/"):
        answer = client.get(f"/account/2fa/{page}")
        assert answer.status_code == 200, page
        assert "<script>" not in answer.content.decode()
