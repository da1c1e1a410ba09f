"""Pages of the ledger: the list, one demand, figures."""

from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.demands.ledger import forms
from jiugai.apps.demands.ledger.deadlines import TICKET, clause_of, days_for
from jiugai.apps.demands.ledger.export import export_demands
from jiugai.apps.demands.ledger.figures import rates, rates_of_all
from jiugai.apps.demands.ledger.queries import (
    Sought,
    answering_units,
    find_demands,
    may_answer,
    units_for,
)
from jiugai.apps.demands.ledger.repeats import likely_repeats
from jiugai.apps.demands.map.layer import LAYER, SHOWN
from jiugai.apps.demands.models import Demand, DueBy, Kind, State
from jiugai.apps.registry.map.seen import MARK
from jiugai.apps.registry.models import Estate
from jiugai.apps.registry.queries.listing import page_of
from jiugai.apps.registry.queries.places import places_within
from jiugai.kernel.errors import Refusal

#: Where the order that somebody chose last is kept.
ORDER: Final = "demands_order"


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the demands that fit the filters, in the order that was chosen last."""
    return _list(request)


@require_POST
@permitted(Permission.EXPORT_REGISTER)
def export(request: StaffRequest) -> HttpResponseBase:
    """Give the list as a workbook, without names and telephones."""
    form = _filters(request)
    try:
        file = export_demands(
            form.sought(),
            by=request.user,
            division=request.viewer.division or "",
            at=timezone.localtime(),
        )
    except Refusal as refusal:
        return _list(request, refusal=refusal, status=422)
    return FileResponse(file, as_attachment=True, filename=f"demands-{timezone.localdate()}.xlsx")


def _list(
    request: StaffRequest, *, refusal: Refusal | None = None, status: int = 200
) -> HttpResponse:
    form = _filters(request)
    today = timezone.localdate()
    sought = form.sought()
    request.session[ORDER] = sought.order
    number = request.GET.get("page", "")
    found = find_demands(sought, on=today)
    asked = request.GET.copy()
    asked.pop("page", None)
    context = {
        "form": form,
        "page": page_of(found, int(number) if number.isdecimal() and len(number) < 9 else 1),
        "query": asked.urlencode(),
        "today": today,
        "on_map": _on_map(form, sought),
        "estate": Estate.objects.filter(pk=sought.estate).first() if sought.estate else None,
        "may_take": request.viewer.may(Permission.TAKE_DEMANDS),
        "may_export": request.viewer.may(Permission.EXPORT_REGISTER),
        "refusal": refusal,
    }
    return render(request, "demands/list.html", context, status=status)


def _filters(request: StaffRequest) -> forms.Filters:
    kept = request.session.get(ORDER, "due")
    return forms.Filters(request.GET, units=answering_units(), order=kept)


def _on_map(form: forms.Filters, sought: Sought) -> str:
    """Return the map with the same demands on it; of words and one estate it knows nothing."""
    asked = [(f"{LAYER}{MARK}{name}", form[name].value() or "") for name in SHOWN]
    asked[0] = (asked[0][0], sought.which)
    pairs = [(name, value) for name, value in [("division", sought.division), *asked] if value]
    return f"{reverse('registry:map')}?{urlencode(pairs)}"


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a demand: what is asked, until when, by whom it is answered, every step."""
    return show(request, demand_of(pk))


def demand_of(pk: int) -> Demand:
    """Return a demand with its estate, or answer that there is none."""
    found = Demand.objects.select_related(
        "estate", "building", "household", "organisation", "answered_by", "taken_by", "matter"
    )
    return get_object_or_404(found, pk=pk)


def show(request: StaffRequest, demand: Demand, *, status: int = 200, **more: Any) -> HttpResponse:
    """Answer with the page of a demand; `more` holds a form that was refused, and why."""
    may = request.viewer.may
    today = timezone.localdate()
    may_take = may(Permission.TAKE_DEMANDS, division=demand.division)
    likely = likely_repeats(demand.text, estate=demand.estate, but=demand) if may_take else []
    context = {
        "demand": demand,
        "today": today,
        "steps": demand.steps.select_related("by").order_by("-id"),
        "repeats": demand.repeats.exclude(state=State.WITHDRAWN).order_by("id"),
        "likely": [] if demand.is_over else likely,
        "may_take": may_take,
        "may_run": may(Permission.RUN_DEMANDS, division=demand.division),
        "may_answer": may_answer(request.viewer, demand),
        "assignment": forms.AssignForm(
            units=units_for(demand.estate),
            initial={"organisation": demand.organisation_id, "kind": demand.kind},
        ),
        "answering": forms.AnswerForm(auto_id="answer_%s"),
        "contacting": forms.WordsForm(auto_id="contact_%s"),
        "extending": forms.ExtendForm(auto_id="extend_%s"),
        "raising": forms.WordsForm(auto_id="raise_%s"),
        "rating": forms.RateForm(auto_id="rate_%s"),
        "reopening": forms.WordsForm(auto_id="reopen_%s"),
        "ending": forms.WordsForm(auto_id="end_%s"),
        "linking": forms.LinkForm(auto_id="link_%s"),
        "withdrawing": forms.WordsForm(auto_id="withdraw_%s"),
        "clause": _clause(demand, today),
        "days": days_for(demand.division, demand.kind),
        "refusal": None,
        **more,
    }
    return render(request, "demands/demand.html", context, status=status)


def _clause(demand: Demand, on: date) -> Any:
    if demand.due_by in (DueBy.TICKET, DueBy.NONE):
        return TICKET
    return clause_of(demand.division, on)


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def figures(request: StaffRequest) -> HttpResponse:
    """Show response, resolution and satisfaction; each number opens to its demands."""
    today = timezone.localdate()
    form = forms.SpanForm(request.GET or None)
    said = form.cleaned_data if form.is_bound and form.is_valid() else {}
    since = said.get("since") or date(today.year, 1, 1)
    until = said.get("until") or today
    by = said.get("by") or "estate"
    context = {
        "form": forms.SpanForm(initial={"since": since, "until": until, "by": by}),
        "by": by,
        "since": since,
        "until": until,
        "rows": [(one, *_named(by, one.key, one.name)) for one in _rates(by, since, until, today)],
        "all": rates_of_all(since=since, until=until, on=today),
    }
    return render(request, "demands/figures.html", context)


def _rates(by: str, since: date, until: date, on: date) -> Any:
    return rates(by, since=since, until=until, on=on)[:200]


def _named(by: str, key: Any, name: str) -> tuple[str, str]:
    """Return what a row is called, and the filter that opens it."""
    match by:
        case "unit":
            return name, f"organisation={key}" if key else "which=new"
        case "street":
            names = {one.code: one.name for one in places_within(str(key)[:6])}
            return names.get(str(key), str(key)), f"division={key}"
        case "kind":
            return str(Kind(key).label), f"kind={key}"
        case _:
            return name, f"estate={key}"
