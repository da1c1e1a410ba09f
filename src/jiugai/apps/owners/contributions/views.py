"""Pages of contributions: estates with their sums, one estate's account."""

from typing import Any

from django.db.models import Count, F, Max, Q, Sum
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.rows import within
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.owners.contributions import forms, services
from jiugai.apps.owners.contributions.export import export_contributions
from jiugai.apps.owners.contributions.sums import account_of
from jiugai.apps.owners.listing import list_context
from jiugai.apps.owners.models import Contribution
from jiugai.apps.participation.addresses import household_at
from jiugai.apps.registry.models import Estate, Household
from jiugai.kernel.errors import Refusal


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the estates whose residents gave something, with their sums."""
    context = list_context(request, [("", "")], _find)
    return render(request, "owners/contributions.html", context)


def _find(said: dict[str, str]) -> Any:
    found = Estate.objects.filter(retired_on=None, contributions__isnull=False)
    for word in said["words"].split():
        found = found.filter(Q(name__icontains=word) | Q(initials__icontains=word))
    if said["division"]:
        found = found.filter(within(said["division"]))
    return found.annotate(
        cents=Sum("contributions__worth_cents"),
        entries=Count("contributions"),
        last_on=Max("contributions__given_on"),
    ).order_by(F("cents").desc(), "id")


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what the residents of an estate gave."""
    return show(request, get_object_or_404(Estate, pk=pk))


@require_POST
@permitted(Permission.KEEP_CONTRIBUTIONS)
def give(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what was given."""
    estate = get_object_or_404(Estate, pk=pk)
    form = forms.GiveForm(request.POST, request.FILES, estate=estate)
    if not form.is_valid():
        return show(request, estate, status=422, giving=form)
    try:
        _give(request, estate, form)
    except Refusal as refusal:
        return show(request, estate, status=422, giving=form, refusal=refusal)
    return redirect("owners:estate_contributions", pk)


def _may_keep(request: StaffRequest, estate: Estate) -> bool:
    return request.viewer.may(Permission.KEEP_CONTRIBUTIONS, division=estate.division)


def _give(request: StaffRequest, estate: Estate, form: forms.GiveForm) -> Contribution:
    said = dict(form.cleaned_data)
    where = {name: said.pop(name) for name in ("building", "unit_name", "door")}
    file = said.pop("file")
    said["worth_cents"] = forms.cents_of(said.pop("yuan"))
    said["household"] = _household(estate, where)
    return services.give(
        estate=estate, said=said, by=request.user, on=timezone.localdate(), file=file
    )


def _household(estate: Estate, where: dict[str, Any]) -> Household | None:
    door = where["door"].strip()
    if not door and where["building"] is None:
        return None
    if not door or where["building"] is None:
        raise Refusal(_("记在一户名下要写楼栋和户号；全体业主的都不填。"))
    found = household_at(
        estate, building=str(where["building"]), unit=where["unit_name"], door=door
    )
    if found is None:
        raise Refusal(_("小区里没有这一户；请核对楼栋、单元、户号。"))
    return found


def show(request: StaffRequest, estate: Estate, *, status: int = 200, **more: Any) -> HttpResponse:
    """Answer with the account of an estate; `more` holds a form that was refused, and why."""
    today = timezone.localdate()
    context: dict[str, Any] = {
        "estate": estate,
        "account": account_of(estate),
        "may_keep": _may_keep(request, estate),
        "may_export": request.viewer.may(Permission.EXPORT_REGISTER, division=estate.division),
        "parting": forms.PartForm(),
    }
    if "giving" not in more:
        more["giving"] = forms.GiveForm(estate=estate, initial={"given_on": today})
    return render(request, "owners/estate_contributions.html", context | more, status=status)


@require_POST
@permitted(Permission.KEEP_CONTRIBUTIONS)
def set_part(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what residents are to bear."""
    estate = get_object_or_404(Estate, pk=pk)
    form = forms.PartForm(request.POST, request.FILES)
    if not form.is_valid():
        return show(request, estate, status=422, parting=form)
    said = form.cleaned_data
    services.set_part(
        estate=estate,
        cents=forms.cents_of(said["yuan"]),
        words=said["words"],
        by=request.user,
        on=timezone.localdate(),
        file=said["file"],
    )
    return redirect("owners:estate_contributions", pk)


@require_POST
@permitted(Permission.KEEP_CONTRIBUTIONS)
def take_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Take an entry back by another one."""
    given = get_object_or_404(Contribution.objects.select_related("estate"), pk=pk)
    form = forms.TakeBackForm(request.POST)
    taking = {"taken": pk, "why": request.POST.get("why", "")}
    if not form.is_valid():
        refusal = _("请写明冲销的原因，不超过 300 字。")
        return show(request, given.estate, status=422, refusal=refusal, **taking)
    try:
        services.take_back(pk=pk, **form.cleaned_data, by=request.user, on=timezone.localdate())
    except Refusal as refused:
        return show(request, given.estate, status=422, refusal=refused, **taking)
    return redirect("owners:estate_contributions", given.estate_id)


@require_POST
@permitted(Permission.EXPORT_REGISTER)
def export(request: StaffRequest, pk: int) -> HttpResponseBase:
    """Give the account of an estate as a workbook."""
    estate = get_object_or_404(Estate, pk=pk)
    file = export_contributions(estate, by=request.user, at=timezone.localtime())
    return FileResponse(file, as_attachment=True, filename=f"contributions-{estate.pk}.xlsx")
