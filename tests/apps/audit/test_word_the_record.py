"""Who reads the record reads words, not the names and codes by which it is kept."""

import re

import pytest
from django.apps import apps
from django.utils.module_loading import autodiscover_modules

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.details import CHOICES, CODES, DETAIL, HOLDINGS, REFERRING
from jiugai.apps.audit.models import Line
from jiugai.apps.audit.services import record
from jiugai.apps.audit.subjects import TITLES
from jiugai.apps.audit.wording import in_words, thing_of, title_of
from jiugai.apps.jobs import kinds
from jiugai.apps.participation.privacy.holding import holdings
from jiugai.apps.plans.services.scenarios import PARTS
from jiugai.apps.projects.modes.catalogue import MODES
from jiugai.apps.registry.models import Building, Conflict, DangerPlan, Party, Pipe
from tests.apps.audit.recording import named_details, recorded_subjects, unnamed_details
from tests.apps.conftest import DISTRICT

#: What is handed on by `**`: the details of a wrapper, counts of imports, fields of things below.
LOOKED_THROUGH = {"detail", "one.counts", "one.counts['stored']", "_plain(said)"}
SPAN = "规划未署日期，从哪天起、到哪天止适用"
COUNTS = (
    "rows new known doubtful stored estate building conflicts assessed changed conflicting"
    " unchanged outside"
).split()


def line(subject="", name="", action="x.y"):
    return Line(action=action, subject=subject, subject_name=name)


def test_every_detail_that_is_recorded_has_a_word():
    wordless = {f"{name} {place}" for name, place in named_details() if name not in DETAIL}

    assert not wordless


def test_the_search_finds_details_of_wrappers_and_only_details():
    found = {name for name, _place in named_details()}

    assert {"means", "factor", "sha256", "before", "rows", "leaf"} <= found
    assert not found & {"by", "reason", "is_proven"}


def test_what_is_handed_on_unnamed_was_looked_through():
    assert unnamed_details() == LOOKED_THROUGH
    assert set(COUNTS) <= set(DETAIL)


@pytest.mark.parametrize("model", [Pipe, Party, DangerPlan])
def test_what_is_written_of_things_below_an_estate_has_words(model):
    fields = [one.name for one in model._meta.fields if one.editable and not one.primary_key]
    said = set(fields) - {"estate", "building", "division", "organisation", "line"}

    assert len(said) > 3
    assert not [name for name in said if title_of(name, line("registry.estate")) == name]


def test_every_code_of_the_apps_has_a_word():
    autodiscover_modules("jobs")

    assert set(HOLDINGS) == {one.key for one in holdings()}
    assert set(CODES["mode"]) == {mode.id for mode in MODES}
    assert set(CODES["step"]) == {step.key for mode in MODES for step in mode.steps}
    assert set(CODES["changed"]) == set(PARTS)
    assert set(CODES["taken"]) == {Conflict.KEPT, Conflict.OFFERED, Conflict.OTHER}
    assert set(CODES["kind"]) == set(kinds._FUNCTIONS)


def test_what_is_looked_up_elsewhere_is_there():
    for place in CHOICES.values():
        model, _dot, field = place.rpartition(".")
        assert apps.get_model(model)._meta.get_field(field).choices
    for label in REFERRING.values():
        assert apps.get_model(label)


@pytest.mark.parametrize("label", TITLES)
def test_every_title_is_that_of_a_model(label):
    assert apps.get_model(label)


def test_what_the_code_records_of_has_a_title():
    found = list(recorded_subjects())

    assert len({label for label, _place in found}) > 35
    assert not [f"{label} {place}" for label, place in found if label not in TITLES]


