"""Who takes part when finished works are accepted, and what is filed (KF19 六(四))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Project

KF19 = Text("kf19")

acceptance = Rule(
    id="kf19.acceptance",
    title="共同验收",
    means="组织者和应当参加验收的各方都符合要求",
    topic=Topic.TEST,
    subject=Project,
    clause=KF19 / "六(四)⑥",
    when=all_of(
        reading(
            "kf19.acceptance_lead",
            county=Project.acceptance_led_by.is_one_of("district"),
            street=Project.acceptance_led_by.is_one_of("district", "street"),
        ).called("由县区政府组织"),
        reading(
            "kf19.owner_side",
            either=any_of(
                Project.acceptance_by_owners, Project.acceptance_by_owner_representatives
            ),
            body_first=any_of(
                Project.acceptance_by_owners,
                all_of(~Project.has_owners_committee, Project.acceptance_by_owner_representatives),
            ),
        ).called("业主一方参加"),
        any_of(Project.acceptance_by_parties, label="施工、监理、设计和勘察单位参加"),
    ),
)

filed = Rule(
    id="kf19.acceptance_filed",
    title="验收资料备案",
    means="基础设施、增建房屋等的验收资料已报备案",
    topic=Topic.TEST,
    subject=Project,
    clause=KF19 / "六(四)⑦",
    when=Project.acceptance_filed,
)
