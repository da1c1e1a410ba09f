"""Who decides on idle rooms and plots, and for what they may be used (P14 三(七), 附件3(七))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Resource

P14 = Text("p14")

institution = Resource.owner_kind.is_one_of("district_institution")
district_soe = Resource.owner_kind.is_one_of("district_soe")
city_soe = Resource.owner_kind.is_one_of("city_soe")
allocated = Resource.land_right.is_one_of("allocated")
granted = Resource.land_right.is_one_of("granted")

owners_decide = Rule(
    id="p14.idle.owners_decide",
    title="业主共有资源",
    means="用途由业主共同决定",
    topic=Topic.ROUTE,
    subject=Resource,
    clause=P14 / "附件3(七)1",
    when=Resource.owner_kind.is_one_of("owners"),
)

stake = reading(
    "p14.allocated_scope",
    soe_only=any_of(institution, all_of(district_soe, allocated)),
    both=all_of(any_of(institution, district_soe), allocated),
)

district_stake = Rule(
    id="p14.idle.district_stake",
    title="区属单位的配套用房",
    means="使用权或一定期限的经营收益可作为区政府投入的回报",
    topic=Topic.ROUTE,
    subject=Resource,
    clause=P14 / "附件3(七)2",
    when=reading(
        "p14.idle_city_allocated",
        silent=stake,
        restore=stake,
        stake=any_of(stake, all_of(city_soe, allocated)),
    ),
)

restore = any_of(
    all_of(any_of(city_soe, district_soe), granted),
    Resource.owner_kind.is_one_of("individual", "private", "other"),
)

restore_use = Rule(
    id="p14.idle.restore_use",
    title="出让取得或他人所有的配套用房",
    means="须恢复原规划用途或按居民实际需要使用",
    topic=Topic.ROUTE,
    subject=Resource,
    clause=P14 / "附件3(七)3",
    when=reading(
        "p14.idle_city_allocated",
        silent=restore,
        restore=any_of(restore, all_of(city_soe, allocated)),
        stake=restore,
    ),
)

temporary_use = Rule(
    id="p14.idle.temporary_use",
    title="现状房屋临时改变使用功能",
    means="可临时改变使用功能，规划性质和土地权属暂不变",
    topic=Topic.PERMIT,
    subject=Resource,
    clause=P14 / "三(七)⑰",
    when=all_of(
        (~Resource.kind.is_one_of("land")).called("现状房屋"),
        Resource.for_community,
        Resource.structure_safe,
        Resource.fire_safe,
    ),
)
