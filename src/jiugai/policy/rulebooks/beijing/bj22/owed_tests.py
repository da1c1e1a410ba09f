"""Tests that parts of the works owe (六(一))."""

from jiugai.kernel.source import Clause, Text
from jiugai.policy.conditions import Condition, all_of, any_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Component
from jiugai.policy.vocabulary.fact import Fact

BJ22 = Text("bj22")


def passed(result: Fact) -> Condition:
    """Return that a test, check or acceptance was passed."""
    return result.is_one_of("passed").called(f"{result.heading}合格")


def owed_test(name: str, title: str, clause: Clause, when: Condition) -> Rule:
    """Return a rule that is met where a test is done or not owed."""
    return Rule(
        id=f"bj22.test.{name}",
        title=title,
        means=f"{title}合格，或者该部位不需要做",
        topic=Topic.TEST,
        subject=Component,
        clause=clause,
        when=when,
    )


NOT_INSULATION = ~Component.part.is_one_of("insulation")
NOT_ROOF = ~Component.part.is_one_of("roof")
NOT_WINDOW = ~Component.part.is_one_of("window")
NOT_PIPES = ~Component.part.is_one_of("pipes")

insulation_pull_off = owed_test(
    "insulation_pull_off",
    "外墙保温隐蔽前拉拔试验",
    BJ22 / "六(一)①",
    any_of(
        NOT_INSULATION,
        all_of(passed(Component.bond_pull_off), passed(Component.anchor_pull_off)),
    ),
)
roof_flat = owed_test(
    "roof_flat",
    "平屋面蓄水试验",
    BJ22 / "六(一)②",
    any_of(NOT_ROOF, Component.roof_form.is_one_of("pitched"), passed(Component.ponding_test)),
)
roof_pitched = owed_test(
    "roof_pitched",
    "坡屋面淋水试验",
    BJ22 / "六(一)②",
    any_of(NOT_ROOF, Component.roof_form.is_one_of("flat"), passed(Component.spray_test)),
)
window = owed_test(
    "window",
    "外窗抗风、气密、水密检验",
    BJ22 / "六(一)③",
    any_of(
        NOT_WINDOW,
        all_of(
            passed(Component.wind_pressure_test),
            passed(Component.air_test),
            passed(Component.rain_test),
        ),
    ),
)
pipe_ball = owed_test(
    "pipe_ball",
    "管线通球试验",
    BJ22 / "六(一)④",
    reading(
        "bj22.ball_test",
        drain=any_of(
            NOT_PIPES, Component.pipe_kind.is_one_of("supply"), passed(Component.ball_test)
        ),
        both=any_of(NOT_PIPES, passed(Component.ball_test)),
    ),
)
pipe_root = owed_test(
    "pipe_root",
    "管根不渗不漏检验",
    BJ22 / "六(一)⑤",
    any_of(NOT_PIPES, passed(Component.root_leak_test)),
)
