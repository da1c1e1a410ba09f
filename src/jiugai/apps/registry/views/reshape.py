"""Rename, split or merge an estate, with a look at what would move before it does."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.forms.reshape import MergeForm, RenameForm, SplitForm
from jiugai.apps.registry.models import Estate
from jiugai.apps.registry.services import reshape
from jiugai.kernel.errors import Refusal

PAGE = "registry/reshape.html"


@require_GET
@permitted(Permission.RESHAPE_REGISTER)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the three ways of reshaping an estate."""
    return _show(request, _estate(pk))


@require_POST
@permitted(Permission.RESHAPE_REGISTER)
def rename(request: StaffRequest, pk: int) -> HttpResponse:
    """Give an estate another name."""
    estate = _estate(pk)
    form = RenameForm(request.POST)

    def do() -> Estate:
        return reshape.rename(
            estate=estate, **form.cleaned_data, by=request.user, on=timezone.localdate()
        )

    return _answer(request, estate, "rename", form, do)


@require_POST
@permitted(Permission.RESHAPE_REGISTER)
def split(request: StaffRequest, pk: int) -> HttpResponse:
    """Make some buildings an estate of their own; first shows what would move."""
    estate = _estate(pk)
    form = SplitForm(request.POST, estate=estate)
    if form.is_valid() and "confirm" not in request.POST:
        moving = list(form.cleaned_data["buildings"])
        staying = list(estate.buildings.exclude(pk__in=[one.pk for one in moving]))
        preview = {
            "moving": moving,
            "goes": reshape.counted_anew(moving),
            "stays": reshape.counted_anew(staying),
        }
        return _show(request, estate, split=form, split_preview=preview)

    def do() -> Estate:
        said = form.cleaned_data | {"buildings": [b.pk for b in form.cleaned_data["buildings"]]}
        return reshape.split(estate=estate, **said, by=request.user, on=timezone.localdate())

    return _answer(request, estate, "split", form, do)


@require_POST
@permitted(Permission.RESHAPE_REGISTER)
def merge(request: StaffRequest, pk: int) -> HttpResponse:
    """Put other estates into one; first shows what would move."""
    estate = _estate(pk)
    form = MergeForm(request.POST, estate=estate)
    if form.is_valid() and "confirm" not in request.POST:
        preview = {"others": form.others, "counts": reshape.merge_preview(estate, form.others)}
        return _show(request, estate, merge=form, merge_preview=preview)

    def do() -> Estate:
        return reshape.merge(
            into=estate,
            others=[one.pk for one in form.others],
            reason=form.cleaned_data["reason"],
            by=request.user,
            on=timezone.localdate(),
        )

    return _answer(request, estate, "merge", form, do)


def _estate(pk: int) -> Estate:
    return get_object_or_404(Estate, pk=pk, retired_on=None)


def _answer(
    request: StaffRequest, estate: Estate, which: str, form: Any, do: Callable[[], Estate]
) -> HttpResponse:
    refusal: Refusal | None = None
    if form.is_valid():
        try:
            return redirect(do())
        except Refusal as error:
            refusal = error
    return _show(request, estate, status=422, refusal=refusal, **{which: form})


def _show(
    request: StaffRequest, estate: Estate, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        "estate": estate,
        "rename": RenameForm(),
        "split": SplitForm(estate=estate),
        "merge": MergeForm(estate=estate),
        **more,
    }
    for name in ("rename", "split", "merge"):  # three forms on one page, each with its own ids
        context[name].auto_id = f"{name}_%s"
    return render(request, PAGE, context, status=status)
