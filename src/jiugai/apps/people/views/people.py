"""Lists of people, one person's page, and what can be done there."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.people import queries
from jiugai.apps.people.forms import (
    AppointmentForm,
    NewPersonForm,
    PersonForm,
    ReasonForm,
    Search,
    division_choices,
)
from jiugai.apps.people.services import appointments, people
from jiugai.apps.people.services.own import why_not
from jiugai.kernel.errors import Refusal

PAGE = 50


@require_GET
@permitted(Permission.MANAGE_PEOPLE)
def listing(request: StaffRequest) -> HttpResponse:
    """Show who belongs here or is something here."""
    search = Search(request.GET)
    search.is_valid()
    said = search.cleaned_data
    found = queries.people_in(
        request.viewer.division or "",
        on=timezone.localdate(),
        words=said.get("q", ""),
        role=said.get("role", ""),
        active=said.get("active", ""),
    )
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "people/people.html", {"search": search, "page": page})


@never_cache
@permitted(Permission.MANAGE_PEOPLE)
def add(request: StaffRequest) -> HttpResponse:
    """Add somebody; the answer shows the initial password, once."""
    here = request.viewer.division or ""
    form = NewPersonForm(request.POST or None, initial={"division": here})
    context = {"form": form, "divisions": division_choices(here)}
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/add.html", context, status=422 if form.errors else 200)
    try:
        person, password = people.add_person(**form.cleaned_data, by=request.viewer)
    except Refusal as refusal:
        return render(request, "people/add.html", context | {"refusal": refusal}, status=422)
    return render(request, "people/password.html", {"person": person, "password": password})


@require_GET
@permitted(Permission.MANAGE_PEOPLE)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show somebody: details, appointments, what can be done."""
    return _page(request, _person(request, pk))


@permitted(Permission.MANAGE_PEOPLE)
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Change somebody's details."""
    person = _person(request, pk)
    known = {"name": person.name, "organisation": person.organisation, "email": person.email}
    form = PersonForm(request.POST or None, initial=known)
    context = {"form": form, "person": person}
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/edit.html", context, status=422 if form.errors else 200)
    try:
        people.edit_person(person=pk, **form.cleaned_data, by=request.viewer, at=timezone.now())
    except Refusal as refusal:
        return render(request, "people/edit.html", context | {"refusal": refusal}, status=422)
    messages.success(request, _("已保存。"))
    return redirect("people:person", pk)


@require_POST
@permitted(Permission.MANAGE_PEOPLE)
def switch(request: StaffRequest, pk: int) -> HttpResponse:
    """Deactivate somebody, or let them sign in again."""
    person = _person(request, pk)
    form = ReasonForm(request.POST, auto_id=False)
    if not form.is_valid():
        return _page(request, person, reason=form, refusal=_("请写明理由，别人会问。"))
    verb = people.deactivate if person.is_active else people.reactivate
    try:
        verb(person=pk, **form.cleaned_data, by=request.viewer, at=timezone.now())
    except Refusal as refusal:
        return _page(request, person, reason=form, refusal=str(refusal))
    said = _("已停用，下一次点击就退出。") if person.is_active else _("已恢复。")
    messages.success(request, said)
    return redirect("people:person", pk)


@require_POST
@never_cache
@permitted(Permission.MANAGE_PEOPLE)
def reset_password(request: StaffRequest, pk: int) -> HttpResponse:
    """Give somebody a new initial password and show it, once."""
    person = _person(request, pk)
    try:
        found, password = people.reset_password(person=pk, by=request.viewer, at=timezone.now())
    except Refusal as refusal:
        return _page(request, person, refusal=str(refusal))
    return render(request, "people/password.html", {"person": found, "password": password})


@require_POST
@permitted(Permission.MANAGE_PEOPLE)
def reset_second_factor(request: StaffRequest, pk: int) -> HttpResponse:
    """Remove the second factor of somebody who lost theirs."""
    person = _person(request, pk)
    form = ReasonForm(request.POST, auto_id=False)
    if not form.is_valid():
        return _page(request, person, reason=form, refusal=_("请写明理由，别人会问。"))
    try:
        people.reset_second_factor(
            person=pk, **form.cleaned_data, by=request.viewer, at=timezone.now()
        )
    except Refusal as refusal:
        return _page(request, person, reason=form, refusal=str(refusal))
    messages.success(request, _("第二因素已重置，下次登录时重新设置。"))
    return redirect("people:person", pk)


@require_POST
@permitted(Permission.GRANT_ROLES)
def appoint(request: StaffRequest, pk: int) -> HttpResponse:
    """Make somebody something."""
    person = _person(request, pk)
    form = AppointmentForm(request.POST)
    if not form.is_valid():
        return _page(request, person, form=form)
    try:
        appointments.appoint(person=pk, **form.cleaned_data, by=request.viewer)
    except Refusal as refusal:
        return _page(request, person, form=form, refusal=str(refusal))
    messages.success(request, _("已任职，下一次点击就生效。"))
    return redirect("people:person", pk)


@require_POST
@permitted(Permission.GRANT_ROLES)
def end_appointment(request: StaffRequest, pk: int, appointment: int) -> HttpResponse:
    """End an appointment."""
    person = _person(request, pk)
    if not person.appointments.filter(pk=appointment).exists():
        raise Http404
    form = ReasonForm(request.POST, auto_id=False)
    if not form.is_valid():
        return _page(request, person, reason=form, refusal=_("请写明理由，别人会问。"))
    try:
        appointments.end_appointment(
            appointment=appointment,
            **form.cleaned_data,
            by=request.viewer,
            on=timezone.localdate(),
        )
    except Refusal as refusal:
        return _page(request, person, reason=form, refusal=str(refusal))
    messages.success(request, _("任职已结束，下一次点击就生效。"))
    return redirect("people:person", pk)


def _person(request: StaffRequest, pk: int) -> Person:
    person = queries.person_in(request.viewer.division or "", pk)
    if person is None:
        raise Http404
    return person


def _page(
    request: StaffRequest,
    person: Person,
    *,
    form: AppointmentForm | None = None,
    reason: ReasonForm | None = None,
    refusal: str = "",
) -> HttpResponse:
    """Return somebody's page, with what was typed and why it was refused."""
    here = request.viewer.division or ""
    today = timezone.localdate()
    context = {
        "person": person,
        "details": queries.details_of(person, on=today),
        "why_not": why_not(person, by=request.viewer, on=today),
        "form": form or AppointmentForm(initial={"division": here, "since": today}),
        "reason": reason or ReasonForm(auto_id=False),
        "unsaid": ReasonForm(auto_id=False),
        "divisions": division_choices(here),
        "refusal": refusal,
    }
    refused = bool(refusal or (form and form.errors))
    return render(request, "people/person.html", context, status=422 if refused else 200)
