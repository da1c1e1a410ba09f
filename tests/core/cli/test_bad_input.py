"""What people get wrong is said in one sentence that tells what to do, with nothing written."""

import pytest

HEAD = "小区编号,小区名称,区划代码,街道,建成年代,户数,抗震节能改造情况,基础类投资(万元)"
LEDGER = f"""{HEAD},最早年份,最晚年份
A1,甲里,110199,示范甲街道,1980,120,未改造,300,,
A2,乙里,110199,示范甲街道,1982,80,未改造,200,,
A3,丙里,110199,示范乙街道,1984,60,未改造,150,,
"""
BUDGET = "年度,资金来源,可用于,金额(万元)\n"
DEMANDS = "类型,对象,街道,年度,类别,至少,至多,单位\n"
HOUSEHOLDS = "楼栋,户号,建筑面积\n1,101,50\n1,102,50\n"
WORKS = "内容,类别,金额(元),范围,楼栋,分摊方式\n上水,基础类,1000,小区,,\n"
SHARES = "类别或内容,出资方,比例或金额\n上水,居民,100%\n"
ROLL = "楼栋,户号,专有部分面积,业主\n1,101,80,张甲\n1,102,80,李乙\n"


@pytest.fixture
def refused(run, tmp_path):
    """Run a command that must be refused; return the one sentence that it says."""

    def invoke(command, *arguments, code=1, **files):
        for name, text in files.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        words = [tmp_path / f"{one[1:]}.csv" if one[:1] == "@" else one for one in arguments]
        result = run(*command.split(), *words, "--out", tmp_path / "out")

        assert result.exit_code == code, result.output
        assert isinstance(result.exception, SystemExit)
        assert not (tmp_path / "out").exists()
        lines = [line for line in result.output.splitlines() if not line.startswith("读入")]
        assert lines[0].endswith(("。", "："))
        return "\n".join(lines)

    return invoke


@pytest.fixture
def no_plan(refused):
    def invoke(*arguments, budget="900万", years="2", code=1, ledger=LEDGER, **files):
        where = ("--place", "110199", "--day", "2026-06-01", "--years", years)
        more = ("--budget", budget, "--curve", "0", "--ways-in", "0", *arguments)
        return refused("plan", "@ledger", *where, *more, code=code, ledger=ledger, **files)

    return invoke


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("2026,省级,基础类,100", "B2: 不认识资金来源“省级”；请用"),
        ("2026,市级,基础类,-100", "D2: 金额“-100”是负数；预算只能"),
        (
            "2026,市级,基础类,100\n2027,区级,基础类,50元",
            "D3: 金额“50元”与表头或其他行的单位不一致；请",
        ),
        ("2031,市级,基础类,100", "A2: 2031 年不在计划期 2026–2027 内；请"),
        ("2026,市级,,100\n合计,,,200", "D3: 合计“200”与各行之和 100 万元不符；请"),
    ],
)
def test_a_budget_that_cannot_be_meant(no_plan, tmp_path, lines, said):
    sentence = no_plan(budget=str(tmp_path / "money.csv"), money=BUDGET + lines + "\n")
    assert f"money.csv {said}" in sentence
    assert sentence.count("\n") == 0


@pytest.mark.parametrize("budget", ["-5万", "5万3亿", "一百", "5万元/年"])
def test_an_amount_that_is_none(no_plan, budget):
    sentence = no_plan(budget=budget, code=2)
    assert f"看不懂金额“{budget}”；请写成" in sentence


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("锁定,A1,,2026,,,,\n锁定,A1,,2027,,,,", "A1"),
        ("锁定,A1,,2026,,,,\n排除,A1,,2026,,,,", "A1"),
        ("锁定,A1,,2030,,,,", "2030 年不在计划期 2026–2027 内；请"),
        ("锁定,A1,,2026,完善类,,,", "没有填写这类投资；请补填或改写类别"),
        ("配额,示范甲街道,,2026,,3,2,小区", "至少 3 大于 至多 2；请改正其中一项"),
    ],
)
def test_demands_that_contradict_each_other(no_plan, tmp_path, rows, said):
    path = tmp_path / "asked.csv"
    sentence = no_plan("--demands", str(path), asked=DEMANDS + rows + "\n")
    assert said in sentence
    assert "请" in sentence or "；" in sentence


def test_a_quota_that_cannot_be_met_names_what_conflicts_and_what_would_mend_it(no_plan, tmp_path):
    path = tmp_path / "asked.csv"
    quota = DEMANDS + "配额,示范甲街道,,2026,,5,,小区\n"
    sentence = no_plan("--demands", str(path), asked=quota)
    assert "asked.csv B2" in sentence
    assert "示范甲街道" in sentence


def test_years_that_end_before_they_begin(no_plan):
    sentence = no_plan(ledger=LEDGER.replace("150,,", "150,2027,2026"))
    assert "最晚年份 2026 早于最早年份 2027；请改正其中一项" in sentence


def test_costs_that_are_missing_everywhere(no_plan):
    ledger = LEDGER
    for cost in ("300", "200", "150"):
        ledger = ledger.replace(f"未改造,{cost}", "未改造,")
    sentence = no_plan(ledger=ledger)
    assert "甲里（A1）" in sentence
    assert "请" in sentence


@pytest.fixture
def no_share(refused):
    def invoke(*arguments, day="2022-03-01", works=WORKS, households=HOUSEHOLDS):
        where = ("--place", "110102", "--day", day)
        files = {"h": households, "w": works, "s": SHARES}
        given = ("@h", "--works", "@w", "--shares", "@s")
        return refused("share", *given, *where, *arguments, **files)

    return invoke


def test_areas_of_households_that_do_not_add_up(no_share):
    sentence = no_share("--area", "120")
    assert "120" in sentence
    assert "请" in sentence


def test_before_the_civil_code_a_share_needs_a_basis_that_was_agreed(no_share):
    sentence = no_share(day="2020-12-31")
    assert "“上水”没有写分摊方式，2020-12-31 又没有可依的条文" in sentence
    assert "请按业主的约定写 面积、户数 或 楼层" in sentence
    assert sentence.count("\n") == 0


def test_areas_of_a_roll_that_do_not_add_up(refused):
    where = ("--place", "11", "--day", "2026-06-01", "--matter", "other")
    files = ("--roll", "@r", "--ballots", "@b", "--area-total", "170")
    ballots = "楼栋,户号,意见\n1,101,同意\n"
    sentence = refused("vote tally", *files, *where, r=ROLL, b=ballots)
    assert "相差 10" in sentence
    assert "请核对漏户、重户和面积" in sentence
