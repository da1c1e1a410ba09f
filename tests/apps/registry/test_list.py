"""The list of estates: filters, order, pages, saved views, workbook."""

from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.utils import timezone
from python_calamine import CalamineWorkbook

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.jobs.kinds import function_of
from jiugai.apps.jobs.models import Job
from jiugai.apps.registry.initials import initials_of
from jiugai.apps.registry.models import Assessment, Conflict, Estate, SavedView, Source
from jiugai.apps.registry.queries import listing
from jiugai.apps.registry.services.export import KEPT, keep
from tests.apps.conftest import DISTRICT, STREET

pytestmark = pytest.mark.django_db
NAMES = ("玉兰里", "槐树胡同", "重阳里")


@pytest.fixture
def estates(db):
    """Return three estates of the made-up district, by name."""
    with scope(DISTRICT):
        found = {
            name: Estate.objects.create(
                code=f"T{n}",
                division=STREET if n < 2 else "110199002",
                facts={"name": name, "built_year": 1984 + n * 5, "street": f"街道{n // 2}"},
                initials=initials_of(name),
            )
            for n, name in enumerate(NAMES)
        }
        Assessment.objects.create(
            estate=found["玉兰里"], division=STREET, day="2026-06-01", digest="d",
            overall="met", met=["xc18.scope"], missing=["danger"],
        )  # fmt: skip
    return found


def names(response):
    return [str(estate) for estate, _cells in response.context["cells"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=玉兰", {"玉兰里"}),
        ("q=yll", {"玉兰里"}),
        ("q=cyl", {"重阳里"}),  # 重 is read zhong or chong
        ("q=t1", {"槐树胡同"}),
        ("division=110199002", {"重阳里"}),
        ("built_from=1985&built_to=1990", {"槐树胡同"}),
        ("verdict=met", {"玉兰里"}),
        ("rule=xc18.scope&verdict=met", {"玉兰里"}),
        ("rule=xc18.scope&verdict=not_met", set()),
        ("missing=danger", {"玉兰里"}),
        ("stage=works", set()),
    ],
)
def test_a_filter_finds_what_fits(signed_in, estates, query, expected):
    response = signed_in("district_officer").get(f"/estates?{query}")

    assert response.status_code == 200
    assert set(names(response)) == expected
    assert not response.context["form"].errors


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("built_from=新建", "built_from"),
        ("built_from=1990&built_to=1980", "built_to"),
        ("stage=nowhere", "stage"),
        ("division=110102", "division"),
        ("rule=xc18.scope", "verdict"),
    ],
)
def test_a_filter_that_makes_no_sense_is_shown_and_not_used(signed_in, estates, query, field):
    response = signed_in("district_officer").get(f"/estates?{query}")

    assert field in response.context["form"].errors
    assert response.context["form"].errors[field][0] in response.content.decode()


def test_the_list_sorts_by_year_backwards(signed_in, estates):
    response = signed_in("district_officer").get("/estates?order=year&backwards=on")

    assert names(response) == ["重阳里", "槐树胡同", "玉兰里"]


def test_open_conflicts_can_be_asked_for(signed_in, people, estates):
    with scope(DISTRICT):
        source = Source.objects.create(kind="edit", division=STREET, by=people["clerk"])
        Conflict.objects.create(
            estate=estates["槐树胡同"], division=STREET, fact="built_year", source=source
        )

    assert names(signed_in("district_officer").get("/estates?conflicts=on")) == ["槐树胡同"]


def test_columns_are_those_that_were_chosen(signed_in, estates):
    response = signed_in("district_officer").get("/estates?columns=built_year")

    assert [column.id for column, _sort in response.context["columns"]] == ["name", "built_year"]


def test_a_clerk_of_a_street_sees_only_the_street(signed_in, estates):
    assert set(names(signed_in("clerk").get("/estates"))) == {"玉兰里", "槐树胡同"}


def test_htmx_gets_the_list_without_the_frame(signed_in, estates):
    response = signed_in("clerk").get("/estates", headers={"HX-Request": "true"})

    assert "<html" not in response.content.decode()
    assert "玉兰里" in response.content.decode()


def test_pages_follow_one_another_and_counting_stops(signed_in, estates, monkeypatch):
    monkeypatch.setattr(listing, "COUNTED", 2)
    with scope(DISTRICT):
        Estate.objects.bulk_create(
            Estate(code=f"N{n}", division=STREET, facts={"name": f"小区{n:03}"}) for n in range(60)
        )
    client = signed_in("district_officer")

    first, second = (client.get(f"/estates?q=小区&page={n}") for n in (1, 2))

    assert (len(names(first)), len(names(second))) == (50, 10)
    assert first.context["page"].is_over
    assert not set(names(first)) & set(names(second))


