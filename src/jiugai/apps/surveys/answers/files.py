"""Pictures of answers: looked at, painted anew, kept under their digest."""

from __future__ import annotations

from typing import Any, Final

from django.core.files.base import File
from django.utils.translation import gettext as _

from jiugai.apps.registry.services.documents import Kept, keep_file
from jiugai.apps.surveys.models import Answer, AnswerFile, Submission
from jiugai.kernel.errors import Refusal

PICTURES: Final = frozenset({"image/png", "image/jpeg"})
LARGEST: Final = 10 * 2**20
MOST: Final = 100


def keep_picture(file: File[Any]) -> Kept:
    """Return a picture as it is kept; raises Refusal if it is none, or too large."""
    if file.size and file.size > LARGEST:
        raise Refusal(
            _("“{name}”超过 {n} MB，请缩小后再交。").format(name=file.name, n=LARGEST // 2**20)
        )
    kept = keep_file(file)
    if kept.kind not in PICTURES:
        raise Refusal(_("“{name}”不是照片；请交 JPEG 或 PNG。").format(name=file.name))
    return kept


def attach(kept: Kept, *, said: str, to: Answer | Submission) -> AnswerFile:
    """Let a picture belong to an answer, or to what a collector handed in, under a name."""
    found, _is_new = AnswerFile.objects.update_or_create(
        answer=to if isinstance(to, Answer) else None,
        submission=to if isinstance(to, Submission) else None,
        said=said,
        defaults={
            "division": to.division,
            "household": to.household,
            "kind": kept.kind,
            "sha256": kept.sha256,
            "size": kept.size,
        },
    )
    return found
