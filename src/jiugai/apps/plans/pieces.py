"""What plans add to the pages of the texts: the way to try a change on the register."""

from collections.abc import Mapping
from typing import Any, Final, cast
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.plans.forms.trials import NUMBERS
from jiugai.apps.registry.law import law_for
from jiugai.kernel.errors import UsageError
from jiugai.policy.law import Law
from jiugai.policy.rule import Rule
from jiugai.policy.rulebook import Document, NumberEntry
from jiugai.policy.uses import numbers_named
from jiugai.web.pieces import POLICY_DOCUMENT, POLICY_NUMBER, POLICY_RULE, Piece


def _document(request: HttpRequest, document: Document) -> Mapping[str, Any] | None:
    law = _law(request)
    if law is None:
        return None
    is_bound = document.id in {one.id for one in law.documents}
    return _begin([("without" if is_bound else "adopt", document.id)])


def _rule(request: HttpRequest, rule: Rule) -> Mapping[str, Any] | None:
    law = _law(request)
    if law is None:
        return None
    numbers = sorted(numbers_named(rule.when) & law.numbers.keys())[:NUMBERS]
    return _begin([("number", id_) for id_ in numbers]) if numbers else None


def _number(request: HttpRequest, number: NumberEntry) -> Mapping[str, Any] | None:
    law = _law(request)
    return _begin([("number", number.id)]) if law and number.id in law.numbers else None


def _law(request: HttpRequest) -> Law | None:
    """Return the law that a viewer may try a change of; None for who may not try any."""
    viewer = cast(StaffRequest, request).viewer
    if not viewer.may(Permission.MAKE_PLANS):
        return None
    try:
        return law_for(viewer.division or "", timezone.localdate())
    except UsageError:
        return None


def _begin(asked: list[tuple[str, str]]) -> Mapping[str, Any]:
    return {"address": f"{reverse('plans:trials')}?{urlencode(asked)}"}


PIECES: Final = (
    Piece(POLICY_DOCUMENT, "plans/try_button.html", 10, _document),
    Piece(POLICY_RULE, "plans/try_button.html", 10, _rule),
    Piece(POLICY_NUMBER, "plans/try_button.html", 10, _number),
)
