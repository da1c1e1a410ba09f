"""Reviews of the made-up designs: in every hand, returned, passed, and opened again."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.projects.models import Project, Remark, Review
from jiugai.apps.projects.review import drafts, services
from jiugai.apps.registry.models import Stage
from jiugai.site.demo_drawings import facade, flat, ground

#: Reviews are shown of so many projects.
SHOWN: Final = 6
REMARKS: Final = (
    ("facade", "must", "外保温在勒脚处怎样收口、怎样防磕碰，没有画节点，请补详图。"),
    ("public", "must", "东侧入口有三步台阶，没有坡道，轮椅进不去，请补无障碍坡道。"),
    ("household", "advice", "西户厨房立管改位后离灶台近，建议与居民再核一次。"),
)
ANSWERS: Final = (
    ("done", "已补勒脚收口节点，首层 2 米以下加防护层。"),
    ("done", "东侧入口增设坡道，坡度 1:12，两侧设扶手。"),
    ("reason", "已入户核对，居民同意现方案，确认单附在户型设计后。"),
)


class Reviewing:
    """Acts on the review of one project as its designer and its planner."""

    def __init__(self, project: Project, people: dict[Role, Person], today: date) -> None:
        self.project = project
        self.designer = people[Role.DESIGNER]
        self.planner = people[Role.PLANNER]
        self.today = today

    def on(self, days: int) -> date:
        """Return a day that lies back."""
        return self.today - timedelta(days=days)

    def file(self, part: str, kind: str, title: str, picture: Any) -> None:
        """Put a picture into the version that is being made."""
        drafts.add_file(
            project=self.project,
            part=part,
            kind=kind,
            title=title,
            file=picture,
            by=self.designer,
        )

    def submit(self, words: str, days: int) -> None:
        """Hand in the version that was put together."""
        services.submit(
            project=self.project,
            words=words,
            version=self._version(),
            by=self.designer,
            on=self.on(days),
        )

    def first(self, days: int) -> None:
        """Hand in the first version of a design."""
        self.file("facade", "drawing", "南立面（虚构）", facade())
        self.file("public", "drawing", "总平面（虚构）", ground())
        self.file("household", "household", "西户户型（虚构）", flat())
        self.submit("六栋楼外墙保温、管线入地、补停车和绿地；一户一设计 46 户。", days)

    def remarks(self, given: Sequence[tuple[str, str, str]]) -> None:
        """Write remarks for the opinion that is being prepared."""
        for part, weight, words in given:
            drafts.add_remark(
                project=self.project,
                part=part,
                weight=weight,
                words=words,
                former=None,
                by=self.planner,
            )

    def opinion(self, verdict: str, words: str, days: int) -> None:
        """Give the opinion with all remarks."""
        services.hand_over(
            project=self.project,
            verdict=verdict,
            words=words,
            version=self._version(),
            by=self.planner,
            on=self.on(days),
        )

    def answer(self) -> None:
        """Answer every remark."""
        remarks = Remark.objects.filter(review__project=self.project).order_by("id")
        for remark, (kind, words) in zip(remarks, ANSWERS, strict=True):
            drafts.answer(
                project=self.project, remark=remark.pk, kind=kind, words=words, by=self.designer
            )

    def second(self, days: int) -> None:
        """Hand in the second version, with the remarks answered."""
        self.file("facade", "scene", "南立面勒脚节点（虚构）", facade(insulated=True))
        self.file("public", "drawing", "总平面加坡道（虚构）", ground(ramp=True))
        self.drop_first("public")
        self.answer()
        self.submit("补勒脚节点，东入口加坡道，其余未动。", days)

    def drop_first(self, part: str) -> None:
        """Take the older file of a part out of the version that is being made."""
        files = Review.objects.get(project=self.project).designs.get(at=None).files
        drafts.drop_file(
            project=self.project, pk=files.filter(part=part).earliest("id").pk, by=self.designer
        )

    def _version(self) -> int:
        return Review.objects.get(project=self.project).version


def review_designs(projects: list[Project], *, people: dict[Role, Person], today: date) -> None:
    """Bring the designs of some projects into every state that a review can have."""
    early = [one for one in projects if one.estate.stage in (Stage.RESERVE, Stage.PLAN)]
    shown = [Reviewing(one, people, today) for one in early[:SHOWN]]
    passed, again, second, returned, first, late = shown
    for one in (passed, again, second, returned):
        one.first(60)
        one.remarks(REMARKS)
        one.opinion("return", "方案方向可行，节点和无障碍须补齐；三条意见一次性提出。", 52)
    for one in (passed, again, second):
        one.second(40 if one is not second else 6)
    for one in (passed, again):
        one.opinion("pass", "意见已落实，可以公示。", 33)
    again.file("facade", "scene", "外立面换色（虚构）", facade("#c8cdb0", insulated=True))
    again.submit("居民议事会改选浅绿色外墙，其余不变。", 5)
    first.first(2)
    first.remarks(REMARKS[:2])
    late.first(30)
