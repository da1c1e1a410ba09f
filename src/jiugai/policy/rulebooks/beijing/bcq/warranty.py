"""Until when the employer must repair for the owners (BCQ 54)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import Condition, all_of, any_of, number, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebooks.national.cq import lengths
from jiugai.policy.rulebooks.national.cq.lengths import Length
from jiugai.policy.vocabulary import Component

BCQ = Text("bcq")


def _covered(length: Length) -> Condition:
    first = reading(
        "bcq.warranty_start",
        delivery=length(Component.delivered_on),
        acceptance=length(Component.accepted_on),
    ).called("从起算日起的保修期未满", BCQ / "54②")
    runs = any_of(first, _restarted(length))
    return reading(
        "bcq.earlier_works",
        from_first_day=(Component.accepted_on >= number("bcq.first_day")) & runs,
        all=runs,
    )


def _restarted(length: Length) -> Condition:
    again = length(Component.repaired_accepted_on)
    return reading(
        "bcq.late_repair",
        in_term=Component.repair.is_one_of("in_term") & again,
        also_later=Component.repair.is_one_of("in_term", "later") & again,
    ).called("维修后重新计算的保修期未满", BCQ / "54③")


def _rule(part: str, title: str, length: Length, *words: str) -> Rule:
    return Rule(
        id=f"bcq.warranty.{part}",
        title=f"{title}在对所有权人的保修期内",
        means=f"部位是{title}，当日建设单位仍应对所有权人保修",
        topic=Topic.WARRANTY,
        subject=Component,
        clause=BCQ / "54②",
        when=all_of(Component.part.is_one_of(*words or (part,)), _covered(length)),
    )


structure = _rule(
    "structure",
    "基础设施、地基基础或者主体结构",
    lengths.design_life,
    "infrastructure",
    "foundation",
    "structure",
)
roof = _rule("roof", "屋面防水", lengths.waterproof)
wet_room = _rule("wet_room", "有防水要求的房间", lengths.waterproof)
facade = _rule("facade", "外墙面防渗漏", lengths.waterproof)
heating = _rule("heating", "供热系统", lengths.heating_by(number("bhr.heating_season")))
cooling = _rule("cooling", "供冷系统", lengths.cooling)
electric = _rule("electric", "电气管线", lengths.installation)
pipes = _rule("pipes", "给排水管道", lengths.installation)
equipment = _rule("equipment", "设备安装", lengths.installation)
fit_out = _rule("fit_out", "装修", lengths.installation)

warranty = Rule(
    id="bcq.warranty",
    title="在对所有权人的保修期内",
    means="当日建设单位仍应对所有权人保修（有法定最低保修期的部位）",
    topic=Topic.WARRANTY,
    subject=Component,
    clause=BCQ / "54①",
    when=any_of(
        structure.met,
        roof.met,
        wet_room.met,
        facade.met,
        heating.met,
        cooling.met,
        electric.met,
        pipes.met,
        equipment.met,
        fit_out.met,
    ),
)
