"""Pages of whistles: the list, one whistle, the figures of departments."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.models import Organisation
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.models import Call, Whistle
from jiugai.apps.projects.today.notices import see
from jiugai.apps.projects.whistle.forms import (
    CallForm,
    FewWordsForm,
    Filters,
    SpanForm,
    WordsForm,
)
from jiugai.apps.projects.whistle.queries import (
    PAGE,
    clause_of_whistle,
    departments_for,
    figures,
    find_whistles,
    share_of,
)

Asked = tuple[str, int, WordsForm | FewWordsForm]


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the whistles that fit the filters."""
    known = Organisation.objects.filter(Q(calls__isnull=False)).distinct().order_by("name")
    form = Filters(request.GET, departments=known)
    on = timezone.localdate()
    found = find_whistles(form.sought(), on=on)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "today": on}
    return render(request, "projects/whistle/list.html", context)


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a whistle: the departments that were called, their clocks, every step."""
    whistle = whistle_of(pk)
    see(request.user, whistle.get_absolute_url())
    return show(request, whistle)


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def by_department(request: StaffRequest) -> HttpResponse:
    """Show how each department reports and solves; each number opens to its whistles."""
    today = timezone.localdate()
    form = SpanForm(request.GET or None)
    said = form.cleaned_data if form.is_bound and form.is_valid() else {}
    since = said.get("since") or date(today.year, 1, 1)
    until = said.get("until") or today
    rows = figures(since=since, until=until, on=today)
    calls, responded, solved = share_of(rows)
    context = {
        "form": SpanForm(initial={"since": since, "until": until}),
        "rows": rows,
        "calls": calls,
        "responded": responded / calls if calls else None,
        "solved": solved / calls if calls else None,
        "late": sum(one.late for one in rows),
        "clause": clause_of_whistle(request.viewer.division or "", today),
    }
    return render(request, "projects/whistle/figures.html", context)


def whistle_of(pk: int) -> Whistle:
    """Return a whistle with its estate, or answer that there is none."""
    found = Whistle.objects.select_related("estate", "project", "by")
    return get_object_or_404(found, pk=pk)


def show(
    request: StaffRequest,
    whistle: Whistle,
    *,
    status: int = 200,
    asked: Asked | None = None,
    **more: Any,
) -> HttpResponse:
    """Answer with the page of a whistle; `asked` is a form of a call that was refused."""
    may = request.viewer.may
    goes_on = not whistle.is_over
    may_blow = goes_on and may(Permission.BLOW_WHISTLE, division=whistle.division)
    may_answer = goes_on and may(Permission.ANSWER_WHISTLE, division=whistle.division)
    calls = whistle.calls.select_related("organisation", "responded_by", "solved_by")
    own = request.user.organisation_id if may_answer else None
    context = {
        "whistle": whistle,
        "calls": [_with_forms(one, own, may_blow=may_blow, asked=asked) for one in calls],
        "steps": whistle.steps.select_related("by", "call__organisation").order_by("-id"),
        "may_blow": may_blow,
        "call": CallForm(departments=departments_for(whistle.division)),
        "escalation": WordsForm(auto_id="escalate_%s"),
        "closing": FewWordsForm(auto_id="close_%s"),
        "withdrawal": WordsForm(auto_id="withdraw_%s"),
        "clause": clause_of_whistle(whistle.division, timezone.localdate()),
        "today": timezone.localdate(),
        "unsent": asked[2].data.get("words", "") if asked and not goes_on else "",
        "refusal": None,
        **more,
    }
    return render(request, "projects/whistle/whistle.html", context, status=status)


def _with_forms(
    call: Call, own: int | None, *, may_blow: bool, asked: Asked | None
) -> tuple[Call, list[tuple[str, WordsForm | FewWordsForm]]]:
    """Return a call with what the viewer may do about it."""
    is_own = own is not None and call.organisation_id == own
    verbs = {
        "respond": is_own and call.responded_on is None,
        "solve": is_own and call.responded_on is not None and call.solved_on is None,
        "reopen": may_blow and call.solved_on is not None,
        "remind": may_blow and call.solved_on is None,
    }
    forms = []
    for verb, is_shown in verbs.items():
        if asked and asked[0] == verb and asked[1] == call.pk:
            forms.append((verb, asked[2]))
        elif is_shown:
            forms.append((verb, form_of(verb, call.pk)))
    return call, forms


def form_of(verb: str, call: int, data: Any = None) -> WordsForm | FewWordsForm:
    """Return the form of something that is done about a call."""
    kind = FewWordsForm if verb == "remind" else WordsForm
    return kind(data, auto_id=f"{verb}-{call}_%s")
