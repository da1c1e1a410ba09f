"""Pages of owners' bodies: the list, one body, what happens to it."""

from collections.abc import Callable
from typing import Any, Final

from django import forms as django_forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.owners.bodies import forms, services
from jiugai.apps.owners.bodies.checks import checks_of, warnings_of
from jiugai.apps.owners.bodies.deadlines import dues_of
from jiugai.apps.owners.bodies.facts import serving
from jiugai.apps.owners.listing import list_context
from jiugai.apps.owners.models import OwnersBody, Seat
from jiugai.apps.owners.queries import Sought, estates_with_bodies
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import Refusal

KEEP: Final = Permission.KEEP_BODIES


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the estates of the viewer's division with their bodies."""
    today = timezone.localdate()
    context = list_context(
        request, forms.WHICH, lambda said: estates_with_bodies(Sought(**said), on=today)
    )
    return render(request, "owners/bodies.html", context | {"today": today})


@require_http_methods(["GET", "POST"])
@permitted(KEEP)
def form_body(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that a body was formed."""
    estate = get_object_or_404(Estate, pk=pk)
    form = forms.FormBodyForm(request.POST or None, request.FILES or None, estate=estate)
    context: dict[str, Any] = {"estate": estate, "form": form}
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        try:
            body = services.form(
                estate=estate,
                file=said.pop("file"),
                said=said,
                by=request.user,
                on=timezone.localdate(),
            )
            return redirect(body)
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if request.method == "GET" else 422
    return render(request, "owners/form_body.html", context, status=status)


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a body: who sits on it, what the law asks of it, what happened."""
    return show(request, body_of(pk))


def body_of(pk: int) -> OwnersBody:
    """Return a body with its estate, or answer that there is none."""
    found = OwnersBody.objects.select_related("estate", "vote")
    return get_object_or_404(found.prefetch_related("seats"), pk=pk)


def show(
    request: StaffRequest, body: OwnersBody, *, status: int = 200, **more: Any
) -> HttpResponse:
    """Answer with the page of a body; `more` holds a form that was refused, and why."""
    today = timezone.localdate()
    may_keep = request.viewer.may(KEEP, division=body.division) and body.ended_on is None
    left = [one for one in body.seats.all() if one not in serving(body, today)]
    context = {
        "body": body,
        "estate": body.estate,
        "today": today,
        "serving": serving(body, today),
        "left": left,
        "checks": checks_of(body, on=body.ended_on or today),
        "warnings": warnings_of(body, on=today) if body.ended_on is None else [],
        "dues": sorted(dues_of(body), key=lambda one: one.on),
        "steps": body.steps.select_related("by", "document"),
        "may_keep": may_keep,
        "is_past_term": body.is_past_term(today),
    }
    if may_keep:
        context |= _forms(body)
    return render(request, "owners/body.html", context | more, status=status)


def _forms(body: OwnersBody) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "seating": forms.SeatForm(initial={"since": body.formed_on}),
        "unseating": forms.UnseatForm(body=body, initial={"until": today}),
        "stepping": forms.StepForm(body=body, initial={"day": today}),
        "ending": forms.EndForm(initial={"day": today}),
    }


def _do(
    request: StaffRequest,
    body: OwnersBody,
    name: str,
    form: django_forms.Form,
    act: Callable[..., Any],
) -> HttpResponse:
    """Do something with what was typed, or show the page again with it and why not."""
    again: dict[str, Any] = {name: form}
    if not form.is_valid():
        return show(request, body, status=422, **again)
    try:
        act()
    except Refusal as refusal:
        return show(request, body_of(body.pk), status=422, refusal=refusal, **again)
    return redirect(body)


@require_POST
@permitted(KEEP)
def seat(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that somebody sits on a body."""
    form = forms.SeatForm(request.POST)
    return _do(
        request,
        body_of(pk),
        "seating",
        form,
        lambda: services.seat(
            pk=pk, **form.cleaned_data, by=request.user, on=timezone.localdate()
        ),
    )


@require_POST
@permitted(KEEP)
def unseat(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that somebody left a body."""
    body = body_of(pk)
    form = forms.UnseatForm(request.POST, body=body)

    def act() -> Seat:
        said = form.cleaned_data
        return services.unseat(
            pk=said["seat"].pk,
            why=said["why"],
            until=said["until"],
            by=request.user,
            on=timezone.localdate(),
        )

    return _do(request, body, "unseating", form, act)


@require_POST
@permitted(KEEP)
def write_step(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down a step of a body."""
    body = body_of(pk)
    form = forms.StepForm(request.POST, request.FILES, body=body)
    return _do(
        request,
        body,
        "stepping",
        form,
        lambda: services.write_step(
            pk=pk,
            verb=form.cleaned_data["verb"],
            said=form.said(),
            by=request.user,
            on=timezone.localdate(),
        ),
    )


@require_POST
@permitted(KEEP)
def end(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that a body ended."""
    form = forms.EndForm(request.POST, request.FILES)
    return _do(
        request,
        body_of(pk),
        "ending",
        form,
        lambda: services.end(
            pk=pk,
            why=form.cleaned_data["why"],
            said=form.said(),
            by=request.user,
            on=timezone.localdate(),
        ),
    )