@pytest.mark.parametrize(
    ("name", "subject", "title"),
    [
        ("means", "accounts.person", "登录方式"),
        ("built_year", "registry.estate", "建成年代"),
        ("facts.built_year", "registry.building", "建成年代"),
        ("building.danger", "registry.estate", "楼栋 危房鉴定"),
        ("name", "registry.estate", "小区名称"), ("name", "accounts.person", "姓名"),
        ("address", "accounts.person", "来源地址"), ("address", "hooks.hook", "地址"),
        ("organisation_id", "demands.demand", "责任单位"),
        ("material", "registry.estate", "材质"),
        ("register.phone", "participation.clearing", "联系电话"),
        ("p14.last_year", "plans.trial", "列入改造对象的最晚建成年份"),
        ("kind", "", "类别"), ("no_such_thing", "no.model", "no_such_thing"),
    ],
)  # fmt: skip
def test_names_have_titles(name, subject, title):
    assert title_of(name, line(subject)) == title


def test_a_word_may_belong_to_one_action():
    noted = line("owners.propertyservice", action="owners.service_noted")

    assert title_of("kind", noted) == "事项"
    assert title_of("kind", line("owners.propertyservice")) == "方式"


@pytest.mark.parametrize(
    ("name", "value", "subject", "words"),
    [
        ("anything", None, "", "—"), ("anything", "", "", "—"), ("anything", [], "", "—"),
        ("is_carried", True, "", "是"), ("planner_passed", False, "registry.estate", "否"),
        ("found", 0, "", "0"), ("rows", 9999, "", "9999"), ("rows", 12345, "", "12,345"),
        ("evidence", 12345, "", "12345"), ("organisation_id", 12345, "", "12345"),
        ("built_year", 1984, "registry.estate", "1984"),
        ("household_count", 12000, "registry.estate", "12,000 户"),
        ("facts.danger", "c", "registry.building", "C级"),
        ("energy_rate", "1/2", "registry.building", "50%"),
        ("basic_cost", 150000, "registry.building", "1,500.00 元"),
        ("basic_cost", "a lot", "registry.building", "a lot"),
        ("state", "chosen", "projects.project", "纳入本次工程"),
        ("state", "assigned", "demands.demand", "办理中"),
        ("kind", "water", "registry.estate", "给水"),
        ("kind", "file", "projects.project", "文件"),
        ("kind", "registry.store", "jobs.job", "台账入库"),
        ("channel", "online", "registry.household", "居民手机"),
        ("role", "planner", "accounts.appointment", "责任规划师"),
        ("before", "city", "projects.application", "市联席会审议"),
        ("scopes", ["policy.read"], "registry.apitoken", "读取政策"),
        ("kinds", ["vote.published", "ping"], "hooks.hook", "公示表决结果、试发"),
        ("matter", "lift", "registry.term", "电梯和无障碍"),
        ("matter", "lift", "participation.vote", "加装电梯"),
        ("changed", ["facade", "household"], "projects.review", "外立面、户内（一户一设计）"),
        ("changed", ["money", "ways"], "plans.scenario", "资金、列入办法"),
        ("changed", ["name", "phone"], "accounts.person", "姓名、手机"),
        ("was", {"name": "张三", "email": ""}, "accounts.person", "姓名：张三，电子邮箱：—"),
        ("field", "id_number", "registry.household", "身份证件号码"),
        ("fact", "built_year", "registry.estate", "建成年代"),
        ("missing", ["residents_asked", "building.danger"], "", "已征求居民意见、楼栋 危房鉴定"),
        ("columns", ["built_year", "stage"], "", "建成年代、阶段"),
        ("rule", "bj22.gate.asked", "projects.project", "问需在前"),
        ("rule", "shares", "projects.choosing", "均等份额法"),
        ("items", ["xc18.menu.parking"], "projects.choosing", "补建停车位和充电设施"),
        ("parts", [["xc18.menu.locks", None]], "", "整治地桩地锁、清理废弃自行车"),
        ("document", "p14", "", "北京市“十四五”时期老旧小区改造规划"),
        ("document", "户型图", "", "户型图"), ("username", "cc", "", "cc"),
        ("means", ["password", "totp"], "", "密码、验证器"),
        ("factor", "webauthn", "", "通行密钥"),
        ("verdict", "unknown", "projects.project", "证据不足"),
        ("verdict", "return", "projects.review", "退回修改"),
        ("holdings", ["votes.ballots"], "", "表决票"),
        ("counts", {"entry.codes": 10000}, "", "进入代码：10,000"),
        ("proposal", {"numbers": {"cc.quorum": "2/3"}, "without": ["p14"]}, "plans.trial",
         "数字：参与表决的面积和人数占比下限：2/3，不再适用的文件：北京市“十四五”时期老旧小区改造规划"),
        ("proposal", {"readings": {"p14.span": "listed"}}, "", "改用的理解：" + SPAN + "：listed"),
        ("files", [{"name": "甲.csv", "role": "ledger"}, {"name": "乙", "role": "outline"}], "",
         "名称：甲.csv，文件种类：台账；名称：乙，文件种类：界线"),
        ("due", ["2026-06-01", "ticket"], "demands.demand", "2026-06-01、工单注明的时限"),
        ("budget", 58000000, "projects.choosing", "580,000.00 元"),
        ("cost_cents", 100, "registry.estate", "1.00 元"),
        ("area_dm2", 656958, "participation.vote", "6,569.58 ㎡"),
        ("sha256", "0f5093", "", "0f5093"), ("leaf", "12", "", "12"),
    ],
)  # fmt: skip
def test_values_are_read_in_words(name, value, subject, words):
    assert in_words(name, value, line(subject)) == words


