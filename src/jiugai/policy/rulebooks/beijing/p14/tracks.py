"""Estates of central units and of non-operating state assets (P14 三(三), 三(五), 附件2)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebooks.beijing.p14 import scope
from jiugai.policy.vocabulary import Estate

P14 = Text("p14")

is_central = Estate.ownership.is_one_of("central").called("中央单位产权")
pending = Estate.handover.is_one_of("pending").called("三供一业未移交")

central = Rule(
    id="p14.track.central",
    title="中央单位在京小区",
    means="小区由央地联席会议另列计划，市、区支持配合",
    topic=Topic.ROUTE,
    subject=Estate,
    clause=P14 / "三(三)②",
    when=is_central,
)

non_operating = Rule(
    id="p14.track.non_operating",
    title="市属非经资产小区",
    means="小区由市国资委督促平台逐步列入全市改造计划",
    topic=Topic.ROUTE,
    subject=Estate,
    clause=P14 / "附件2 市国资委①",
    when=all_of(Estate.ownership.is_one_of("non_operating"), scope.built.met),
)

retrofit_first = Rule(
    id="p14.central.retrofit_first",
    title="先改造、后移交",
    means="小区移交之前须先完成改造",
    topic=Topic.ROUTE,
    subject=Estate,
    clause=P14 / "三(三)⑤",
    when=all_of(
        reading("p14.handover_scope", central=all_of(is_central, pending), any_owner=pending),
        ~Estate.handover_renovated,
    ),
)
