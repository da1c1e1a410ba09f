"""Sealed values open with their key alone, and not after the slightest change."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.apps.accounts.models import Organisation
from jiugai.apps.accounts.seal import (
    CannotOpen,
    Sealed,
    forget_keys,
    is_current,
    key_id,
    masked,
    seal,
    unseal,
)
from jiugai.apps.audit.resealing import reseal_all
from tests.apps.conftest import DISTRICT

KEY, OTHER = "a key", "another key"
KEYS = {key_id(KEY): KEY}


@given(st.text(max_size=200))
def test_what_is_sealed_opens_again(text):
    assert unseal(seal(text, key=KEY), keys=KEYS) == text


@given(st.text(min_size=1, max_size=40), st.data())
def test_any_flipped_bit_is_noticed(text, data):
    sealed = bytearray(seal(text, key=KEY))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises(CannotOpen):
        unseal(bytes(sealed), keys=KEYS)


@given(st.text(min_size=1, max_size=40), st.integers(0, 70))
def test_a_shortened_value_is_noticed(text, length):
    sealed = seal(text, key=KEY)

    with pytest.raises(CannotOpen):
        unseal(sealed[: min(length, len(sealed) - 1)], keys=KEYS)


def test_another_key_does_not_open_it_even_under_its_name():
    sealed = seal("张三", key=KEY)

    with pytest.raises(CannotOpen):
        unseal(sealed, keys={key_id(OTHER): OTHER})
    with pytest.raises(CannotOpen):
        unseal(sealed, keys={key_id(KEY): OTHER})


def test_the_same_text_never_looks_the_same_twice():
    assert seal("张三", key=KEY) != seal("张三", key=KEY)


@given(st.text(min_size=2, max_size=40))
def test_a_mask_hides_something_and_tells_the_length_at_most(text):
    shown = masked(text)

    assert "*" in shown
    assert len(shown) == len(text)
    assert Sealed(text) == shown
    assert Sealed(text).opened == text


@pytest.fixture
def own_keys(tmp_path, settings):
    """Keep keys in a folder of the test's own."""
    from dataclasses import replace

    settings.CONFIG = replace(settings.CONFIG, data=tmp_path)
    forget_keys()
    yield tmp_path
    forget_keys()


def stored(office):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM accounts_organisation WHERE id = %s", [office.pk])
        return bytes(cursor.fetchone()[0])


@pytest.mark.django_db
def test_a_rotated_key_opens_the_old_values_and_seals_them_anew(own_keys, settings):
    office = Organisation.objects.create(name="甲", division=DISTRICT, phone="13812345678")
    before = stored(office)
    settings.CONFIG.replace_seal_key()
    forget_keys()
    assert not is_current(before)
    assert Organisation.objects.get(pk=office.pk).phone.opened == "13812345678"

    assert reseal_all() == 1
    assert reseal_all() == 0

    assert is_current(stored(office))
    (own_keys / "seal_keys_before").unlink()
    forget_keys()
    assert Organisation.objects.get(pk=office.pk).phone.opened == "13812345678"
    with pytest.raises(CannotOpen):
        unseal(before, keys={key_id(key): key for key in settings.CONFIG.seal_keys()})


@pytest.mark.django_db
def test_a_process_that_ran_before_the_rotation_finds_the_new_key(own_keys, settings):
    first = Organisation.objects.create(name="甲", division=DISTRICT, phone="13812345678")
    settings.CONFIG.replace_seal_key()
    new = settings.CONFIG.seal_keys()[0]
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE accounts_organisation SET phone = %s WHERE id = %s",
            [seal("13899998888", key=new), first.pk],
        )

    assert Organisation.objects.get(pk=first.pk).phone.opened == "13899998888"


@pytest.mark.django_db
def test_the_command_rotates_and_records_it(own_keys):
    from django.core.management import call_command

    from jiugai.apps.accounts.rows import scope
    from jiugai.apps.audit.models import Line

    office = Organisation.objects.create(name="甲", division=DISTRICT, phone="13812345678")
    call_command("rotate_seal_key")

    assert is_current(stored(office))
    assert oct((own_keys / "seal_keys_before").stat().st_mode)[-3:] == "600"
    with scope(""):
        assert Line.objects.get(action="accounts.key_rotated").detail == {"values": 1}


@pytest.mark.django_db
def test_the_secret_of_a_second_factor_is_sealed_anew_too(own_keys, settings, people):
    from allauth.mfa.models import Authenticator

    from jiugai.apps.accounts.second_factor import Adapter

    adapter = Adapter()
    factor = Authenticator.objects.create(
        user=people["clerk"], type="totp", data={"secret": adapter.encrypt("JBSWY3DP")}
    )
    settings.CONFIG.replace_seal_key()
    forget_keys()

    assert reseal_all() == 1

    factor.refresh_from_db()
    assert is_current(base64.b64decode(factor.data["secret"]))
    assert adapter.decrypt(factor.data["secret"]) == "JBSWY3DP"
