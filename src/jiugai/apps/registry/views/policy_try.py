"""A rule tried on facts that somebody makes up, beginning with a worked case if they like."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.forms.situation import SituationForm, as_said
from jiugai.apps.registry.queries.policy import cases_of
from jiugai.apps.registry.queries.policy_try import Tried, try_rule
from jiugai.kernel.division import shortest
from jiugai.kernel.errors import UsageError
from jiugai.policy.cases import Outcome
from jiugai.policy.rule import Rule
from jiugai.policy.rulebook import rulebook


@require_GET
@permitted(Permission.READ_POLICY)
def page(request: StaffRequest, rule: str) -> HttpResponse:
    """Show what a rule says of the facts in the form; nothing is stored."""
    found = rulebook().rules.get(rule)
    if found is None:
        raise Http404
    outcomes = cases_of(rule)
    case = _case(request.GET.get("case", ""), outcomes)
    own = shortest((request.viewer.division or "")[:6])
    places = _places(own, found, case)
    said = request.GET if "day" in request.GET else _begin(found, case, places[0])
    form = SituationForm(said, rule=found, places=places)
    tried, refusal = _tried(form, found)
    context = {
        "form": form,
        "rule": found,
        "document": rulebook().documents[found.document],
        "case": case,
        "number": request.GET.get("case", "") if case else "",
        "cases": outcomes,
        "tried": tried,
        "refusal": refusal,
    }
    return render(request, "registry/policy_try.html", context)


def _case(number: str, outcomes: list[Outcome]) -> Outcome | None:
    at = int(number) if number.isdecimal() and len(number) < 5 else -1
    return outcomes[at] if 0 <= at < len(outcomes) else None


def _places(own: str, rule: Rule, case: Outcome | None) -> list[str]:
    """Return the places whose law can be tried: the viewer's, the document's, the case's."""
    document = rulebook().documents[rule.document].place
    found = [case.case.place] if case else []
    return [code for code in dict.fromkeys((*found, own, document, *rulebook().places)) if code]


def _begin(rule: Rule, case: Outcome | None, place: str) -> Mapping[str, Any]:
    if case is None:
        return as_said({}, rule=rule, day=timezone.localdate(), place=place, readings={})
    one = case.case
    return as_said(one.facts, rule=rule, day=one.day, place=place, readings=one.readings)


def _tried(form: SituationForm, rule: Rule) -> tuple[Tried | None, UsageError | None]:
    if not form.is_valid():
        return None, None
    said = form.cleaned_data
    try:
        return try_rule(
            rule, form.facts(), place=said["place"], day=said["day"], readings=form.taken()
        ), None
    except UsageError as error:
        return None, error
