"""Open a sensitive value: only with the permission, within one's division, and with a reason."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models, transaction
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.seal import Sealed, SealedField
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.models import Line
from jiugai.apps.audit.services import record
from jiugai.kernel.division import covers
from jiugai.kernel.errors import Refusal

#: A reason has at least this many letters or characters, and not all the same.
SHORTEST_REASON: Final = 4


@dataclass(frozen=True, slots=True)
class SealedValue:
    """One sealed field of one thing."""

    thing: models.Model
    field: SealedField

    @property
    def masked(self) -> str:
        """Return what everybody may see."""
        return str(getattr(self.thing, self.field.attname) or "")

    @property
    def title(self) -> str:
        """Return the name of the field."""
        return str(self.field.verbose_name)

    @property
    def place(self) -> tuple[str, str, str]:
        """Return what names the value in an address: model, key, field."""
        return self.thing._meta.label_lower, str(self.thing.pk), self.field.name


def sealed_value(label: str, pk: str, name: str) -> SealedValue:
    """Return a sealed field of a thing; raises Http404 if there is none or it is not seen."""
    try:
        model = apps.get_model(label)
        field = model._meta.get_field(name)
    except (LookupError, ValueError, FieldDoesNotExist) as error:
        raise Http404 from error
    if not isinstance(field, SealedField):
        raise Http404
    return SealedValue(get_object_or_404(model, pk=pk), field)


def may_open(value: SealedValue, viewer: Viewer) -> bool:
    """Return whether somebody may open a value: by their role, and where the thing belongs."""
    if not viewer.may(Permission.OPEN_SENSITIVE) or viewer.division is None:
        return False
    return covers(viewer.division, _division(value.thing))


@transaction.atomic
def open_value(value: SealedValue, *, viewer: Viewer, reason: str) -> str:
    """Return the text of a sealed value, and write down who opened it and why.

    Raises Refusal without the permission or without a reason in words.
    """
    if not may_open(value, viewer):
        raise Refusal(_("您不能查看这项信息；如工作需要，请联系安全管理员授权。"))
    words = " ".join(reason.split())
    letters = {sign for sign in words if sign.isalpha()}
    if sum(sign.isalpha() for sign in words) < SHORTEST_REASON or len(letters) < 2:
        raise Refusal(_("请写明查看理由，不少于 4 个字，例如“电话通知入户时间”。"))
    text = getattr(value.thing, value.field.attname)
    if not isinstance(text, Sealed):
        raise Refusal(_("这一项还没有填写。"))
    record(
        Action.SENSITIVE_OPENED,
        value.thing,
        by=viewer.person,
        division=_division(value.thing),
        reason=words[:300],
        field=value.field.name,
    )
    in_words = getattr(value.thing, "opened_in_words", None)  # where it is no plain text
    return in_words(text.opened) if in_words else text.opened


def has_opened(thing: models.Model, viewer: Viewer, *, since: datetime) -> bool:
    """Return whether somebody opened something sealed of a thing since a moment, with a reason."""
    return Line.objects.filter(
        action=Action.SENSITIVE_OPENED,
        subject=thing._meta.label_lower,
        subject_id=str(thing.pk),
        by=viewer.person.pk,
        at__gte=since,
    ).exists()


def _division(thing: models.Model) -> str:
    return str(thing.division)  # type: ignore[attr-defined] # whatever has a sealed field has one