def test_an_empty_register_says_what_to_do(signed_in):
    assert "请从左侧“导入”上传" in signed_in("clerk").get("/estates").content.decode()


def test_the_workbook_is_what_is_seen_and_the_record_says_who_took_it(signed_in, people, estates):
    with scope(DISTRICT):
        Estate.objects.create(
            code="E", division=STREET, facts={"name": "=1+1", "built_year": 1984}
        )
    client = signed_in("district_officer")

    response = client.get("/estates/export?columns=built_year&order=year&built_to=1989")

    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(response.streaming_content)))
    rows = book.get_sheet_by_index(0).to_python()
    table = rows[rows.index(next(row for row in rows if "小区名称" in row)) :]
    assert [row[:2] for row in table] == [
        ["小区名称", "建成年代"], ["玉兰里", 1984], ["=1+1", 1984], ["槐树胡同", 1989],
    ]  # fmt: skip
    assert any("1989" in map(str, row) for row in rows[:4])
    with scope(DISTRICT):
        line = Line.objects.get(action="registry.exported")
        assert (line.by, line.detail["rows"]) == (people["district_officer"].pk, 3)


def test_only_ticked_estates_are_exported(signed_in, estates):
    pk = estates["玉兰里"].pk

    response = signed_in("clerk").get(f"/estates/export?ids={pk}&columns=code")

    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(response.streaming_content)))
    assert book.get_sheet_by_index(0).to_python()[-1][0] == "玉兰里"


def test_a_long_list_is_written_by_a_job_and_handed_to_whoever_asked(
    signed_in, people, estates, settings, tmp_path, monkeypatch
):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr("jiugai.apps.registry.views.estates.AT_ONCE", 2)
    client = signed_in("district_officer")

    assert client.get("/estates/export").url == "/estates?"
    assert not Job.objects.exists()
    started = client.post("/estates/export?columns=code&order=name&backwards=on")
    with scope(DISTRICT):
        job = Job.objects.get()
        assert started.url == job.get_absolute_url()
        told = []
        progress = SimpleNamespace(job=job, tell=lambda *said: told.append(said[:2]))
        result = function_of(job.kind)(progress, **job.arguments)
    assert told == [(0, 3)]
    written = client.get(result["url"])

    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(written.streaming_content)))
    names = [row[0] for row in book.get_sheet_by_index(0).to_python()[-3:]]
    assert names == sorted(NAMES, reverse=True)
    assert signed_in("city_officer").get(result["url"]).status_code == 404


def test_a_workbook_of_long_ago_is_thrown_away(signed_in, settings, tmp_path, people, estates):
    settings.MEDIA_ROOT = tmp_path
    now = timezone.now()
    keep(BytesIO(b"old"), job=1, at=now)
    keep(BytesIO(b"new"), job=2, at=now + KEPT + timedelta(minutes=1))

    assert sorted(path.name for path in (tmp_path / "exports").iterdir()) == ["2.xlsx"]


@pytest.mark.parametrize("path", ["/estates/export", "/estates/exports/1"])
def test_who_may_not_export_is_refused(signed_in, estates, path):
    assert signed_in("contractor").get(path).status_code == 403


def test_who_may_not_view_the_register_is_refused(signed_in, estates):
    assert signed_in("system_admin").get("/estates").status_code == 403


def test_a_view_is_saved_renamed_and_deleted(signed_in, people, estates):
    client = signed_in("clerk")

    client.post("/estates/views", {"name": "老楼", "query": "built_to=1989"})
    view = SavedView.objects.get(person=people["clerk"])
    client.post(f"/estates/views/{view.pk}/rename", {"name": "八十年代"})

    assert "八十年代" in client.get("/estates").content.decode()
    client.post(f"/estates/views/{view.pk}/delete")
    assert not SavedView.objects.exists()


def test_a_view_without_a_name_is_refused_with_what_to_do(signed_in, estates):
    response = signed_in("clerk").post("/estates/views", {"name": " ", "query": "q=玉兰"})

    assert response.status_code == 422
    assert "请给视图起一个名称" in response.content.decode()


def test_nobody_touches_the_views_of_another(signed_in, people, estates):
    view = SavedView.objects.create(person=people["clerk"], name="我的", query="")

    assert (
        signed_in("district_officer").post(f"/estates/views/{view.pk}/delete").status_code == 404
    )
    assert SavedView.objects.filter(pk=view.pk).exists()
