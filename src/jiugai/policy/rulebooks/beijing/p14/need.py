"""What makes an estate of the right age one that needs renewal (P14 一, 二(三))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Estate

P14 = Text("p14")

retrofit = Rule(
    id="p14.need.retrofit",
    title="需抗震加固或节能改造",
    means="属于重点推进的需抗震加固和节能改造小区",
    topic=Topic.NEED,
    subject=Estate,
    clause=P14 / "二(三)⑤",
    when=reading(
        "p14.retrofit_needed",
        not_done=Estate.retrofit.is_one_of("none", "partial"),
        appraised=any_of(Estate.seismic_needed, Estate.energy_needed),
    ),
)

dangerous = reading(
    "p14.danger_grade",
    c_and_d=Estate.danger.is_one_of("c", "d"),
    d_only=Estate.danger.is_one_of("d"),
).called("有危楼", P14 / "二(三)⑨")

LACKS = (
    Estate.infrastructure_lacking,
    Estate.functions_lacking,
    Estate.management_mode.is_one_of("none").called("未建立长效管理机制"),
)

need = Rule(
    id="p14.need",
    title="需改造",
    means="小区需要改造",
    topic=Topic.NEED,
    subject=Estate,
    clause=P14 / "一①",
    when=any_of(
        retrofit.met,
        dangerous,
        reading("p14.need_features", any=any_of(*LACKS), all=all_of(*LACKS)).called(
            "设施老化、配套不足或缺长效管理"
        ),
    ),
)
