"""Every view names what it asks for, and who lacks it is turned away – views of new apps too."""

import re
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver

from jiugai.apps.accounts.models import Appointment
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.roles import ROLES

pytestmark = pytest.mark.django_db

SOURCE = Path(__file__).parents[2] / "src" / "jiugai"
#: Open to everybody, because somebody has to get in before they are known.
OPEN = {
    "participation:ask",
    "participation:calendar_file",
    "participation:enter",
    "participation:knock",
    "participation:large",
    "participation:once",
    "participation:privacy_notice",
    "account_inactive",
    "account_login",
    "account_logout",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "openid_connect_callback",
    "openid_connect_login",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
    "web:icon",
    "web:paint",
    "web:speak",
}
#: For households, who come in with a code of their own and never sign in.
RESIDENTS = {
    "participation:ask_office",
    "participation:erase_holding",
    "participation:my_download",
    "participation:my_holding",
    "participation:my_privacy",
    "participation:take_back",
    "demands:my_demand",
    "demands:my_demands",
    "owners:my_owners",
    "participation:ballots",
    "participation:check",
    "participation:helpers",
    "participation:home",
    "participation:leave",
    "participation:my_calendar",
    "participation:my_notice",
    "participation:my_vote",
    "participation:receipt",
    "participation:result",
    "participation:revoke_helper",
    "projects:my_choosing",
    "surveys:my_end",
    "surveys:my_question",
    "surveys:my_result",
    "surveys:my_survey",
}
#: For whoever is signed in: it is about themselves.
OWN = {
    "account_change_password",
    "account_reauthenticate",
    "account_set_password",
    "accounts:choose",
    "jobs:cancel",
    "jobs:job",
    "jobs:list",
    "jobs:progress",
    "jobs:retry",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_deactivate_totp",
    "mfa_download_recovery_codes",
    "mfa_edit_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_index",
    "mfa_list_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    "people:end_others",
    "people:me",
    "web:gallery",
    "web:gallery_part",
    "web:home",
}
SAMPLES = {
    "int": "1",
    "str": "x",
    "slug": "x",
    "path": "x",
    "uuid": "0" * 8 + "-0000" * 3 + "-" + "0" * 12,
}


def walk(patterns, namespace="", before=""):
    """Yield the name, an address and the view of every page."""
    for one in patterns:
        route = before + sample(str(one.pattern))
        if isinstance(one, URLPattern):
            name = f"{namespace}{one.name or route}"
            yield name, f"/{route}", one.callback
        else:
            inner = f"{namespace}{one.namespace}:" if one.namespace else namespace
            yield from walk(one.url_patterns, inner, route)


def sample(route):
    """Return a route with something in the place of each of its parameters."""
    return re.sub(r"<(?:(\w+):)?\w+>", lambda m: SAMPLES.get(m[1] or "str", "1"), route)


def is_open(view):
    """Return whether a view lets in who is not signed in."""
    return not getattr(view, "login_required", True)


#: The open interface has its own keys and its own tests.
INTERFACE = ("/api/", "/features", "/openrosa/")


PAGES = [one for one in walk(get_resolver().url_patterns) if not one[1].startswith(INTERFACE)]
GUARDED = [
    pytest.param(address, view.permission, id=name)
    for name, address, view in PAGES
    if hasattr(view, "permission")
]
CLOSED = [pytest.param(address, id=name) for name, address, view in PAGES if not is_open(view)]


def ask(client, address):
    """Ask for a page, as a form where it is no page."""
    answer = client.get(address)
    return client.post(address) if answer.status_code == 405 else answer


@pytest.mark.parametrize(("name", "_address", "view"), PAGES, ids=[one[0] for one in PAGES])
def test_every_view_says_who_may_see_it(name, _address, view):
    kinds = {
        "open": is_open(view) and not hasattr(view, "for_residents"),
        "residents": hasattr(view, "for_residents"),
        "own": name in OWN,
        "guarded": hasattr(view, "permission"),
    }

    assert sum(kinds.values()) == 1, kinds
    assert kinds["open"] == (name in OPEN)
    assert kinds["residents"] == (name in RESIDENTS)


def test_no_two_addresses_share_a_name():
    addresses = {}
    for name, address, _view in PAGES:
        addresses.setdefault(name, set()).add(address)

    assert not {name: found for name, found in addresses.items() if len(found) > 1}


def test_the_lists_name_no_page_that_is_gone():
    assert {name for name, _address, _view in PAGES} >= OPEN | OWN | RESIDENTS


@pytest.mark.parametrize("address", CLOSED)
def test_a_stranger_is_led_to_the_sign_in(client, address):
    answer = ask(client, address)

    assert answer.status_code == 302
    assert answer.url.startswith("/account/login/")


@pytest.mark.parametrize("name", sorted(RESIDENTS))
def test_who_is_in_no_household_is_led_to_the_codes(client, name):
    address = next(address for one, address, _view in PAGES if one == name)

    assert ask(client, address).url == "/r/in"


@pytest.mark.parametrize(("address", "permission"), GUARDED)
def test_who_lacks_the_permission_or_is_nothing_here_reads_why(signed_in, address, permission):
    lacking = next(role for role, known in ROLES.items() if permission not in known.permissions)
    client = signed_in(lacking.value)
    answers = [ask(client, address)]
    Appointment.objects.filter(person__username=lacking.value).delete()
    answers.append(ask(client, address))

    assert [one.status_code for one in answers] == [403, 403]
    assert all("您当前的角色不能打开这一页" in one.content.decode() for one in answers)


@pytest.mark.parametrize(
    ("name", "address"), [("security_admin", "/people"), ("audit_admin", "/record")]
)
def test_the_front_page_leads_to_the_first_page_that_one_may_open(signed_in, name, address):
    assert signed_in(name).get("/").url == address


@pytest.mark.parametrize(("address", "permission"), GUARDED)
def test_somebody_with_the_permission_is_not_turned_away(signed_in, address, permission):
    holder = next(role for role, known in ROLES.items() if permission in known.permissions)

    answer = ask(signed_in(holder.value), address)

    answer.close()
    assert answer.status_code not in {401, 403}
    assert answer.status_code < 500


def asked_for():
    """Return the permissions that code outside of the table of roles asks for."""
    texts = [
        path.read_text(encoding="utf-8")
        for path in SOURCE.rglob("*.py")
        if path.name not in {"permissions.py", "roles.py"}
    ]
    return {one for one in Permission if any(f"Permission.{one.name}" in text for text in texts)}


def test_every_permission_is_asked_for_somewhere():
    assert asked_for() == set(Permission)


def test_every_permission_belongs_to_a_role_and_no_role_has_them_all():
    held = [set(known.permissions) for known in ROLES.values()]

    assert set().union(*held) == set(Permission)
    assert set(Permission) not in held


def test_every_permission_that_is_asked_for_has_somebody_turned_away():
    on_views = {view.permission for _name, _address, view in PAGES if hasattr(view, "permission")}
    tests = "".join(
        path.read_text(encoding="utf-8")
        for path in Path(__file__).parent.rglob("test_*.py")
        if path != Path(__file__)
    )
    by_name = {one for one in Permission if f"Permission.{one.name}" in tests}

    assert asked_for() <= on_views | by_name
