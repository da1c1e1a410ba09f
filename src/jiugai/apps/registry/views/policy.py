"""What the law says on a day: documents, clauses, numbers over time, rules with their cases."""

from datetime import date

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.law import law_for, readings_for
from jiugai.apps.registry.queries import policy
from jiugai.apps.registry.queries.findings import topics_in_words
from jiugai.apps.registry.queries.places import name_of
from jiugai.apps.registry.queries.readings import questions_of_rule
from jiugai.kernel.errors import UsageError
from jiugai.policy.law import Law
from jiugai.policy.rulebook import rulebook


class DayForm(forms.Form):
    """The day of the law."""

    day = forms.DateField(
        label=_("日期"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


@require_GET
@permitted(Permission.READ_POLICY)
def documents(request: StaffRequest) -> HttpResponse:
    """Show the documents in force in the division of the viewer on a day."""
    form = DayForm(request.GET or None)
    day = _day(form)
    try:
        law, refusal = _law(request, day), None
    except UsageError as error:
        law, refusal = None, error
    context = {
        "form": form,
        "day": day,
        "refusal": refusal,
        "law": law,
        "place": name_of(request.viewer.division or ""),
        "documents": policy.documents_in_force(law) if law else [],
        "others": policy.documents_not_in_force(law, day),
    }
    return render(request, "registry/policy.html", context)


@require_GET
@permitted(Permission.READ_POLICY)
def document(request: StaffRequest, document: str) -> HttpResponse:
    """Show a document clause by clause, with what realises each, and its numbers over time."""
    found = rulebook().documents.get(document)
    if found is None:
        raise Http404
    context = {
        "document": found,
        "place": name_of(found.place),
        "spans": found.spans,
        "clauses": policy.clauses_of(found),
        "numbers": policy.numbers_of(found),
        "taken": readings_for(request.viewer.division or "", timezone.localdate()),
    }
    return render(request, "registry/policy_document.html", context)


@require_GET
@permitted(Permission.READ_POLICY)
def rule(request: StaffRequest, rule: str) -> HttpResponse:
    """Show a rule as a tree, with its readings, numbers and worked cases."""
    found = rulebook().rules.get(rule)
    if found is None:
        raise Http404
    form = DayForm(request.GET or None)
    law = _law_with(request, rule, _day(form))
    context = {
        "form": form,
        "rule": found,
        "document": rulebook().documents[found.document],
        "topics": topics_in_words(),
        "law": law,
        "tree": policy.tree_of(law.bound[rule], law) if law else None,
        "numbers": policy.numbers_behind(found, law) if law else [],
        "questions": questions_of_rule(request.viewer.division or "", _day(form), found),
        "cases": [
            (one, policy.facts_in_words(one.case.facts, found)) for one in policy.cases_of(rule)
        ],
    }
    return render(request, "registry/policy_rule.html", context)


def _day(form: DayForm) -> date:
    day = form.cleaned_data.get("day") if form.is_valid() else None
    return day or timezone.localdate()


def _law(request: StaffRequest, day: date) -> Law:
    return law_for(request.viewer.division or "", day)


def _law_with(request: StaffRequest, rule: str, day: date) -> Law | None:
    """Return the law of the viewer's division where it has the rule, else of the rule's place."""
    own = rulebook().documents[rulebook().rules[rule].document].place
    for place in (request.viewer.division or "", own):
        try:
            law = law_for(place, day)
        except UsageError:
            continue
        if rule in law.rules:
            return law
    return None
