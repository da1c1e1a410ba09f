"""What moves a review on: a version is handed in, an opinion is given with all its remarks."""

from datetime import date
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.applications.clocks import due_on
from jiugai.apps.projects.models import (
    Answer,
    Design,
    Hand,
    Notice,
    Opinion,
    Project,
    Remark,
    Review,
)
from jiugai.apps.projects.review import proof
from jiugai.apps.projects.review.clauses import clause_of_review
from jiugai.apps.projects.review.drafts import copy_files
from jiugai.apps.projects.review.locking import (
    check_hand,
    in_the_making,
    lock_review,
    submitted,
    touch,
)
from jiugai.apps.projects.today.notices import holders, notify
from jiugai.apps.registry.models import Clock
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import listed

#: Whose clock runs in whose hands, and who is told when it comes there.
CLOCKS: Final = {Hand.DESIGNER: Clock.DESIGN, Hand.PLANNER: Clock.REVIEW}
SITTING: Final = {
    Hand.DESIGNER: Permission.SUBMIT_DESIGN,
    Hand.PLANNER: Permission.REVIEW_DESIGN,
    Hand.PASSED: Permission.SUBMIT_DESIGN,
}


@transaction.atomic
def submit(*, project: Project, words: str, version: int, by: Person, on: date) -> Design:
    """Hand in the version that was put together, with the answers to all remarks.

    A version after one that passed opens the review again: the conclusion holds no longer, and
    what rested on it is withdrawn. Raises Refusal if something lacks.
    """
    review = lock_review(project, version)
    check_hand(review, Hand.DESIGNER, Hand.PASSED)
    before = submitted(review)
    design = in_the_making(review)
    changed = changed_parts(design, before) if design is not None else []
    if design is None or not design.files.exists():
        design = _unchanged(review, before)
    _check(review, design, before, words, changed)
    was_passed = review.hand == Hand.PASSED
    Answer.objects.filter(remark__review=review, design=None).update(design=design)
    design.words, design.changed, design.reopens = words.strip(), changed, was_passed
    design.by, design.on, design.at = by, on, timezone.now()
    design.save()
    if was_passed:
        proof.take_back(review.project, by=by, on=on)
    _move(review, Hand.PLANNER, by, on)
    record(
        Action.DESIGN_SUBMITTED,
        review,
        by=by,
        reason=design.words[:300],
        design=design.number,
        changed=changed,
        reopens=was_passed,
        files=[one.document.sha256 for one in design.files.select_related("document")],
    )
    _tell(review, Notice.Kind.ARRIVED, f"design {design.pk}", by=by, on=on)
    return design


def changed_parts(design: Design, before: Design | None) -> list[str]:
    """Return the parts whose files are other ones than in the version before."""
    now = _files_of(design)
    then = _files_of(before) if before is not None else {}
    return [part for part in sorted({*now, *then}) if now.get(part) != then.get(part)]


def _files_of(design: Design) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for one in design.files.select_related("document"):
        found.setdefault(one.part, set()).add((one.kind, one.document.sha256))
    return found


def _unchanged(review: Review, before: Design | None) -> Design:
    """Return a version with the files of the last, where answers say why nothing changes."""
    if before is None:
        raise Refusal(_("请先上传设计文件，再提交。"))
    if (emptied := in_the_making(review)) is not None:
        raise Refusal(_("{design}里没有文件；请先上传设计文件，再提交。").format(design=emptied))
    if review.hand == Hand.PASSED:
        raise Refusal(_("方案已审查合格，没有改动，不用再提交。"))
    made = Design.objects.create(review=review, division=review.division, number=before.number + 1)
    copy_files(before, made)
    return made


def _check(
    review: Review, design: Design, before: Design | None, words: str, changed: list[str]
) -> None:
    if not words.strip():
        raise Refusal(_("请写明方案要点，或者这一版改了什么。"))
    if before is not None and review.hand == Hand.PASSED and not changed:
        raise Refusal(_("方案已审查合格，文件没有改动，不用再提交。"))
    open_ones = unanswered(review)
    if open_ones:
        raise Refusal(
            _("还有意见没有答复：{remarks}。请逐条答复后再提交。").format(
                remarks=listed((str(one) for one in open_ones), "；")
            )
        )


def unanswered(review: Review) -> list[Remark]:
    """Return the remarks that were given and not answered yet."""
    return list(review.remarks.filter(opinion__isnull=False, answer=None))


@transaction.atomic
def hand_over(
    *, project: Project, verdict: str, words: str, version: int, by: Person, on: date
) -> Opinion:
    """Give an opinion on the version in hand, with every remark that was prepared, at once.

    A version that passes becomes evidence of the gates that ask for it. Raises Refusal if the
    verdict and the remarks do not fit, or for one's own design.
    """
    review = lock_review(project, version)
    check_hand(review, Hand.PLANNER)
    design = submitted(review)
    if design is None:  # in the planner's hands there is one
        raise Refusal(_("还没有提交的设计方案。"))
    drafts = list(review.remarks.filter(opinion=None))
    _check_verdict(verdict, words, drafts, design, by)
    clause = clause_of_review(review.division, on)
    opinion = Opinion.objects.create(
        review=review,
        division=review.division,
        design=design,
        verdict=verdict,
        words=words.strip(),
        by=by,
        on=on,
        due_on=review.due_on,
        document=clause.document if clause else "",
        clause=clause.number if clause else "",
    )
    Remark.objects.filter(pk__in=[one.pk for one in drafts]).update(opinion=opinion)
    passes = verdict == Opinion.Outcome.PASS
    _move(review, Hand.PASSED if passes else Hand.DESIGNER, by, on)
    record(
        Action.DESIGN_PASSED if passes else Action.REMARKS_HANDED,
        review,
        by=by,
        reason=opinion.words[:300],
        design=design.number,
        verdict=verdict,
        remarks=len(drafts),
    )
    proof.give(review, opinion, by=by, on=on)
    kind = Notice.Kind.PASSED if passes else Notice.Kind.RETURNED
    _tell(review, kind, f"opinion {opinion.pk}", words=opinion.words, by=by, on=on)
    return opinion


def _check_verdict(
    verdict: str, words: str, drafts: list[Remark], design: Design, by: Person
) -> None:
    musts = [one for one in drafts if one.weight == Remark.Weight.MUST]
    if by == design.by:
        raise Refusal(_("这一版是您自己提交的，请另一位责任规划师审查。"))
    if not words.strip():
        raise Refusal(_("请写明总体意见。"))
    if verdict == Opinion.Outcome.PASS and musts:
        raise Refusal(
            _("有 {count} 条意见须修改，不能审查合格；请退回，或者把它们改为建议。").format(
                count=len(musts)
            )
        )
    if verdict == Opinion.Outcome.RETURN and not musts:
        raise Refusal(_("退回要至少写一条“须修改”的意见，让设计方知道改什么。"))


def _move(review: Review, hand: Hand, by: Person, on: date) -> None:
    clock = CLOCKS.get(hand)
    review.hand, review.since, review.told_late = hand, on, False
    review.due_on = due_on(clock, review.division, on) if clock is not None else None
    touch(review, by)


def _tell(
    review: Review, kind: Notice.Kind, key: str, *, by: Person, on: date, words: str = ""
) -> None:
    people = set(holders(SITTING[Hand(review.hand)], review.division, on)) - {by}
    notify(
        people,
        kind=kind,
        about=str(review),
        address=review.get_absolute_url(),
        key=key,
        words=words,
        due_on=review.due_on,
    )
