"""Who takes part when finished works are accepted (P14 三(七))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Project

P14 = Text("p14")

joint = Rule(
    id="p14.acceptance",
    title="各方联合验收",
    means="应当参加验收的各方都已参加",
    topic=Topic.TEST,
    subject=Project,
    clause=P14 / "三(七)㉛",
    when=all_of(
        Project.acceptance_by_parties,
        Project.acceptance_by_owners,
        Project.acceptance_by_property,
        reading(
            "p14.acceptance_street",
            either=any_of(Project.acceptance_by_street, Project.acceptance_by_community),
            street=Project.acceptance_by_street,
        ),
    ),
)
