"""An application while it is written: begun, saved, its documents; locked for who acts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.changes import values_of
from jiugai.apps.audit.services import record, record_change
from jiugai.apps.projects.models import OVER, Application, Attachment, Desk, Step
from jiugai.apps.projects.project.services import lock_estate, open_project_of
from jiugai.apps.registry.models import Document, Estate
from jiugai.apps.registry.services.documents import add_document
from jiugai.kernel.errors import Refusal

#: What the body that applies says.
SAID: Final = (
    "body",
    "body_name",
    "asked_on",
    "asked_how",
    "households",
    "answered",
    "agreeing",
    "items",
    "wishes",
)


class MovedMeanwhile(Refusal):
    """Somebody else acted on the application since it was looked at."""

    def __init__(self, application: Application, step: Step | None) -> None:
        where = application.get_desk_display()
        if step is None or step.after != application.desk:
            said = _("您打开之后，别人已改过这份申报；您填的内容还在，请对照现在的内容再办。")
        else:
            said = _(
                "您打开之后，{person}已办理“{verb}”，现在是“{where}”；"
                "您填的内容还在，请看过再决定。"
            ).format(person=step.by, verb=step.get_verb_display(), where=where)
        super().__init__(said)


@transaction.atomic
def begin(*, estate: Estate, by: Person, on: date) -> Application:
    """Begin an application for an estate; what the register knows stands in it already.

    Raises Refusal if one is open, or the estate has an open project.
    """
    locked = lock_estate(estate)
    if (other := open_application_of(locked)) is not None:
        raise Refusal(
            _("{estate}已有在办的申报（{where}），请在那份上办理。").format(
                estate=locked, where=other.get_desk_display()
            )
        )
    if (project := open_project_of(locked)) is not None:
        raise Refusal(
            _("{estate}已经立项（{number}），不用再申报。").format(
                estate=locked, number=project.number
            )
        )
    application = Application.objects.create(
        estate=locked,
        division=locked.division,
        households=locked.household_count,
        since=on,
        filed_by=by,
    )
    record(Action.APPLICATION_BEGUN, application, by=by)
    return application


@transaction.atomic
def save_draft(*, pk: int, version: int, values: Mapping[str, Any], by: Person) -> Application:
    """Keep what is typed in an application that lies with who applies.

    Raises Refusal once it was submitted, and MovedMeanwhile if somebody else saved it since.
    """
    application = lock(pk, version)
    _check_writable(application)
    before = values_of(application, SAID)
    for name in SAID:
        if name in values:
            setattr(application, name, values[name])
    if _more(application.agreeing, application.answered):
        raise Refusal(_("同意户数不能多于参与户数。"))
    application.version += 1
    application.save()
    record_change(
        Action.APPLICATION_EDITED,
        application,
        before=before,
        after=values_of(application, SAID),
        by=by,
    )
    return application


@transaction.atomic
def attach(*, pk: int, file: File[Any] | None, title: str, by: Person) -> Document:
    """Keep a document with the estate and attach it to the application.

    Raises Refusal if the file will not do, or the application does not lie with who applies.
    """
    application = lock(pk)
    _check_writable(application)
    document = add_document(estate=application.estate, file=file, title=title, by=by)
    Attachment.objects.create(
        application=application, document=document, division=application.division
    )
    record(Action.APPLICATION_ATTACHED, application, by=by, document=document.title)
    return document


@transaction.atomic
def detach(*, pk: int, document: int, by: Person) -> Application:
    """Take a document out of an application; the estate keeps it."""
    application = lock(pk)
    _check_writable(application)
    one = application.attachments.filter(document_id=document).first()
    if one is None:
        raise Refusal(_("这份材料已经不在申报里。"))
    title = one.document.title
    one.delete()
    record(Action.APPLICATION_DETACHED, application, by=by, document=title)
    return application


def lock(pk: int, version: int | None = None) -> Application:
    """Return an application locked for this transaction, as its reader saw it.

    Raises MovedMeanwhile if somebody changed it since that version.
    """
    application = Application.objects.select_for_update(of=("self",)).get(pk=pk)
    if version is not None and application.version != version:
        raise MovedMeanwhile(application, application.steps.order_by("-id").first())
    return application


def check_version(application: Application, seen: str) -> None:
    """Raise MovedMeanwhile if a page was shown before somebody changed the application."""
    if seen.isdecimal() and int(seen) != application.version:
        raise MovedMeanwhile(application, application.steps.order_by("-id").first())


def open_application_of(estate: Estate) -> Application | None:
    """Return the application of an estate that is not over."""
    return Application.objects.filter(estate=estate).exclude(desk__in=OVER).first()


def snapshot(application: Application) -> dict[str, Any]:
    """Return what is applied for, as the history keeps it."""
    said = {name: getattr(application, name) for name in SAID}
    said["asked_on"] = application.asked_on.isoformat() if application.asked_on else None
    said["documents"] = [
        {"title": one.document.title, "sha256": one.document.sha256}
        for one in application.attachments.select_related("document")
    ]
    return said


def check_complete(application: Application, *, on: date) -> None:
    """Raise Refusal naming what an application lacks before it can be submitted."""
    lacking = [words for is_missing, words in _checks(application, on) if is_missing]
    if lacking:
        raise Refusal(_("还不能提交：{what}").format(what=" ".join(lacking)))


def _checks(application: Application, on: date) -> list[tuple[bool, str]]:
    answered, agreeing = application.answered, application.agreeing
    asked_on, homes = application.asked_on, application.households
    return [
        (not application.body, _("请选择申请主体。")),
        (not application.body_name, _("请写明申请主体的名称。")),
        (asked_on is None, _("请写明哪天征求完居民意见。")),
        (asked_on is not None and asked_on > on, _("征求意见的截止日不能晚于今天。")),
        (answered is None or agreeing is None, _("请写明参与户数和同意户数。")),
        (_more(answered, homes), _("参与户数不能多于总户数。")),
        (_more(agreeing, answered), _("同意户数不能多于参与户数。")),
        (
            not application.items and not application.wishes.strip(),
            _("请选择要改造的内容，或写明居民诉求。"),
        ),
    ]


def _more(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one > other


def _check_writable(application: Application) -> None:
    if application.desk != Desk.APPLICANT:
        raise Refusal(
            _("申报已提交，现在是“{where}”；要修改，请先请对方退回或自行撤回。").format(
                where=application.get_desk_display()
            )
        )
