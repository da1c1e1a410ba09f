"""Which estates are let in (KF19 四)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import (
    Condition,
    all_of,
    any_child,
    any_of,
    any_source,
    number,
    reading,
)
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Building, Estate

KF19 = Text("kf19")
EARLY = number("kf19.early_year")


def _danger(*grades: str) -> Condition:
    """Some building has one of the grades, as the estate or its buildings are recorded."""
    return any_source(
        Estate.danger.is_one_of(*grades), any_child(Building, Building.danger.is_one_of(*grades))
    )


def _aged(infrastructure: Condition, services: Condition) -> Condition:
    """Infrastructure and public services are as bad as asked, joined as the text is read."""
    return reading(
        "kf19.aged_bind",
        either=any_of(infrastructure, services),
        both=all_of(infrastructure, services),
    )


town = Rule(
    id="kf19.scope.town",
    title="位于城市或县城",
    means="小区位于城市或者县城（城关镇）",
    topic=Topic.ROUTE,
    subject=Estate,
    clause=KF19 / "四①",
    when=Estate.settlement.is_one_of("city", "county_town"),
)

built = Rule(
    id="kf19.scope.built",
    title="2000年以前建成",
    means="小区建成年份在改造范围以内",
    topic=Topic.ROUTE,
    subject=Estate,
    clause=KF19 / "四②",
    when=reading(
        "kf19.year_2000", before=Estate.built_year < EARLY, through=Estate.built_year <= EARLY
    ),
)

aged = Rule(
    id="kf19.scope.aged",
    title="设施严重老旧缺失",
    means="基础设施、公共服务设施的老旧缺失达到改造条件",
    topic=Topic.NEED,
    subject=Estate,
    clause=KF19 / "四③",
    when=reading(
        "kf19.severely",
        severe=_aged(
            Estate.infrastructure_state.is_one_of("severe").called("基础设施严重老旧或缺失"),
            any_of(Estate.services_lacking, label="公共服务设施严重缺失"),
        ),
        lacking=_aged(
            any_source(
                Estate.infrastructure_state.is_one_of("worn", "severe"),
                Estate.infrastructure_lacking,
                label="基础设施老旧或缺失",
            ),
            any_source(
                Estate.services_lacking, Estate.functions_lacking, label="服务设施或功能缺失"
            ),
        ),
    ),
)

sound = Rule(
    id="kf19.scope.sound",
    title="结构安全、不宜拆除重建",
    means="房屋结构够安全，也不打算拆了重建",
    topic=Topic.ROUTE,
    subject=Estate,
    clause=KF19 / "四④",
    when=all_of(
        reading("kf19.sound", no_danger=~_danger("c", "d"), no_d=~_danger("d")).called(
            "房屋结构安全较好"
        ),
        reading(
            "kf19.no_rebuild",
            plan=~Estate.planned_demolition,
            assessed=all_of(~Estate.planned_demolition, ~Estate.rebuild_advised),
        ).called("不宜整体拆除重建"),
    ),
)

willing = Rule(
    id="kf19.scope.willing",
    title="居民改造意愿强烈",
    means="同意改造的户数占比达到“强烈”的程度",
    topic=Topic.NEED,
    subject=Estate,
    clause=KF19 / "四⑤",
    when=reading(
        "kf19.strong_will",
        majority=Estate.consent_share > number("kf19.will_majority"),
        two_thirds=Estate.consent_share >= number("kf19.will_two_thirds"),
        three_quarters=Estate.consent_share >= number("kf19.will_three_quarters"),
    ),
)

LISTED = (
    reading(
        "kf19.shantytown",
        either=any_of(Estate.in_shantytown_plan, Estate.planned_demolition),
        both=all_of(Estate.in_shantytown_plan, Estate.planned_demolition),
    ).called("棚户区改造或拆除新建", KF19 / "四⑥"),
    reading(
        "kf19.mainly_self_built",
        over_half=Estate.self_built_share > number("kf19.self_built_half"),
        two_thirds=Estate.self_built_share >= number("kf19.self_built_two_thirds"),
    ).called("以居民自建住房为主", KF19 / "四⑦"),
    any_of(Estate.urban_village, label="城中村", clause=KF19 / "四⑧"),
    # Where no hand-over concerns the estate, nobody need say that it was not renovated for it.
    any_source(
        Estate.handover_renovated,
        all_of(Estate.handover.is_one_of("pending", "done"), Estate.handover_renovated),
        label="已实施三供一业改造",
        clause=KF19 / "四⑨",
    ),
)

excluded = Rule(
    id="kf19.scope.excluded",
    title="不纳入情形",
    means="小区属于不纳入改造范围的情形",
    topic=Topic.ROUTE,
    subject=Estate,
    clause=KF19 / "四⑥",
    when=reading(
        "kf19.other_exclusions",
        listed=any_of(*LISTED),
        similar=any_of(
            *LISTED,
            any_of(Estate.other_exclusion, label="县区认定的同类情形", clause=KF19 / "四⑩"),
        ),
    ),
)

scope = Rule(
    id="kf19.scope",
    title="列入改造范围",
    means="小区符合改造范围，可以列入改造",
    topic=Topic.SCOPE,
    subject=Estate,
    clause=KF19 / "四",
    when=all_of(town.met, built.met, aged.met, sound.met, willing.met, ~excluded.met),
)
