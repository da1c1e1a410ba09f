"""A ledger goes through the screens: columns, cells, preview, done; strangers are refused."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.models import Estate, Import, KnownColumn
from jiugai.apps.registry.services import import_store, import_undo
from jiugai.apps.registry.services.take_in import silent
from tests.apps.conftest import DISTRICT
from tests.apps.registry.import_helpers import BUILDINGS, DAY, LEDGER, begun, read, store, stored

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def the_import():
    with scope(DISTRICT):
        return Import.objects.get()


def upload(client, *files):
    made = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(reverse("registry:imports"), {"files": made})


def page(client, one, **query):
    response = client.get(reverse("registry:import", args=[one.pk]), query)
    assert response.status_code == 200
    return response.content.decode()


def test_a_ledger_goes_from_upload_to_verdict_and_back(people, signed_in):
    client = signed_in("district_officer")
    text = LEDGER.replace("1984", "1885年").replace("户数", "家数")
    response = upload(client, ("台账.csv", text.encode()))
    one = the_import()
    assert response.url == reverse("registry:import", args=[one.pk])
    assert one.state == Import.State.READING
    page(client, one)

    with scope(DISTRICT):
        read(one)
    assert "家数" in page(client, one)
    response = client.post(
        reverse("registry:import_columns", args=[one.pk]), {"fact-0-F": "household_count"}
    )
    assert response.status_code == 302
    with scope(DISTRICT):
        assert KnownColumn.objects.get().fact == "household_count"
        one = read(one)
    assert one.state == Import.State.CELLS

    assert "1885年" in page(client, one)
    key = "fix:台账.csv||E2"
    client.post(reverse("registry:import_cells", args=[one.pk]), {key: "1985", "then": "again"})
    with scope(DISTRICT):
        read(one)
    assert "1885年" not in page(client, one)
    client.post(reverse("registry:import_go", args=[one.pk]), {"to": "preview"})
    assert "玉兰里" in page(client, one, part="new")

    client.post(reverse("registry:import_store", args=[one.pk]))
    assert the_import().state == Import.State.STORING
    with scope(DISTRICT):
        import_store.store(one.pk, by=people["district_officer"], on=DAY, tell=silent)
        assert Estate.objects.get(code="A1").built_year == 1985
    assert "整批撤销" in page(client, one)
    client.post(reverse("registry:import_undo", args=[one.pk]))
    with scope(DISTRICT):
        import_undo.undo(one.pk, by=people["district_officer"], on=DAY, tell=silent)
        assert not Estate.objects.exists()
    assert "撤销" in page(client, one)


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("台账.xlsx", b"%PDF-1.7 ...", "PDF"),
        ("台账.csv", b"\x89PNG\r\n\x1a\n....", "PNG"),
        ("台账.xlsx", b"PK\x03\x04 broken", "损坏"),
        ("台账.csv", b"", "空的"),
    ],
)
def test_what_is_no_ledger_is_refused_with_a_sentence(signed_in, name, content, word):
    response = upload(signed_in("district_officer"), (name, content))

    assert response.status_code == 422
    assert word in response.content.decode()
    with scope(DISTRICT):
        assert not Import.objects.exists()


def test_a_ledger_that_cannot_be_read_says_why(people, signed_in):
    client = signed_in("district_officer")
    with scope(DISTRICT):
        one = read(begun(people, "小区名称,区县\n"))

    assert one.state == Import.State.FAILED
    assert one.message in page(client, one)


def test_the_office_remembers_what_a_heading_means(people):
    with scope(DISTRICT):
        KnownColumn.objects.create(
            division=DISTRICT,
            subject="estate",
            heading="家数",
            fact="household_count",
            by=people["district_officer"],
        )
        read(begun(people, LEDGER.replace("户数", "家数")))
        one = store(the_import(), people)
        assert Estate.objects.get(code="A1").household_count == 120
        assert one.counts["stored"]["estate"]["new"] == 3


def test_a_fact_cannot_be_chosen_twice_and_the_choice_is_kept(people, signed_in):
    client = signed_in("district_officer")
    with scope(DISTRICT):
        one = read(begun(people))
    response = client.post(
        reverse("registry:import_columns", args=[one.pk]),
        {"fact-0-F": "household_count", "fact-0-G": "household_count"},
    )

    assert response.status_code == 422
    assert "只留一列" in response.content.decode()


def test_the_preview_shows_old_and_new_with_their_sources(people, signed_in):
    client = signed_in("district_officer")
    stored(people, more=[("楼栋.csv", BUILDINGS)])
    with scope(DISTRICT):
        text = "小区编号,小区名称,区县,建成年代,居民数\nA1,玉兰里,示范区,1999,300\n"
        one = read(begun(people, text, name="住建摸底.csv"))
        Import.objects.filter(pk=one.pk).update(state=Import.State.PREVIEW)
    shown = page(client, one, part="conflicting")

    assert "1984" in shown
    assert "1999" in shown
    assert "2025年台账.csv" in shown
    assert "住建摸底.csv D2" in shown


def test_issues_and_the_template_can_be_taken_away(people, signed_in):
    client = signed_in("district_officer")
    with scope(DISTRICT):
        one = read(begun(people, LEDGER.replace("1984", "1885年")))
    table = client.get(reverse("registry:import_issues", args=[one.pk]))
    workbook = client.get(reverse("registry:import_template"))

    assert "1885年" in table.content.decode("utf-8-sig")
    assert b"".join(workbook.streaming_content).startswith(b"PK")


PAGES = ("import", "import_issues")
POSTS = ("import_columns", "import_cells", "import_go", "import_again", "import_store")


@pytest.mark.parametrize("name", [*PAGES, *POSTS, "import_undo", "import_replaces"])
def test_another_district_finds_no_import(people, signed_in, name):
    with scope(DISTRICT):
        one = read(begun(people))
    client = signed_in("stranger")
    ask = client.get if name in PAGES else client.post
    client.raise_request_exception = False

    response = ask(reverse(f"registry:{name}", args=[one.pk]))
    assert response.status_code in (404, 302, 500)
    with scope(DISTRICT):
        assert Import.objects.get(pk=one.pk).state == Import.State.COLUMNS


@pytest.mark.parametrize("name", ["city_officer", "contractor", "auditor", "system_admin"])
def test_who_may_not_import_is_refused(people, signed_in, name):
    with scope(DISTRICT):
        one = read(begun(people))
    client = signed_in(name)

    assert client.get(reverse("registry:imports")).status_code == 403
    assert client.get(reverse("registry:import", args=[one.pk])).status_code == 403
    assert client.post(reverse("registry:import_store", args=[one.pk])).status_code == 403
    assert client.get(reverse("registry:conflicts")).status_code == 403


def test_a_street_clerk_may_import_but_not_take_back(people, signed_in):
    one = stored(people)
    client = signed_in("clerk")

    assert client.get(reverse("registry:imports")).status_code == 200
    assert client.post(reverse("registry:import_undo", args=[one.pk])).status_code == 403
