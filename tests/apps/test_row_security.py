"""PostgreSQL itself hides other divisions' rows, whatever a query forgets."""

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from jiugai.apps.accounts.rows import UNGUARDED, scope
from jiugai.apps.registry.models import Estate
from tests.apps.conftest import DISTRICT, OTHER, STREET

pytestmark = pytest.mark.django_db

LOCAL = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("jiugai.")
    and any(field.name == "division" for field in model._meta.fields)
]


@pytest.mark.parametrize("model", LOCAL, ids=lambda model: model._meta.label)
def test_every_table_with_a_division_is_guarded(model):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relrowsecurity FROM pg_class WHERE relname = %s", [model._meta.db_table]
        )
        (is_guarded,) = cursor.fetchone()

    assert is_guarded == (model._meta.label not in UNGUARDED)


def test_the_working_role_owns_nothing_and_cannot_bypass():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolbypassrls, current_user FROM pg_roles WHERE rolname=current_user"
        )
        assert cursor.fetchone() == (False, False, "jiugai_app")
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)


def test_an_estate_is_seen_from_above_and_within_but_not_from_beside(estate):
    seen = {}
    for division in ("", "11", DISTRICT, STREET, "110199002", OTHER):
        with scope(division):
            seen[division] = Estate.objects.filter(pk=estate.pk).exists()

    assert seen == {
        "": True, "11": True, DISTRICT: True, STREET: True, "110199002": False, OTHER: False,
    }  # fmt: skip


def test_nothing_is_seen_without_a_scope(estate):
    assert not Estate.objects.exists()


def test_nobody_writes_into_another_division():
    with pytest.raises(ProgrammingError), scope(OTHER), transaction.atomic():
        Estate.objects.create(code="X", division=DISTRICT, facts={})
