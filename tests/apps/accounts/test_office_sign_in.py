"""An office's own sign-in, by the whole code flow against an issuer on this machine."""

import pytest

from jiugai.apps.accounts.models import Appointment, Person
from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.kernel.errors import UsageError
from jiugai.site.sign_in import CLIENT, CLIENT_SECRET, ISSUER, sign_in
from tests.apps.accounts import issuer as office
from tests.apps.accounts.conftest import told
from tests.apps.conftest import STREET

pytestmark = pytest.mark.django_db


@pytest.fixture
def issuer(settings):
    """Return an issuer at which an office signs in."""
    with office.running() as server:
        said = {ISSUER: server.address, CLIENT: office.CLIENT, CLIENT_SECRET: office.SECRET}
        settings.SOCIALACCOUNT_PROVIDERS = sign_in(said, demo=False).providers()
        yield server


def go_through(client, issuer, **claims):
    """Click the button, sign in at the issuer, come back."""
    issuer.claims = {"sub": "0001"} | claims
    begun = client.get("/account/oidc/office/login/?process=login")
    assert begun.url.startswith(f"{issuer.address}/authorize?")
    return client.get(issuer.authorise(begun.url), follow=True)


def test_the_button_is_there_only_where_it_is_configured(client):
    assert "单位统一登录" not in client.get("/account/login/").content.decode()
    assert client.get("/account/oidc/office/login/").status_code == 404


def test_where_it_is_configured_the_button_leads_to_the_issuer(client, issuer):
    page = client.get("/account/login/").content.decode()

    assert "用单位统一登录登录" in page
    assert "/account/oidc/office/login/?process=login" in page


def test_somebody_known_by_sign_in_name_gets_in_and_it_is_recorded(people, client, issuer):
    answer = go_through(client, issuer, preferred_username="Clerk")

    assert answer.status_code == 200
    assert answer.wsgi_request.user == people["clerk"]
    assert issuer.asked[0]["code_verifier"]
    with scope(STREET):
        assert Line.objects.get(action="sign_in.done").detail["means"] == ["socialaccount"]


def test_somebody_known_by_a_confirmed_address_gets_in(people, client, issuer):
    Person.objects.filter(username="clerk").update(email="jie@shifan.example")

    answer = go_through(client, issuer, email="jie@shifan.example", email_verified=True)

    assert answer.wsgi_request.user == people["clerk"]


def test_an_address_that_is_not_confirmed_opens_nothing(people, client, issuer):
    Person.objects.filter(username="clerk").update(email="jie@shifan.example")

    answer = go_through(client, issuer, email="jie@shifan.example", email_verified=False)

    assert not answer.wsgi_request.user.is_authenticated


def test_who_is_not_known_here_is_told_so_and_no_account_is_made(people, client, issuer):
    before = Person.objects.count()

    answer = go_through(client, issuer, preferred_username="mosheng")

    assert "这里没有您的账号" in told(answer)
    assert not answer.wsgi_request.user.is_authenticated
    assert Person.objects.count() == before


def test_who_was_switched_off_does_not_get_in(people, client, issuer):
    Person.objects.filter(username="clerk").update(is_active=False)

    answer = go_through(client, issuer, preferred_username="clerk")

    assert "已停用" in answer.content.decode()
    assert not answer.wsgi_request.user.is_authenticated


def test_a_code_of_somebody_elses_browser_is_refused(people, client, issuer):
    begun = client.get("/account/oidc/office/login/?process=login")
    issuer.claims = {"sub": "0001", "preferred_username": "clerk"}
    back = issuer.authorise(begun.url)
    client.cookies.clear()

    answer = client.get(back, follow=True)

    assert not answer.wsgi_request.user.is_authenticated
    assert "没有成功" in told(answer) + answer.content.decode()


def test_the_second_factor_is_a_duty_here_as_well(people, client, issuer, settings):
    settings.SECOND_FACTOR = "required"
    people["clerk"].set_unusable_password()
    people["clerk"].save()

    answer = go_through(client, issuer, preferred_username="clerk")

    assert answer.redirect_chain[-1][0] == "/account/2fa/"
    assert client.get("/account/2fa/totp/activate/").status_code == 200


def test_an_issuer_without_a_client_is_refused_in_words():
    with pytest.raises(UsageError, match="name the client"):
        sign_in({ISSUER: "https://sso.example"}, demo=False)


@pytest.mark.parametrize("said", ["soon", "0", "-1"])
def test_a_number_of_days_that_is_none_is_refused_in_words(said):
    with pytest.raises(UsageError, match="whole number"):
        sign_in({"JIUGAI_PASSWORD_DAYS": said}, demo=False)


def test_appointments_are_not_touched_by_it(people, client, issuer):
    before = Appointment.objects.count()

    go_through(client, issuer, preferred_username="clerk")

    assert Appointment.objects.count() == before
