"""Fill in facts of an estate, a building or an idle resource; keep its documents."""

from typing import Any

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.pace import paced
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.forms.facts import FactsForm
from jiugai.apps.registry.models import Building, Document, Estate, Resource
from jiugai.apps.registry.services.documents import add_document, path_of
from jiugai.apps.registry.services.edit import ChangedMeanwhile, Unfit, set_facts
from jiugai.apps.registry.views import estate as estate_views
from jiugai.kernel.errors import Refusal


@require_http_methods(["GET", "POST"])
@permitted(Permission.EDIT_REGISTER)
def estate(request: StaffRequest, pk: int) -> HttpResponse:
    """Fill in what is known of an estate."""
    thing = get_object_or_404(Estate, pk=pk, retired_on=None)
    return _edit(request, thing, reverse("registry:estate", args=[pk]))


@require_http_methods(["GET", "POST"])
@permitted(Permission.EDIT_REGISTER)
def building(request: StaffRequest, pk: int) -> HttpResponse:
    """Fill in what is known of a building."""
    thing = get_object_or_404(Building.objects.select_related("estate"), pk=pk)
    return _edit(request, thing, reverse("registry:building", args=[pk]))


@require_http_methods(["GET", "POST"])
@permitted(Permission.EDIT_REGISTER)
def resource(request: StaffRequest, pk: int) -> HttpResponse:
    """Fill in what is known of an idle resource."""
    thing = get_object_or_404(Resource.objects.select_related("estate"), pk=pk)
    return _edit(request, thing, reverse("registry:resource", args=[pk]))


def _edit(request: StaffRequest, thing: Estate | Building | Resource, back: str) -> HttpResponse:
    form = FactsForm(
        request.POST or None,
        subject=thing.subject,
        facts=thing.facts,
        version=thing.version,
        focus=request.GET.get("fact", ""),
    )
    context: dict[str, Any] = {"form": form, "thing": thing, "back": back}
    if request.method != "POST":
        return render(request, "registry/edit.html", context)
    if not form.is_valid():
        context["refusal"] = _("有内容不合要求，请按提示改正；其余内容都还在。")
        return render(request, "registry/edit.html", context, status=422)
    try:
        set_facts(
            thing,
            form.changes,
            version=form.cleaned_data["version"],
            reason=form.cleaned_data["reason"],
            by=request.user,
            on=timezone.localdate(),
        )
    except Refusal as refusal:
        _explain(form, refusal, thing.version)
        context["refusal"] = refusal
        return render(request, "registry/edit.html", context, status=422)
    return redirect(back)


def _explain(form: FactsForm, refusal: Refusal, version: int) -> None:
    """Say at each field what is wrong with it, or what somebody else wrote there meanwhile."""
    if isinstance(refusal, Unfit):
        for name, problem in refusal.problems.items():
            form.add_error(name if name in form.fields else None, problem)
    if isinstance(refusal, ChangedMeanwhile):
        # What was typed stays; the version is the newest, so that a second look saves it.
        form.data = {**form.data, "version": str(version)}
        form.say_now(refusal.now)


@require_POST
@permitted(Permission.EDIT_REGISTER)
@paced("upload", most=60)
def upload(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep a document with an estate."""
    thing = get_object_or_404(Estate, pk=pk, retired_on=None)
    try:
        add_document(
            estate=thing,
            file=request.FILES.get("file"),
            title=request.POST.get("title", ""),
            by=request.user,
        )
    except Refusal as refusal:
        return estate_views.show(request, pk, refusal=refusal, status=422)
    return redirect(f"{thing.get_absolute_url()}#documents")


@require_GET
@permitted(Permission.VIEW_REGISTER)
def download(request: StaffRequest, pk: int) -> FileResponse:
    """Hand out a document of an estate that the person may see."""
    document = get_object_or_404(Document, pk=pk)
    return FileResponse(
        default_storage.open(path_of(document.sha256)),
        as_attachment=True,
        filename=document.name,
        content_type=document.kind,
        headers={"X-Content-Type-Options": "nosniff"},
    )
