"""Sample first (五(七)), three checks and images of each process (六(二))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebooks.beijing.bj22.owed_tests import passed
from jiugai.policy.vocabulary import Component

BJ22 = Text("bj22")

SAMPLE_READY = all_of(
    Component.sample_planned,
    (passed(Component.sample_acceptance) & Component.sample_owners_joined).called(
        "样板经各方和业主代表验收合格", BJ22 / "五(七)③"
    ),
    all_of(Component.work_guide_made).called("样板总结和作业指导书已形成", BJ22 / "五(七)④"),
)

sample = Rule(
    id="bj22.sample",
    title="样板引路",
    means="该部位可以正式施工",
    topic=Topic.TEST,
    subject=Component,
    clause=BJ22 / "五(七)①",
    when=reading(
        "bj22.sample_trades",
        named=any_of(
            ~Component.part.is_one_of("structure", "roof", "window", "insulation"), SAMPLE_READY
        ),
        every=SAMPLE_READY,
    ),
)

three_checks = Rule(
    id="bj22.three_checks",
    title="工序三检",
    means="可以进行下一道工序",
    topic=Topic.TEST,
    subject=Component,
    clause=BJ22 / "六(二)②",
    when=all_of(
        passed(Component.self_check),
        passed(Component.handover_check),
        passed(Component.full_time_check),
        label="自检、交接检、专检都合格",
        clause=BJ22 / "六(二)③",
    ),
)

images = Rule(
    id="bj22.images",
    title="影像追溯",
    means="隐蔽、防水和外墙保温工程的影像已留存，或者不属于这几类",
    topic=Topic.TEST,
    subject=Component,
    clause=BJ22 / "六(二)①",
    when=any_of(
        Component.images_kept,
        ~Component.is_hidden & ~Component.part.is_one_of("roof", "wet_room", "insulation"),
    ),
)
