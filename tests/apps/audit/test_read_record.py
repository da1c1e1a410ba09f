"""The record is read by who may, filtered, and only one's own division."""

import pytest
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.sealing import seal_waiting
from jiugai.apps.audit.services import record
from tests.apps.conftest import DISTRICT, OTHER, STREET

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(people, estate):
    """Return three lines: an edit and an export here, an export elsewhere."""
    with scope(""):
        edit = record(
            "registry.estate_edited", estate, by=people["clerk"], reason="核对房产证",
            changes={"built_year": [1984, 1985]},
        )  # fmt: skip
        near = record("registry.exported", by=people["district_officer"], division=DISTRICT)
        far = record("registry.exported", by=people["stranger"], division=OTHER)
    return edit, near, far


def shown(answer, lines):
    return [line.pk for line in lines if f"/record/{line.pk}" in answer.text]


def test_an_auditor_sees_the_lines_of_the_division_only(signed_in, lines):
    edit, near, far = lines
    client = signed_in("auditor")

    assert shown(client.get("/record"), lines) == [edit.pk, near.pk]
    assert client.get(f"/record/{far.pk}").status_code == 404


@pytest.mark.parametrize("who", ["clerk", "system_admin", "security_admin", "contractor"])
def test_who_may_not_read_the_record_is_refused(signed_in, lines, who):
    client = signed_in(who)

    assert client.get("/record").status_code == 403
    assert client.get(f"/record/{lines[0].pk}").status_code == 403


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"person": "CLERK"}, [0]), ({"action": "registry.exported"}, [1]),
        ({"subject": "registry.estate"}, [0]), ({"division": STREET}, [0]),
        ({"words": "房产证"}, [0]), ({"words": "玉兰"}, [0]),
        ({"since": "2020-01-01", "until": "2020-12-31"}, []), ({"since": "2020-01-01"}, [0, 1]),
        ({"since": "nonsense", "division": "abc"}, [0, 1]), ({"words": "%"}, []),
    ],
)  # fmt: skip
def test_filters_narrow_the_list(signed_in, lines, asked, found):
    answer = signed_in("audit_admin").get("/record", asked)

    assert shown(answer, lines) == [lines[at].pk for at in found]


def test_a_line_shows_what_changed_why_and_its_proof(signed_in, lines):
    seal_waiting(at=timezone.now())
    page = signed_in("auditor").get(f"/record/{lines[0].pk}").text

    for words in ("修改小区", "核对房产证", "建成年代", "1984", "1985", "与封存时一致"):
        assert words in page


def test_a_fresh_line_says_that_it_waits(signed_in, lines):
    assert "等待封存" in signed_in("auditor").get(f"/record/{lines[0].pk}").text


def test_older_lines_are_a_click_away(signed_in, people):
    with scope(DISTRICT):
        made = [record("registry.exported", by=None, division=DISTRICT) for _n in range(101)]
    client = signed_in("auditor")
    first = client.get("/record", {"action": "registry.exported"})

    assert f"before={made[1].pk}" in first.text
    second = client.get("/record", {"action": "registry.exported", "before": made[1].pk})
    assert shown(second, made) == [made[0].pk]


def test_the_digest_to_write_down_and_the_last_proof_are_shown(signed_in, people, lines):
    block = seal_waiting(at=timezone.now())
    with scope(DISTRICT):
        record("audit.verified", by=people["auditor"], division=DISTRICT, found=0, blocks=1,
               lines=3, last_line=lines[2].pk, digest=block.digest)  # fmt: skip
    page = signed_in("auditor").get("/record").text

    assert block.digest in page
    assert "以下已核对" in page


def test_the_history_of_a_thing_can_be_put_on_its_page(people, estate, lines):
    from django.template.loader import render_to_string

    from jiugai.apps.audit.queries import history_of

    with scope(DISTRICT):
        drawn = render_to_string("audit/history.html", {"lines": history_of(estate)})

    assert "修改小区" in drawn
    assert "1985" in drawn
    assert "还没有" in render_to_string("audit/history.html", {"lines": []})
