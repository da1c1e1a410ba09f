"""The pages of gates: the list with dots, a project's gates, one gate with its evidence."""

from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.gates.override import override
from jiugai.apps.projects.models import Evidence, GateState, Override
from jiugai.apps.registry.models import Building, Estate
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.projects.gates.conftest import ASKED, DAY, give, statement, verdict

pytestmark = pytest.mark.django_db

SAID = {
    "kind": "statement",
    "statement-version": "1",
    "statement-speaker": "王书记",
    "statement-words": "已逐户征求意见",
    "statement-said_on": "2026-06-01",
    "statement-fact-residents_asked": "yes",
}


def address(project, more=""):
    return f"/projects/{project.pk}/gates/{ASKED}{more}"


def test_the_list_has_a_dot_for_each_of_the_ten_and_leads_to_the_gate(signed_in, project):
    text = signed_in("district_officer").get("/gates").content.decode()

    assert text.count('class="gate-dot is-unknown"') == 10
    assert address(project) in text
    assert "0/10" in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True),
        ("?standing=met", False),
        ("?standing=shut", True),
        (f"?gate={ASKED}", True),
        ("?standing=overridden", False),
        ("?q=玉兰", True),
        ("?q=没有", False),
        ("?text=bj20", True),
        ("?stage=works", False),
        ("?text=no&gate=no&standing=no", True),
    ],
)
def test_the_list_is_filtered(signed_in, project, query, found):
    text = signed_in("district_officer").get(f"/gates{query}").content.decode()

    assert (project.number in text) is found


def test_the_workbook_says_who_let_a_gate_through(signed_in, project, people):
    with scope(DISTRICT):
        override(
            project=project, rule=ASKED, reason="先行排险", by=people["district_officer"], on=DAY
        )

    answer = signed_in("district_officer").get("/gates/export")

    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))
    cells = [str(cell) for row in book.get_sheet_by_index(0).to_python() for cell in row]
    assert "证据不足（district_officer放行）" in cells
    assert any("先行排险" in cell for cell in cells)


def test_the_project_page_shows_its_gates_and_the_buildings_that_are_out(signed_in, project):
    with scope(DISTRICT):
        Building.objects.create(
            estate=project.estate, division=STREET, code="1", name="1号楼",
            facts={"has_guards": True, "guard_consent": False, "guard_refused": True},
        )  # fmt: skip

    text = signed_in("district_officer").get(f"/projects/{project.pk}").content.decode()

    assert "问需在前" in text
    assert "不列入年度计划的楼栋" in text
    assert "三(五)④" in text


def test_a_statement_opens_the_gate_from_its_page(signed_in, project, people):
    answer = signed_in("clerk").post(address(project, "/evidence"), SAID)

    assert answer.status_code == 302
    assert verdict(project) == "met"
    text = signed_in("clerk").get(address(project)).content.decode()
    assert "王书记陈述" in text
    assert "已征求居民意见 = 是" in text


def test_what_is_refused_stays_typed(signed_in, project):
    said = SAID | {"statement-speaker": "", "statement-fact-residents_asked": ""}

    answer = signed_in("clerk").post(address(project, "/evidence"), said)

    assert answer.status_code == 422
    assert "已逐户征求意见" in answer.content.decode()
    with scope(DISTRICT):
        assert not Evidence.objects.exists()


def test_somebody_elses_value_is_shown_and_a_second_look_stores_it(signed_in, project, people):
    give(project, statement(residents_asked="no"), by=people["district_officer"])

    answer = signed_in("clerk").post(address(project, "/evidence"), SAID)

    assert answer.status_code == 422
    assert "别人已改过" in answer.content.decode()
    with scope(DISTRICT):
        now = Estate.objects.get(pk=project.estate_id).version
    assert f'name="statement-version" value="{now}"' in answer.content.decode()
    signed_in("clerk").post(address(project, "/evidence"), SAID | {"statement-version": now})
    assert verdict(project) == "met"


def test_withdrawing_names_what_it_undoes_and_does_it(signed_in, project, people):
    evidence = give(project, statement(residents_asked="yes"), by=people["clerk"])
    client = signed_in("clerk")

    assert "由“是”变为“不详”" in client.get(f"/evidence/{evidence.pk}/withdraw").content.decode()
    answer = client.post(f"/evidence/{evidence.pk}/withdraw", {"reason": "汇总有误"})

    assert answer.status_code == 302
    assert verdict(project) == "unknown"
    text = client.get(address(project)).content.decode()
    assert "汇总有误" in text
    assert "撤回证据" in text


def test_an_override_is_visible_on_the_gate_the_project_and_the_list(signed_in, project):
    client = signed_in("district_officer")
    answer = client.post(address(project, "/override"), {"reason": "汛期先行排险"})

    assert answer.status_code == 302
    for page in (address(project), f"/projects/{project.pk}", f"/projects/{project.pk}/gates"):
        assert "汛期先行排险" in client.get(page).content.decode()
    assert "is-overridden" in client.get("/gates?standing=overridden").content.decode()
    with scope(DISTRICT):
        found = Override.objects.get()
    client.post(f"/overrides/{found.pk}/end", {"reason": "已补齐"})
    assert "已补齐" in client.get(address(project)).content.decode()
    with scope(DISTRICT):
        assert GateState.objects.get(project=project, rule=ASKED).override is None


@pytest.mark.parametrize("path", ["", "/evidence", "/override", "/why"])
def test_a_stranger_reaches_no_gate_of_another_district(signed_in, project, path):
    client = signed_in("stranger")
    ask = client.post if path in {"/evidence", "/override"} else client.get

    assert ask(address(project, path), SAID | {"reason": "x"}).status_code == 404


def test_a_clerk_may_not_override(signed_in, project):
    assert signed_in("clerk").get(address(project, "/override")).status_code == 403
    assert "放行</a>" not in signed_in("clerk").get(address(project)).content.decode()


def test_a_gate_that_the_law_does_not_ask_has_no_page(signed_in, project):
    answer = signed_in("clerk").get(f"/projects/{project.pk}/gates/kf19.gate.consulted")

    assert answer.status_code == 404
