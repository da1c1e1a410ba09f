"""Rows by words that are planned once are the rows that Django would read and write."""

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from jiugai.apps.accounts.message import all_of
from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.quick import insert_all, made, rows_of
from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line

pytestmark = pytest.mark.django_db


def line(action, **more):
    return Line(division="110102001", action=action, detail={"why": "“引号”'和\\"}, **more)


def test_what_is_inserted_is_what_django_reads_back():
    with scope("110102"):
        lines = [line("a", by=7, by_name="张'三"), line("b", reason="百分之 5%s")]
        insert_all(lines)
        read = list(Line.objects.order_by("id"))

    assert [one.pk for one in lines] == [one.pk for one in read]
    for said, found in zip(lines, read, strict=True):
        assert not said._state.adding
        for field in Line._meta.concrete_fields:
            assert getattr(said, field.attname) == getattr(found, field.attname)


def test_rows_are_read_as_django_reads_them():
    person = Person.objects.create(username="li", name="李", division="110102")
    (rows,) = all_of(rows_of(Person, "username = ANY(%s)", ["li", "nobody"]))

    (found,) = made(Person, rows)
    assert found == person
    person.refresh_from_db()
    for field in Person._meta.concrete_fields:
        assert getattr(found, field.attname) == getattr(person, field.attname)


def test_nothing_is_inserted_where_there_is_nothing():
    insert_all([])


def test_what_the_database_refuses_is_raised_as_django_does():
    twins = [Person(username="same", name="甲", division="110102") for _ in range(2)]

    with pytest.raises(IntegrityError), transaction.atomic():
        insert_all(twins)


def test_rows_of_another_division_are_neither_read_nor_written():
    with scope("110102"):
        insert_all([line("a")])
    with scope("110105"):
        (rows,) = all_of(rows_of(Line, "action = %s", "a"))
        assert not made(Line, rows)
        refused = pytest.raises(ProgrammingError, match="row-level security")
        with refused, transaction.atomic():
            insert_all([line("b")])
