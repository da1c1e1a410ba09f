"""What is put together before it is handed over: files and answers, and the planner's remarks."""

from __future__ import annotations

from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.models import (
    Answer,
    Design,
    DesignFile,
    Hand,
    Part,
    Project,
    Remark,
    Review,
)
from jiugai.apps.projects.review.locking import (
    check_hand,
    in_the_making,
    lock_review,
    submitted,
    touch,
)
from jiugai.apps.registry.services.documents import add_document
from jiugai.kernel.errors import Refusal


@transaction.atomic
def add_file(
    *, project: Project, part: str, kind: str, title: str, file: File[Any] | None, by: Person
) -> DesignFile:
    """Put a file into the version that is being made; the first one begins it.

    Raises Refusal while the planner reads, or if the file will not do.
    """
    review = lock_review(project)
    check_hand(review, Hand.DESIGNER, Hand.PASSED)
    design = _making(review)
    document = add_document(estate=review.project.estate, file=file, title=title, by=by)
    made = DesignFile.objects.create(
        design=design, division=review.division, part=part, kind=kind, document=document
    )
    touch(review, by)
    record(
        Action.DESIGN_FILE_ADDED,
        review,
        by=by,
        design=design.number,
        part=part,
        document=document.title,
        sha256=document.sha256,
    )
    return made


@transaction.atomic
def drop_file(*, project: Project, pk: int, by: Person) -> Review:
    """Take a file out of the version that is being made; versions handed in keep theirs."""
    review = lock_review(project)
    check_hand(review, Hand.DESIGNER, Hand.PASSED)
    design = in_the_making(review) or _begun_for(review, pk)
    found = design.files.filter(pk=pk).first() or _copy_of(design, pk)
    if found is None:
        raise Refusal(_("这个文件已经不在正在准备的版本里。"))
    title = found.document.title
    found.delete()
    touch(review, by)
    record(Action.DESIGN_FILE_DROPPED, review, by=by, design=design.number, document=title)
    return review


def _begun_for(review: Review, file: int) -> Design:
    """Begin a version because a file of the former one is to go."""
    before = submitted(review)
    if before is None or not before.files.filter(pk=file).exists():
        raise Refusal(_("这个文件已经不在正在准备的版本里。"))
    return _making(review)


def _copy_of(design: Design, file: int) -> DesignFile | None:
    """Return the copy in a version of a file that stands in the version before."""
    before = DesignFile.objects.filter(pk=file, design__review=design.review_id).first()
    if before is None:
        return None
    return design.files.filter(document=before.document_id, part=before.part).first()


def _making(review: Review) -> Design:
    """Return the version that is being made; a new one begins with the files of the last."""
    if (found := in_the_making(review)) is not None:
        return found
    before = submitted(review)
    design = Design.objects.create(
        review=review,
        division=review.division,
        number=before.number + 1 if before else 1,
    )
    if before is not None:
        copy_files(before, design)
    return design


def copy_files(before: Design, design: Design) -> None:
    """Let a version begin with the files of another; what they hold is kept once."""
    DesignFile.objects.bulk_create(
        DesignFile(
            design=design,
            division=design.division,
            part=one.part,
            kind=one.kind,
            document_id=one.document_id,
        )
        for one in before.files.all()
    )


@transaction.atomic
def answer(*, project: Project, remark: int, kind: str, words: str, by: Person) -> Answer:
    """Answer a remark; the answer can be changed until the next version is handed in.

    Raises Refusal without words, or once it was handed in.
    """
    review = lock_review(project)
    check_hand(review, Hand.DESIGNER, Hand.PASSED)
    found = review.remarks.filter(pk=remark, opinion__isnull=False).first()
    if found is None:
        raise Refusal(_("没有这条意见，请刷新页面。"))
    if not words.strip():
        raise Refusal(_("请写明怎样修改，或者为什么不改。"))
    given = Answer.objects.filter(remark=found).first()
    if given is not None and given.design_id is not None:
        raise Refusal(_("这条意见已随{design}答复，不能再改。").format(design=given.design))
    made = given or Answer(remark=found, division=review.division)
    made.kind, made.words, made.by = kind, words.strip(), by
    made.save()
    touch(review, by)
    return made


@transaction.atomic
def add_remark(
    *, project: Project, part: str, weight: str, words: str, former: int | None, by: Person
) -> Remark:
    """Write a remark for the opinion that is being prepared; nobody else reads it yet.

    All remarks come at once: in later rounds a remark follows a former one, or is about a part
    whose files changed. Raises Refusal otherwise, or if the planner's turn is over.
    """
    review = lock_review(project)
    check_hand(review, Hand.PLANNER)
    design = submitted(review)
    if design is None:  # in the planner's hands there is one
        raise Refusal(_("还没有提交的设计方案。"))
    if not words.strip():
        raise Refusal(_("请写明意见。"))
    followed = _followed(review, former)
    if design.number > 1 and followed is None and part not in design.changed:
        raise Refusal(
            _(
                "“{part}”在{design}里没有改动。意见要一次性提出：以后各轮只能针对改动的部位，"
                "或者接着某一条原意见；请改选部位，或者选“接着哪条意见”。"
            ).format(part=Part(part).label, design=design)
        )
    touch(review, by)
    return Remark.objects.create(
        review=review,
        division=review.division,
        design=design,
        part=followed.part if followed else part,
        weight=weight,
        words=words.strip(),
        former=followed,
        by=by,
    )


def _followed(review: Review, former: int | None) -> Remark | None:
    if former is None:
        return None
    found = review.remarks.filter(pk=former, opinion__isnull=False).first()
    if found is None:
        raise Refusal(_("接着的那条意见不在这次审查里，请重新选择。"))
    return found


@transaction.atomic
def drop_remark(*, project: Project, pk: int, by: Person) -> Review:
    """Take a remark out of the opinion that is being prepared; what was given stays."""
    review = lock_review(project)
    check_hand(review, Hand.PLANNER)
    found = review.remarks.filter(pk=pk, opinion=None).first()
    if found is None:
        raise Refusal(_("这条意见已经给出或者已去掉，不能再去掉。"))
    found.delete()
    touch(review, by)
    return review
