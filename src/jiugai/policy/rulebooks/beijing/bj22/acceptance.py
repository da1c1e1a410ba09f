"""Acceptance in order, by households, four parties and the sub-district; repairs (六(二)(四))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import TheDay, all_of, any_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebooks.beijing.bj22.owed_tests import passed
from jiugai.policy.vocabulary import Component, Project

BJ22 = Text("bj22")

household = Rule(
    id="bj22.acceptance.household",
    title="分户验收",
    means="专有部分已邀请住户参加分户验收且合格",
    topic=Topic.TEST,
    subject=Component,
    clause=BJ22 / "六(二)④",
    when=any_of(
        ~Component.is_private,
        all_of(Component.household_invited, passed(Component.household_acceptance)),
    ),
)

four_party = Rule(
    id="bj22.acceptance.four_party",
    title="四方验收",
    means="四方验收按次序完成且合格",
    topic=Topic.TEST,
    subject=Project,
    clause=BJ22 / "六(二)⑤",
    when=all_of(
        Project.parties_accepted,
        reading(
            "bj22.acceptance_order",
            household_first=any_of(
                ~Project.has_private_works,
                all_of(
                    Project.household_accepted,
                    Project.household_accepted_on <= Project.parties_accepted_on,
                ),
            ),
            independent=Project.parties_accepted,
        ).called("分户验收在前"),
    ),
)

street = Rule(
    id="bj22.acceptance.street",
    title="街道牵头的改造效果验收",
    means="改造效果验收按次序完成且合格",
    topic=Topic.TEST,
    subject=Project,
    clause=BJ22 / "六(二)⑥",
    when=all_of(
        four_party.met,
        Project.street_accepted,
        (Project.parties_accepted_on <= Project.street_accepted_on).called("四方验收在前"),
        reading(
            "bj22.acceptance_lead",
            street=Project.acceptance_led_by.is_one_of("street"),
            joint=any_of(Project.acceptance_by_street, Project.acceptance_by_community),
        ),
    ),
)

warranty_restart = Rule(
    id="bj22.warranty_restart",
    title="维修部位保修期重新计算",
    means="该部位保修期自维修验收合格之日重新计算",
    topic=Topic.WARRANTY,
    subject=Component,
    clause=BJ22 / "六(四)④",
    when=all_of(
        reading(
            "bj22.repair_after_term",
            no_restart=Component.repair.is_one_of("in_term"),
            restart=Component.repair.is_one_of("in_term", "later"),
        ),
        (Component.repaired_accepted_on <= TheDay()).called("维修已验收合格"),
    ),
)
