"""What is asked about reviews: one with everything, two versions side by side, many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q, QuerySet

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.projects.models import (
    Answer,
    Design,
    DesignFile,
    Hand,
    Opinion,
    Part,
    Project,
    Remark,
    Review,
)
from jiugai.apps.projects.review.clauses import clause_at_once, clause_of_review
from jiugai.apps.projects.review.locking import in_the_making
from jiugai.apps.registry.workdays import own_days, working_days_between
from jiugai.kernel.source import Clause

PAGE: Final = 50
#: Who acts on a review in whose hands.
SITTING: Final = {
    Hand.DESIGNER: Permission.SUBMIT_DESIGN,
    Hand.PLANNER: Permission.REVIEW_DESIGN,
}


@dataclass(frozen=True, slots=True)
class Round:
    """A version with its files by part, the opinion on it and its remarks with answers."""

    design: Design
    parts: Sequence[tuple[Part, Sequence[DesignFile]]]
    opinion: Opinion | None
    remarks: Sequence[Remark]

    @property
    def changed(self) -> list[Part]:
        """Return the parts that differ from the version before."""
        return [Part(one) for one in self.design.changed if one in Part.values]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """All that the page of a review shows in one look."""

    review: Review | None
    hand: Hand
    current: Round | None  # the latest version that was handed in
    making: Round | None
    earlier: Sequence[Round]
    drafts: Sequence[Remark]
    unanswered: Sequence[Remark]
    left: int | None
    clause: Clause | None
    at_once: Clause | None

    @property
    def rounds(self) -> list[Round]:
        """Return the versions that were handed in, the latest first."""
        return [*([self.current] if self.current else []), *self.earlier]


def review_page(project: Project, *, on: date) -> ReviewPage:
    """Return everything about the review of a project; a project without one has an empty one."""
    clauses = clause_of_review(project.division, on), clause_at_once(project.division, on)
    review = Review.objects.filter(project=project).first()
    if review is None:
        return ReviewPage(None, Hand.DESIGNER, None, None, (), (), (), None, *clauses)
    review.project = project
    rounds = rounds_of(review)
    making = in_the_making(review)
    remarks = review.remarks.select_related("by", "former", "former__design")
    return ReviewPage(
        review,
        Hand(review.hand),
        rounds[0] if rounds else None,
        _round(making, [], None) if making is not None else None,
        rounds[1:],
        list(remarks.filter(opinion=None)),
        list(remarks.filter(opinion__isnull=False, answer=None).select_related("design")),
        _left(review, on),
        *clauses,
    )


def rounds_of(review: Review) -> list[Round]:
    """Return the versions of a review that were handed in, the latest first."""
    opinions = {one.design_id: one for one in review.opinions.select_related("by")}
    given = review.remarks.filter(opinion__isnull=False).select_related(
        "by", "former", "former__design", "answer__by", "answer__design"
    )
    remarks: dict[int, list[Remark]] = {}
    for one in given:
        remarks.setdefault(one.design_id, []).append(one)
    designs = review.designs.filter(at__isnull=False).select_related("by").order_by("-number")
    return [_round(one, remarks.get(one.pk, []), opinions.get(one.pk)) for one in designs]


def _round(design: Design, remarks: Sequence[Remark], opinion: Opinion | None) -> Round:
    return Round(design, list(_by_part(design)), opinion, remarks)


def _by_part(design: Design) -> Iterator[tuple[Part, list[DesignFile]]]:
    files = list(design.files.select_related("document"))
    for part in Part:
        if own := [one for one in files if one.part == part]:
            yield part, own


def _left(review: Review, on: date) -> int | None:
    if review.due_on is None:
        return None
    return working_days_between(on, review.due_on, own_days(review.division))


@dataclass(frozen=True, slots=True)
class PartBeside:
    """A part of two versions, one beside the other."""

    part: Part
    left: Sequence[DesignFile]
    right: Sequence[DesignFile]
    remarks: Sequence[Remark]  # on the left version, with their answers

    @property
    def is_changed(self) -> bool:
        """Return whether the files are other ones."""
        return {(one.kind, one.document.sha256) for one in self.left} != {
            (one.kind, one.document.sha256) for one in self.right
        }


def side_by_side(left: Round, right: Round) -> list[PartBeside]:
    """Return the parts of two versions, those that either has or that were remarked on."""
    then, now = dict(left.parts), dict(right.parts)
    found = [
        PartBeside(
            part,
            then.get(part, ()),
            now.get(part, ()),
            [one for one in left.remarks if one.part == part],
        )
        for part in Part
    ]
    return [one for one in found if one.left or one.right or one.remarks]


def answers_in_the_making(review: Review | None) -> dict[int, Answer]:
    """Return the answers that were written and not handed in yet, by remark."""
    if review is None:
        return {}
    found = Answer.objects.filter(remark__review=review, design=None)
    return {one.remark_id: one for one in found}


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for among reviews; empty means anything."""

    words: str = ""
    hand: str = ""
    overdue: bool = False


def find_reviews(sought: Sought, *, on: date) -> QuerySet[Review]:
    """Return the reviews of open projects that fit, the latest first."""
    found = Review.objects.filter(project__closed_on=None).select_related("project__estate")
    if sought.hand:
        found = found.filter(hand=sought.hand)
    if sought.overdue:
        found = found.filter(due_on__lt=on)
    for word in sought.words.split():
        found = found.filter(
            Q(project__number__icontains=word)
            | Q(project__estate__name__icontains=word)
            | Q(project__estate__initials__icontains=word)
        )
    return found.order_by("-id")


def hands_of(viewer: Viewer) -> list[Hand]:
    """Return whose hands a viewer's are."""
    return [hand for hand, permission in SITTING.items() if viewer.may(permission)]


def waiting_for(viewer: Viewer) -> QuerySet[Review]:
    """Return the reviews of open projects that wait for a viewer."""
    found = Review.objects.filter(project__closed_on=None, hand__in=hands_of(viewer))
    return found.select_related("project__estate")
