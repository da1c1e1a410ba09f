"""Filling in facts: form, refusals, what is kept."""

import io
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.registry.forms.facts import as_kept, as_text, as_written, editable, field_for
from jiugai.apps.registry.models import Building, Document, Estate
from jiugai.apps.registry.queries.origins import origins_of
from jiugai.apps.registry.services.edit import read_values
from jiugai.policy.vocabulary import Estate as EstateFacts
from tests.apps.conftest import DISTRICT, STREET

pytestmark = pytest.mark.django_db


def test_what_was_filled_in_is_kept_judged_and_in_the_record(signed_in, people, estate):
    client = signed_in("clerk")

    response = client.post(
        f"/estates/{estate.pk}/edit",
        {"version": 1, "built_year": "1990", "elderly_share": "12.5", "basic_cost": "12.3456",
         "mandatory": "yes", "reason": "现场核实"},
    )  # fmt: skip

    assert response.status_code == 302
    with scope(DISTRICT):
        kept = Estate.objects.select_related("assessment").get(pk=estate.pk)
        assert (kept.built_year, kept.version) == (1990, 2)
        assert kept.facts["elderly_share"] == 0.125
        assert kept.facts["basic_cost"] == 12_345_600
        assert kept.facts["mandatory"] is True
        assert kept.assessment.overall in {"met", "not_met", "unknown"}
        assert origins_of(kept)["built_year"].by == str(people["clerk"])
        line = Line.objects.get(action="registry.estate_edited")
        assert line.detail["changes"]["built_year"] == [1984, 1990]
        assert line.reason == "现场核实"


def test_an_emptied_field_forgets_the_fact(signed_in, estate):
    signed_in("clerk").post(f"/estates/{estate.pk}/edit", {"version": 1, "built_year": ""})

    with scope(DISTRICT):
        assert "built_year" not in Estate.objects.get(pk=estate.pk).facts


def test_a_value_out_of_bounds_is_refused_and_what_was_typed_stays(signed_in, estate):
    response = signed_in("clerk").post(
        f"/estates/{estate.pk}/edit",
        {"version": 1, "built_year": "1492", "address": "槐树街 7 号"},
    )

    assert response.status_code == 422
    assert "built_year" in response.context["form"].errors
    assert "槐树街 7 号" in response.content.decode()
    with scope(DISTRICT):
        assert Estate.objects.get(pk=estate.pk).built_year == 1984


def test_who_was_slower_is_told_and_keeps_what_was_typed(signed_in, estate):
    client = signed_in("clerk")
    client.post(f"/estates/{estate.pk}/edit", {"version": 1, "address": "先到"})

    late = client.post(f"/estates/{estate.pk}/edit", {"version": 1, "address": "后到"})

    assert late.status_code == 422
    assert "后到" in late.content.decode()
    with scope(DISTRICT):
        assert Estate.objects.get(pk=estate.pk).facts["address"] == "先到"


def test_saving_without_a_change_is_refused(signed_in, estate):
    response = signed_in("clerk").post(f"/estates/{estate.pk}/edit", {"version": 1})

    assert "没有要保存的改动" in response.content.decode()


def test_the_field_that_is_missing_is_the_one_in_focus(signed_in, estate):
    response = signed_in("clerk").get(f"/estates/{estate.pk}/edit?fact=retrofit")

    field = response.context["form"]["retrofit"]
    assert field.field.widget.attrs["autofocus"]
    assert [t.is_open for t in response.context["form"].themes].count(True) == 1


@pytest.mark.parametrize("fact", editable(EstateFacts), ids=lambda fact: fact.name)
def test_every_value_reads_back_as_it_was_kept(fact):
    samples = {"flag": True, "whole": 3, "decimal": 1.5, "share": 0.07, "year": 1984,
               "money": 123_456, "text": "甲", "day": "2026-06-01"}  # fmt: skip
    value = next(iter(fact.choices)) if fact.choices else samples[fact.kind]
    assert read_values(EstateFacts, {fact.name: as_text(fact, value)}) == {fact.name: value}
    written = as_written(fact, value)
    assert as_kept(fact, field_for(fact).clean(str(written))) == value


@pytest.mark.parametrize("who", ["city_officer", "contractor", "auditor"])
def test_who_may_not_edit_is_refused(signed_in, estate, who):
    assert signed_in(who).get(f"/estates/{estate.pk}/edit").status_code == 403


def test_a_stranger_cannot_edit(signed_in, estate):
    response = signed_in("stranger").post(f"/estates/{estate.pk}/edit", {"version": 1})

    assert response.status_code == 404


def test_a_building_is_filled_in_and_its_estate_judged_again(signed_in, estate):
    with scope(DISTRICT):
        building = Building.objects.create(estate=estate, division=STREET, code="1")

    signed_in("clerk").post(f"/buildings/{building.pk}/edit", {"version": 1, "danger": "d"})

    with scope(DISTRICT):
        assert Building.objects.get(pk=building.pk).danger == "d"
        assert Estate.objects.get(pk=estate.pk).assessment.day >= date(2026, 1, 1)


PDF = b"%PDF-1.7\n%made up\n"


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_a_document_is_kept_once_under_its_digest_and_handed_out(signed_in, estate):
    client = signed_in("clerk")
    for title in ("鉴定报告", "又一份"):
        file = SimpleUploadedFile("报告.pdf", PDF)
        client.post(f"/estates/{estate.pk}/documents", {"title": title, "file": file})

    with scope(DISTRICT):
        first, second = Document.objects.order_by("id")
    assert first.sha256 == second.sha256
    answer = client.get(f"/documents/{first.pk}")
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("name", "inside"), [("汇总.xlsx", "xl/workbook.xml"), ("申请书.docx", "word/document.xml")]
)
def test_office_files_are_kept_and_handed_out_too(signed_in, estate, name, inside):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr(inside, "<x/>")
    client = signed_in("clerk")

    answer = client.post(
        f"/estates/{estate.pk}/documents",
        {"file": SimpleUploadedFile(name, packed.getvalue())},
    )

    assert answer.status_code == 302
    with scope(DISTRICT):
        document = Document.objects.get()
    handed = client.get(f"/documents/{document.pk}")
    assert b"".join(handed.streaming_content) == packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", b"MZ\x90 a program", "只收 PDF"),
        ("a.png", PDF, "扩展名不符"),
        ("a.pdf", b"", "请选择一个文件"),
        ("a.docx", b"PK\x03\x04 not a zip at all", "只收 PDF"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(signed_in, estate, name, content, said):
    file = SimpleUploadedFile(name, content)
    answer = signed_in("clerk").post(f"/estates/{estate.pk}/documents", {"file": file})

    assert answer.status_code == 422
    assert said in answer.content.decode() or "文件是空的" in answer.content.decode()


def test_a_stranger_gets_no_document(signed_in, people, estate):
    client = signed_in("clerk")
    client.post(f"/estates/{estate.pk}/documents", {"file": SimpleUploadedFile("a.pdf", PDF)})
    with scope(DISTRICT):
        document = Document.objects.get()

    assert signed_in("stranger").get(f"/documents/{document.pk}").status_code == 404
    assert signed_in("security_admin").get(f"/documents/{document.pk}").status_code == 403
