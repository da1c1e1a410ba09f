"""A review locked for who acts on it: the estate first, as everywhere."""

from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.projects.models import Design, Hand, Project, Review
from jiugai.apps.projects.project.services import lock_estate
from jiugai.kernel.errors import Refusal


class ActedMeanwhile(Refusal):
    """Somebody else acted on the review since it was looked at."""

    def __init__(self, review: Review) -> None:
        said = _(
            "您打开之后，{person}办过这次审查，现在是“{where}”；您填的内容还在，请对照后再办。"
        )
        where = review.get_hand_display()
        super().__init__(said.format(person=review.acted_by or _("别人"), where=where))
        self.review = review


def lock_review(project: Project, version: int | None = None) -> Review:
    """Return the review of an open project, locked; a project without one gets it.

    Raises Refusal if the project is closed, and ActedMeanwhile if somebody changed the review
    since the version that was seen.
    """
    lock_estate(project.estate)
    found = Project.objects.select_related("estate").get(pk=project.pk)  # as it is under lock
    if found.closed_on is not None:
        raise Refusal(_("项目已结束，设计审查只供查阅。"))
    review = Review.objects.select_for_update(of=("self",)).filter(project=found).first()
    if review is None:
        review = Review.objects.create(
            project=found, division=found.division, since=found.opened_on
        )
    review.project = found
    if version is not None and version != review.version:
        raise ActedMeanwhile(review)
    return review


def touch(review: Review, by: Person) -> None:
    """Give a locked review a new version, so that others see that something changed."""
    review.version += 1
    review.acted_by = by
    review.save()


def submitted(review: Review) -> Design | None:
    """Return the latest version that was handed in."""
    return review.designs.filter(at__isnull=False).select_related("by").order_by("-number").first()


def in_the_making(review: Review) -> Design | None:
    """Return the version that the designer is putting together."""
    return review.designs.filter(at=None).first()


def check_hand(review: Review, *hands: Hand) -> None:
    """Raise Refusal if a review is not in the hands that act on it."""
    if review.hand in hands:
        return
    if review.hand == Hand.PLANNER:
        raise Refusal(_("责任规划师正在审查，意见会一次性给出；请等意见给出后再改。"))
    raise Refusal(
        _("现在是“{where}”，没有等责任规划师审查的版本。").format(where=review.get_hand_display())
    )
