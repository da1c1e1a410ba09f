"""Until when the contractor must repair (CQ 40)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import Condition, TheDay, all_of, any_of, number, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebooks.national.cq import lengths
from jiugai.policy.rulebooks.national.cq.lengths import Length
from jiugai.policy.vocabulary import Component

CQ = Text("cq")
BY_CONTRACT = ("insulation", "window", "other")


def _covered(length: Length) -> Condition:
    original = length(Component.accepted_on)
    again = Component.repair.is_one_of("in_term") & length(Component.repaired_accepted_on)
    runs = reading("cq.repair_restart", original=original, restart=original | again)
    return reading(
        "cq.earlier_works",
        from_first_day=(Component.accepted_on >= number("cq.first_day")) & runs,
        all=runs,
    )


def _rule(part: str, title: str, item: str, length: Length, *words: str) -> Rule:
    return Rule(
        id=f"cq.warranty.{part}",
        title=f"{title}在最低保修期内",
        means=f"部位是{title}，当日施工单位仍应保修",
        topic=Topic.WARRANTY,
        subject=Component,
        clause=CQ / f"40①({item})",
        when=all_of(Component.part.is_one_of(*words or (part,)), _covered(length)),
    )


structure = _rule(
    "structure",
    "基础设施、地基基础或者主体结构",
    "一",
    lengths.design_life,
    "infrastructure",
    "foundation",
    "structure",
)
roof = _rule("roof", "屋面防水", "二", lengths.waterproof)
wet_room = _rule("wet_room", "有防水要求的房间", "二", lengths.waterproof)
facade = _rule("facade", "外墙面防渗漏", "二", lengths.waterproof)
heating = _rule("heating", "供热系统", "三", lengths.heating_by(number("cq.heating_season")))
cooling = _rule("cooling", "供冷系统", "三", lengths.cooling)
electric = _rule("electric", "电气管线", "四", lengths.installation)
pipes = _rule("pipes", "给排水管道", "四", lengths.installation)
equipment = _rule("equipment", "设备安装", "四", lengths.installation)
fit_out = _rule("fit_out", "装修", "四", lengths.installation)

agreed = Rule(
    id="cq.warranty.agreed",
    title="在约定的保修期内",
    means="当日仍在合同约定的保修期内",
    topic=Topic.WARRANTY,
    subject=Component,
    clause=CQ / "40②",
    when=all_of(Component.accepted_on <= TheDay(), Component.agreed_until >= TheDay()),
)

warranty = Rule(
    id="cq.warranty",
    title="在保修期内",
    means="当日施工单位仍应保修（法定部位按最低保修期，其他部位按约定）",
    topic=Topic.WARRANTY,
    subject=Component,
    clause=CQ / "40①",
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
        all_of(Component.part.is_one_of(*BY_CONTRACT), agreed.met),
    ),
)
