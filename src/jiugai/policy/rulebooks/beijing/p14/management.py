"""The trial of a property company, and what holds until one can be hired (P14 三(八))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import TheDay, all_of, number, reading, still_within
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Estate, Management

P14 = Text("p14")
CHOOSERS = ("committee", "council", "community", "party")

running = all_of(
    Management.trial_since <= TheDay(), Management.trial_until >= TheDay(), label="在规定期限内"
)

trial = Rule(
    id="p14.trial",
    title="先尝后买的试用",
    means="试用合乎规定：期限内提供准物业服务，不签合同、不收物业费",
    topic=Topic.MANAGEMENT,
    subject=Management,
    clause=P14 / "附件1(11)①",
    when=all_of(
        reading(
            "p14.trial_chooser",
            named=Management.preselected_by.is_one_of(*CHOOSERS),
            anyone=Management.preselected_by.is_one_of(*CHOOSERS, "other"),
        ).called("已预选物业服务企业"),
        Management.mode_settled,
        reading(
            "p14.trial_length",
            stated=running,
            six_months=all_of(
                running,
                still_within(
                    Management.trial_since,
                    number("p14.trial_months_by_analogy"),
                    unit="months",
                ),
            ),
        ),
        ~Management.trial_contract,
        ~Management.trial_fee,
    ),
)

hire = Rule(
    id="p14.trial.hire",
    title="试用期满正式选聘",
    means="物业服务企业已正式选聘",
    topic=Topic.MANAGEMENT,
    subject=Management,
    clause=P14 / "附件1(11)②",
    when=all_of(
        (Management.trial_until < TheDay()).called("试用期已满"),
        Management.hire_voted_by.is_one_of("committee", "council"),
        Management.hire_carried,
        Management.contract_signed,
    ),
)

interim = Rule(
    id="p14.management.interim",
    title="按现行方式或准物业管理",
    means="暂按单位自管等现行方式或准物业方式管理",
    topic=Topic.MANAGEMENT,
    subject=Estate,
    clause=P14 / "三(八)⑨",
    when=reading(
        "p14.interim_which",
        unready=~Estate.property_ready,
        listed=all_of(Estate.ownership.is_one_of("mixed", "none"), ~Estate.property_ready),
    ),
)
