"""My addresses: register one, see its secret once, see what it was told, tell it again."""

from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.hooks import services
from jiugai.apps.hooks.deliver import may_be_told
from jiugai.apps.hooks.forms import HookForm
from jiugai.apps.hooks.models import Delivery, Hook
from jiugai.kernel.errors import Refusal

PAGE: Final = "hooks/hooks.html"
_EACH: Final = 50


@require_GET
@permitted(Permission.USE_API)
def listing(request: StaffRequest) -> HttpResponse:
    """Show one's addresses and the form for another."""
    return _page(request, HookForm())


@require_POST
@never_cache
@permitted(Permission.USE_API)
def make(request: StaffRequest) -> HttpResponse:
    """Register an address and show its secret this once."""
    form = HookForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        made, secret = services.make_hook(**form.cleaned_data, by=request.viewer)
    except Refusal as refusal:
        return _page(request, form, status=422, refusal=refusal)
    return _page(request, HookForm(), made=made, secret=secret)


@require_GET
@permitted(Permission.USE_API)
def hook(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what an address was told."""
    return _hook(request, pk)


@require_POST
@permitted(Permission.USE_API)
def ping(request: StaffRequest, pk: int) -> HttpResponse:
    """Send an address a trial."""
    try:
        services.ping(pk=pk, by=request.user, at=timezone.now())
    except Refusal as refusal:
        return _hook(request, pk, status=422, refusal=refusal)
    return redirect("hooks:hook", pk)


@require_POST
@permitted(Permission.USE_API)
def end(request: StaffRequest, pk: int) -> HttpResponse:
    """Tell an address nothing more."""
    try:
        services.end_hook(pk=pk, by=request.user, at=timezone.now())
    except Refusal as refusal:
        return _page(request, HookForm(), status=422, refusal=refusal)
    return redirect("hooks:hooks")


@require_POST
@permitted(Permission.USE_API)
def replay(request: StaffRequest, pk: int) -> HttpResponse:
    """Tell something again."""
    delivery = get_object_or_404(Delivery, pk=pk, hook__person=request.user)
    try:
        services.replay(pk=pk, by=request.user, at=timezone.now())
    except Refusal as refusal:
        return _hook(request, delivery.hook_id, status=422, refusal=refusal)
    return redirect("hooks:hook", delivery.hook_id)


def _page(
    request: StaffRequest, form: HookForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    hooks = Hook.objects.filter(person=request.user)
    return render(request, PAGE, {"form": form, "hooks": hooks, **more}, status=status)


def _hook(request: StaffRequest, pk: int, *, status: int = 200, **more: Any) -> HttpResponse:
    found = get_object_or_404(Hook.objects.select_related("person"), pk=pk, person=request.user)
    pages = Paginator(found.deliveries.all(), _EACH)
    context = {
        "hook": found,
        "page": pages.get_page(request.GET.get("page")),
        "is_told": may_be_told(found, on=timezone.localdate()),
        **more,
    }
    return render(request, "hooks/hook.html", context, status=status)
