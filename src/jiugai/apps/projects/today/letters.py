"""Send the letters that wait, by the worker; a letter that was begun is never begun again."""

import logging
from collections.abc import Callable
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.projects.models import Notice

LOG = logging.getLogger(__name__)
WAITING = Notice.Mail.WAITING


def send_waiting(*, is_stopping: Callable[[], bool] = lambda: False) -> int:
    """Send what waits, one after the other; return how many letters were taken.

    Where the server does not answer nothing is begun, and all of it waits on.
    """
    if not Notice.objects.filter(mail=WAITING).exists():
        return 0
    server = get_connection()
    try:
        server.open()
    except (OSError, SMTPException) as error:
        LOG.warning("The mail server does not answer; letters wait: %s", error)
        return 0
    sent = 0
    try:
        while not is_stopping() and (notice := _begin()) is not None:
            sent += _send(notice, server)
    finally:
        server.close()
    return sent


def _begin() -> Notice | None:
    """Return the letter that waits longest, marked as begun in a transaction of its own.

    Who dies after this leaves a letter that may have gone out, and that nobody sends again.
    """
    with transaction.atomic():
        waiting = Notice.objects.select_for_update(skip_locked=True, of=("self",))
        notice = waiting.select_related("person").filter(mail=WAITING).order_by("id").first()
        if notice is not None:
            notice.mail = Notice.Mail.SENDING
            notice.save(update_fields=["mail"])
    return notice


def _send(notice: Notice, server: Any) -> bool:
    try:
        letter_of(notice, server).send()
    except (OSError, SMTPException) as error:
        LOG.warning("Letter %s was not taken: %s", notice.pk, error)
        notice.mail = Notice.Mail.FAILED
    else:
        notice.mail = Notice.Mail.SENT
    notice.save(update_fields=["mail"])
    return notice.mail == Notice.Mail.SENT


def letter_of(notice: Notice, server: Any = None) -> EmailMessage:
    """Return a notice as a letter: what happened, until when, and where it is done."""
    subject = " ".join(f"{notice.get_kind_display()}：{notice.about}".split())
    lines = [
        _("{person}，您好：").format(person=notice.person),
        f"{notice.about}　{notice.get_kind_display()}",
        notice.words,
        _("办理期限：{day}").format(day=notice.due_on) if notice.due_on else "",
        f"{settings.SITE_ADDRESS}{notice.address}",
        _("这封信由系统发出，不用回复。"),
    ]
    body = "\n\n".join(line for line in lines if line)
    return EmailMessage(subject, body, to=[notice.person.email], connection=server)
