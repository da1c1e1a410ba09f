"""Pages of meetings: the list, one of them, its agenda, its minutes."""

from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.conference.assignments.queries import Sought, find_assignments, standing
from jiugai.apps.conference.forms import CallForm, FreeForm, MeetingForm
from jiugai.apps.conference.meetings import services
from jiugai.apps.conference.meetings.agenda import is_city, offered
from jiugai.apps.conference.meetings.minutes import is_as_signed
from jiugai.apps.conference.meetings.paper import minutes_letter
from jiugai.apps.conference.members.queries import seats_of
from jiugai.apps.conference.models import Meeting, Seat
from jiugai.apps.projects.applications.clauses import first_in_force
from jiugai.apps.projects.applications.forms import check, renewed
from jiugai.apps.registry.queries.places import name_of
from jiugai.kernel.division import DISTRICT
from jiugai.kernel.errors import Refusal
from jiugai.kernel.source import Clause
from jiugai.web.papers import handed_out

ONE: Final = "conference/meeting.html"
PAGE: Final = 30
#: What a conference rests on, of the city or of a district.
CLAUSES: Final = (Clause("p14", "四(一)②"), Clause("xc18", "三(一)①"), Clause("bj20", "三(一)"))


@require_GET
@permitted(Permission.VIEW_CONFERENCE)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the meetings of the conference, and what it gave to whom."""
    on, place = timezone.localdate(), request.viewer.division or ""
    found = Meeting.objects.order_by("-day", "-id")
    given = find_assignments(Sought(), on=on)
    context = {
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "today": on,
        "seats": list(seats_of(place, on)),
        "place": name_of(place),
        "may_hold": may_hold(request),
        "clause": first_in_force(CLAUSES, place, on),
        "standing": standing(given, on),
    }
    return render(request, "conference/meetings.html", context)


def may_hold(request: StaffRequest, meeting: Meeting | None = None) -> bool:
    """Return whether the viewer runs this conference: their own, not one below."""
    place = request.viewer.division or ""
    is_own = meeting is None or meeting.division == place
    has_one = is_city(place) or len(place) == DISTRICT
    return is_own and has_one and request.viewer.may(Permission.HOLD_CONFERENCE)


def check_may_hold(request: StaffRequest) -> None:
    """Raise Refusal where the viewer's division has no conference of its own."""
    if not may_hold(request):
        raise Refusal(_("联席会由市、区两级召集；请切换到市级或区级任职。"))


@require_http_methods(["GET", "HEAD", "POST"])
@permitted(Permission.HOLD_CONFERENCE)
def call(request: StaffRequest) -> HttpResponse:
    """Call the next meeting."""
    on, place = timezone.localdate(), request.viewer.division or ""
    form, refusal = CallForm(request.POST or None), None
    if request.method == "POST":
        try:
            check_may_hold(request)
            said = check(form)
            day = said.pop("day")
            meeting = services.call_meeting(
                division=place, day=day, said=said, by=request.user, on=on
            )
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, _("已召集：{meeting}。").format(meeting=meeting))
            return redirect(meeting)
    context = {"form": form, "refusal": refusal, "seats": seats_of(place, on)}
    return render(request, "conference/call.html", context, status=422 if refusal else 200)


@require_GET
@permitted(Permission.VIEW_CONFERENCE)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a meeting: its agenda, what was decided, what could come before it."""
    return show(request, _meeting(pk))


@require_POST
@permitted(Permission.HOLD_CONFERENCE)
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Change day, place and who is there."""
    meeting = own_meeting(request, pk)
    form = MeetingForm(request.POST, meeting=meeting, seats=_seats(meeting))
    try:
        said = check(form)
        present = said.pop("present")
        done = services.edit_meeting(
            pk=pk, version=said.pop("version"), said=said, present=present, by=request.user
        )
    except Refusal as refusal:
        now = _meeting(pk)
        return show(request, now, status=422, refusal=refusal, form=renewed(form, now.version))
    messages.success(request, _("已保存。"))
    return redirect(done)