def test_an_option_is_read_with_the_reading_that_it_answers():
    trial, chosen = line(name="p14.span"), line(name="p14.span=continuing")

    assert in_words("option", "continuing", trial).startswith("自 2021-01-01 起适用")
    assert thing_of(trial) == SPAN
    assert thing_of(chosen) == f"{SPAN}：自 2021-01-01 起适用，没有新规划前一直有效"


def test_ids_within_the_name_of_a_thing_are_read_and_other_names_stay():
    assert thing_of(line(name="市住房城乡建设委 bj20.duty.mechanism_1")).endswith(
        "健全统筹协调机制"
    )
    assert thing_of(line(name="a.b=c.d 2026.06 花名册.xlsx")) == "a.b=c.d 2026.06 花名册.xlsx"


@pytest.mark.django_db
def test_what_is_referred_to_by_number_is_called_by_its_name(estate):
    lift = "多层住宅增设电梯等上下楼设施"
    with scope(DISTRICT):
        building = Building.objects.create(
            estate=estate, division=estate.division, code="1", name="1号楼"
        )
        placed = in_words("chosen", [f"xc18.menu.lift.b{building.pk}"], line())
        gone = in_words("parts", [["xc18.menu.lift", 0]], line())

        assert (placed, gone) == (f"{lift}（{building}）", f"{lift}（楼栋 0）")
        assert in_words("estate", estate.pk, line()) == str(estate)
        assert in_words("estate", 0, line()) == "0"


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_of_a_line_shows_words(signed_in, people, estate, language):
    with scope(DISTRICT):
        made = record(
            "gates.overridden", estate, by=people["clerk"], rule="bj22.gate.asked",
            missing=["residents_asked"], verdict="unknown",
            changes={"planner_passed": [None, True]},
        )  # fmt: skip
    client = signed_in("auditor")
    client.cookies["language"] = language
    page = client.get(f"/record/{made.pk}").text

    words = {
        "zh": ("问需在前", "所缺", "已征求居民意见", "证据不足", "责任规划师审查合格"),
        "en": ("Rule", "Lacking", "Evidence missing", "Yes"),
    }[language]
    assert not [word for word in words if word not in page]
    assert not re.search(r"bj22\.gate|residents_asked|planner_passed|unknown|None|True", page)
