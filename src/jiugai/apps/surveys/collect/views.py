"""The addresses that collectors ask: list of forms, form, manifest, flats, submission."""

from __future__ import annotations

import base64
import binascii
import csv
import hashlib
import io
from collections.abc import Callable
from email.utils import format_datetime
from functools import wraps
from typing import Any, Final
from xml.sax.saxutils import escape

from django.contrib.auth.decorators import login_not_required
from django.core.files.base import File
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.api.door import let_in
from jiugai.apps.registry.api.problem import Turned
from jiugai.apps.registry.models import ApiScope, ApiToken, Household
from jiugai.apps.surveys.collect.services import submit
from jiugai.apps.surveys.collect.submission import read_instance
from jiugai.apps.surveys.collect.xform import HOMES, form_id
from jiugai.apps.surveys.models import Survey, Version
from jiugai.kernel.errors import Refusal

LARGEST: Final = 20 * 2**20
XML: Final = "text/xml; charset=utf-8"
_RESPONSE: Final = (
    '<OpenRosaResponse xmlns="http://openrosa.org/http/response">'
    '<message nature="{}">{}</message></OpenRosaResponse>'
)
_LIST: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<{0} xmlns="http://openrosa.org/xforms/{1}">'
)
#: The part of a submission that holds the answers.
INSTANCE: Final = "xml_submission_file"
View = Callable[..., HttpResponse]


def for_collectors(view: View) -> View:
    """Let in who brings a token of its own as password, and only into its division."""

    @csrf_exempt
    @login_not_required
    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            division, person = _known(request)
        except Turned as turned:
            return _turned(turned)
        with scope(division):
            response = view(request, person, *args, **kwargs)
            if response.status_code >= 400:
                transaction.set_rollback(True)
        return _spoken(response)

    return inside


def _known(request: HttpRequest) -> tuple[str, Person]:
    name, key = _credentials(request)
    caller = let_in(key, ApiScope.COLLECT)
    person = ApiToken.objects.select_related("person").get(pk=caller.token or 0).person
    if person.username != name:
        raise Turned(_("用户名与令牌的持有人不符。"), status=401)
    return caller.division, person


def _credentials(request: HttpRequest) -> tuple[str, str]:
    kind, _blank, coded = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
    if kind.lower() == "basic":
        try:
            name, _colon, key = base64.b64decode(coded, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            name = key = ""
        if key:
            return name, key
    raise Turned(_("请在采集器里填用户名，密码处填“我的令牌”里的采集令牌。"), status=401)


def _turned(turned: Turned) -> HttpResponse:
    response = answered(str(turned), status=turned.status)
    if turned.status == 401:
        response["WWW-Authenticate"] = 'Basic realm="jiugai", charset="UTF-8"'
    return _spoken(response)


def _spoken(response: HttpResponse) -> HttpResponse:
    response["X-OpenRosa-Version"] = "1.0"
    response["X-OpenRosa-Accept-Content-Length"] = str(LARGEST)
    response["Date"] = format_datetime(timezone.now(), usegmt=False)
    response["Cache-Control"] = "no-store"
    return response


def answered(words: str, *, status: int) -> HttpResponse:
    """Return a sentence as collectors show it."""
    nature = "submit_success" if status < 300 else "error"
    return HttpResponse(_RESPONSE.format(nature, escape(words)), content_type=XML, status=status)


@require_http_methods(["GET", "HEAD"])
@for_collectors
def form_list(request: HttpRequest, _person: Person) -> HttpResponse:
    """List the forms of the surveys that take answers."""
    today = timezone.localdate()
    found = Survey.objects.filter(
        state=Survey.State.OPEN, opens_on__lte=today, closes_on__gte=today
    )
    lines = [_LIST.format("xforms", "xformsList")]
    for survey in found.select_related("estate").order_by("id"):
        version = survey.current
        if version is not None:
            lines.append(_listed(request, survey, version))
    return HttpResponse("\n".join([*lines, "</xforms>"]), content_type=XML)


def _listed(request: HttpRequest, survey: Survey, version: Version) -> str:
    address = request.build_absolute_uri
    digest = hashlib.md5(version.xform.encode(), usedforsecurity=False).hexdigest()
    form = address(reverse("surveys:xform", args=[survey.pk]))
    manifest = address(reverse("surveys:manifest", args=[survey.pk]))
    return (
        f"<xform><formID>{form_id(survey.pk)}</formID>"
        f"<name>{escape(f'{survey.estate} {survey.title}')}</name>"
        f"<version>{version.number}</version><hash>md5:{digest}</hash>"
        f"<downloadUrl>{escape(form)}</downloadUrl>"
        f"<manifestUrl>{escape(manifest)}</manifestUrl></xform>"
    )


@require_http_methods(["GET", "HEAD"])
@for_collectors
def xform(_request: HttpRequest, _person: Person, pk: int) -> HttpResponse:
    """Hand out the form of a survey."""
    return HttpResponse(_version(pk).xform, content_type=XML)


@require_http_methods(["GET", "HEAD"])
@for_collectors
def manifest(request: HttpRequest, _person: Person, pk: int) -> HttpResponse:
    """Say which files the form needs: the list of flats."""
    digest = hashlib.md5(_homes(_version(pk).survey), usedforsecurity=False).hexdigest()
    address = request.build_absolute_uri(reverse("surveys:flats", args=[pk]))
    text = (
        f"{_LIST.format('manifest', 'xformsManifest')}\n<mediaFile><filename>{HOMES}</filename>"
        f"<hash>md5:{digest}</hash><downloadUrl>{escape(address)}</downloadUrl></mediaFile>"
        "</manifest>"
    )
    return HttpResponse(text, content_type=XML)


@require_http_methods(["GET", "HEAD"])
@for_collectors
def flats(_request: HttpRequest, _person: Person, pk: int) -> HttpResponse:
    """Hand out the addresses of the flats, without anybody's name."""
    return HttpResponse(_homes(_version(pk).survey), content_type="text/csv; charset=utf-8")


@require_http_methods(["HEAD", "POST"])
@for_collectors
def submission(request: HttpRequest, person: Person) -> HttpResponse:
    """Say before sending what is taken, then take it."""
    if request.method == "HEAD":
        return HttpResponse(status=204)
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        words = _("一次最多交 {n} MB；照片请分几次交。").format(n=LARGEST // 2**20)
        return answered(words, status=413)
    files = {name: file for name, file in request.FILES.items() if isinstance(file, File)}
    instance = files.pop(INSTANCE, None)
    if instance is None:
        return answered(_("没有答卷（xml_submission_file）。"), status=400)
    pictures = {str(file.name): file for file in files.values()}
    try:
        submit(sent=read_instance(instance.read()), files=pictures, by=person, at=timezone.now())
    except Refusal as refusal:
        return answered(str(refusal), status=400)
    return answered(_("已收到。"), status=201)


def _version(pk: int) -> Version:
    found = Version.objects.filter(survey=pk).select_related("survey").order_by("-number").first()
    if found is None or found.survey.state != Survey.State.OPEN:
        raise Http404
    return found


def _homes(survey: Survey) -> bytes:
    found = Household.objects.filter(building__estate=survey.estate_id)
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow(("name", "label"))
    for one in found.select_related("building", "unit").order_by("building", "unit", "door"):
        lines.writerow((one.pk, f"{one.building} {one.unit or ''} {one.door}".replace("  ", " ")))
    return file.getvalue().encode()