@require_POST
@permitted(Permission.HOLD_CONFERENCE)
def take_up(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a case that is offered on the agenda."""
    meeting = own_meeting(request, pk)
    subject = str(request.POST.get("subject", ""))[:60]
    try:
        services.take_up(pk=pk, subject=subject, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        return show(request, meeting, status=422, refusal=refusal)
    return redirect(f"{meeting.get_absolute_url()}#agenda")


@require_POST
@permitted(Permission.HOLD_CONFERENCE)
def add_free(request: StaffRequest, pk: int) -> HttpResponse:
    """Put something else on the agenda."""
    meeting = own_meeting(request, pk)
    form = FreeForm(request.POST)
    try:
        services.add_free(pk=pk, **check(form), by=request.user)
    except Refusal as refusal:
        return show(request, meeting, status=422, refusal=refusal, free=form)
    return redirect(f"{meeting.get_absolute_url()}#agenda")


@require_POST
@permitted(Permission.HOLD_CONFERENCE)
def bring_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Put assignments that were given since on the agenda."""
    meeting = own_meeting(request, pk)
    try:
        count = services.bring_back(pk=pk, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        return show(request, meeting, status=422, refusal=refusal)
    messages.success(request, _("列入 {count} 件交办事项。").format(count=count))
    return redirect(f"{meeting.get_absolute_url()}#agenda")


@require_POST
@permitted(Permission.HOLD_CONFERENCE)
def sign(request: StaffRequest, pk: int) -> HttpResponse:
    """Sign the minutes, which freezes them."""
    meeting = own_meeting(request, pk)
    said = str(request.POST.get("version", ""))
    try:
        done = services.sign_minutes(
            pk=pk,
            version=int(said) if said.isdecimal() else 0,
            by=request.user,
            on=timezone.localdate(),
            at=timezone.now(),
        )
    except Refusal as refusal:
        return show(request, meeting, status=422, refusal=refusal)
    messages.success(request, _("纪要已签发并封存。"))
    return redirect(done)


@require_GET
@permitted(Permission.VIEW_CONFERENCE)
def minutes(request: StaffRequest, pk: int) -> HttpResponseBase:
    """Hand out the minutes as Word or PDF; before they are signed, as a draft."""
    from jiugai.reporting.official.write import official_docx

    meeting = _meeting(pk)
    content = official_docx(minutes_letter(meeting))
    name = _("会议纪要") + f"-{meeting.year}-{meeting.number}"
    try:
        return handed_out(request, content, name)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(meeting)


def show(
    request: StaffRequest, meeting: Meeting, *, status: int = 200, **more: Any
) -> HttpResponse:
    """Answer with the page of a meeting; `more` has forms that were refused."""
    on = timezone.localdate()
    seats = _seats(meeting)
    may_change = may_hold(request, meeting) and not meeting.is_signed
    context = {
        "meeting": meeting,
        "items": meeting.items.prefetch_related("papers", "assignments__owner"),
        "present": [one for one in seats if one.pk in meeting.present],
        "may_change": may_change,
        "is_held": meeting.day <= on,
        "offered": offered(meeting, on) if may_change else [],
        "form": MeetingForm(meeting=meeting, seats=seats),
        "free": FreeForm(),
        "as_signed": meeting.is_signed and is_as_signed(meeting),
        "today": on,
        "refusal": None,
        **more,
    }
    context["free"].auto_id = "free_%s"
    return render(request, ONE, context, status=status)


def _seats(meeting: Meeting) -> list[Seat]:
    """Return who sits in the conference on the day of a meeting, and whoever is noted there."""
    there = {one.pk: one for one in seats_of(meeting.division, meeting.day)}
    noted = Seat.objects.filter(pk__in=meeting.present).select_related("organisation", "person")
    return [*there.values(), *(one for one in noted if one.pk not in there)]


def _meeting(pk: int) -> Meeting:
    return get_object_or_404(Meeting.objects.select_related("called_by", "signed_by"), pk=pk)


def own_meeting(request: StaffRequest, pk: int) -> Meeting:
    """Return a meeting of the viewer's own conference; what is of another is not found."""
    own = Meeting.objects.filter(division=request.viewer.division or "")
    return get_object_or_404(own.select_related("called_by", "signed_by"), pk=pk)
