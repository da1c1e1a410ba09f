"""Which estates the scheme is for, by four routes (XC18 二(一))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import (
    Condition,
    all_of,
    any_child,
    any_of,
    any_source,
    number,
    reading,
    share_of,
)
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Building, Estate

XC18 = Text("xc18")

EARLY_YEAR = number("xc18.early_year")
STANDARD = number("xc18.energy_standard")
MAJORITY = number("xc18.building_majority")
FIRST, LAST = number("xc18.plan_first_year"), number("xc18.plan_last_year")

# Both halves are read by the same reading, so that no year falls between them or into both.
built_early = reading(
    "xc18.year_1990",
    before=Estate.built_year < EARLY_YEAR,
    through=Estate.built_year <= EARLY_YEAR,
).called("1990 年以前建成", XC18 / "二(一)①")
built_later = reading(
    "xc18.year_1990",
    before=Estate.built_year >= EARLY_YEAR,
    through=Estate.built_year > EARLY_YEAR,
).called("1990 年以后建成", XC18 / "二(一)②")

early = Rule(
    id="xc18.scope.early",
    title="建成早且未完成抗震节能改造",
    means="小区可按第一条路线纳入整治",
    topic=Topic.ROUTE,
    subject=Estate,
    clause=XC18 / "二(一)①",
    when=built_early
    & reading(
        "xc18.partial",
        unfinished=~Estate.retrofit.is_one_of("done"),
        finished=Estate.retrofit.is_one_of("none"),
    ).called("尚未完成抗震节能改造"),
)


def below_standard(subject: type[Estate] | type[Building]) -> Condition:
    """Return the condition that an estate or a building falls short of the 50 % standard."""
    return reading(
        "xc18.standard_50",
        body=subject.energy_rate < STANDARD,
        annex=any_of(subject.energy_rate < STANDARD, subject.performance_rate < STANDARD),
    ).called("性能或节能效果未达到 50% 的标准")


energy = Rule(
    id="xc18.scope.energy",
    title="1990 年以后建成且节能不达标",
    means="小区可按第二条路线纳入整治",
    topic=Topic.ROUTE,
    subject=Estate,
    clause=XC18 / "二(一)②",
    when=built_later
    & reading(
        "xc18.energy_share",
        estate=below_standard(Estate),
        any=any_child(Building, below_standard(Building)),
        most=share_of(Building, below_standard(Building)) > MAJORITY,
        all=~any_child(Building, ~below_standard(Building)),
    ).called("住宅楼房节能不达标"),
)


def dangerous(subject: type[Estate] | type[Building]) -> Condition:
    """Return the condition that an appraisal found danger of a grade that counts."""
    return reading(
        "xc18.danger_grade",
        c_d=subject.danger.is_one_of("c", "d"),
        d=subject.danger.is_one_of("d"),
    ).called("经鉴定为危房")


abandoned_estate = all_of(
    dangerous(Estate), ~Estate.danger_unit, label="小区台账：有危房且无责任单位"
)
abandoned_building = all_of(dangerous(Building), ~Building.danger_unit, label="危房且无责任单位")
some_abandoned = any_child(Building, abandoned_building).called("楼栋台账：有危房且无责任单位")

danger = Rule(
    id="xc18.scope.danger",
    title="部分住宅楼成为危房且无责任单位",
    means="小区可按第三条路线纳入整治",
    topic=Topic.ROUTE,
    subject=Estate,
    clause=XC18 / "二(一)③",
    # How many buildings are dangerous only the list of buildings can tell.
    when=reading(
        "xc18.some_dangerous",
        any=any_source(abandoned_estate, some_abandoned),
        not_all=some_abandoned & any_child(Building, ~dangerous(Building)),
        most=share_of(Building, abandoned_building) > MAJORITY,
    ),
)

LATER = "after_2015"
within = any_source(
    reading(
        "xc18.retrofit_when",
        plan_only=all_of(Estate.retrofit_year >= FIRST, Estate.retrofit_year <= LAST),
        earlier=Estate.retrofit_year <= LAST,
        any_time=Estate.retrofit_year > 0,
    ).called("按完成年份"),
    reading(
        "xc18.retrofit_when",
        plan_only=Estate.retrofit_period.is_one_of("y2011_2015"),
        earlier=~Estate.retrofit_period.is_one_of(LATER),
        any_time=Estate.retrofit_period.is_one_of("before_2011", "y2011_2015", LATER),
    ).called("按完成时期"),
    label="在“十二五”期间",
)

gaps = Rule(
    id="xc18.scope.gaps",
    title="“十二五”期间改造过但仍有不足",
    means="小区可按第四条路线纳入整治",
    topic=Topic.ROUTE,
    subject=Estate,
    clause=XC18 / "二(一)④",
    when=all_of(
        # A year or period of completion shows that it is done where nobody said so.
        any_source(Estate.retrofit.is_one_of("done"), within, label="已完成抗震节能改造"),
        within,
        any_of(
            Estate.infrastructure_lacking,
            Estate.functions_lacking,
            reading(
                "xc18.management_lacking",
                unprofessional=~Estate.management_mode.is_one_of("professional"),
                unmanaged=Estate.management_mode.is_one_of("none"),
            ).called("物业管理不完善"),
            label="设施、功能或物业管理仍有不足",
        ),
    ),
)

routes = any_of(early.met, energy.met, danger.met, gaps.met, label="符合四类之一")

scope = Rule(
    id="xc18.scope",
    title="属于整治范围",
    means="小区可以纳入老旧小区综合整治",
    topic=Topic.SCOPE,
    subject=Estate,
    clause=XC18 / "二(一)",
    when=reading(
        "xc18.list",
        closed=routes,
        open=any_of(routes, Estate.infrastructure_lacking, Estate.functions_lacking),
    ),
)

priority = Rule(
    id="xc18.priority",
    title="优先整治",
    means="小区属于优先实施整治的一类",
    topic=Topic.NEED,
    subject=Estate,
    clause=XC18 / "二(一)",
    when=reading(
        "xc18.gaps_rank",
        after=any_of(early.met, energy.met, danger.met),
        equal=routes,
    ),
)

by_reference = Rule(
    id="xc18.by_reference",
    title="驻区中央单位和部队参照执行",
    means="产权单位可参照本方案自行组织整治",
    topic=Topic.ROUTE,
    subject=Estate,
    clause=XC18 / "二(一)⑤",
    when=Estate.ownership.is_one_of("central", "military"),
)
