"""Pages of design reviews: the list, one review, two versions side by side."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.models import Hand, Project, Remark
from jiugai.apps.projects.review.forms import (
    AnswerForm,
    FileForm,
    Filters,
    OpinionForm,
    RemarkForm,
    SubmitForm,
)
from jiugai.apps.projects.review.queries import (
    PAGE,
    ReviewPage,
    Round,
    answers_in_the_making,
    find_reviews,
    review_page,
    side_by_side,
)
from jiugai.apps.projects.today.notices import see


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the reviews that fit the filters."""
    form = Filters(request.GET)
    on = timezone.localdate()
    found = find_reviews(form.sought(), on=on)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "projects/review/list.html", {"form": form, "page": page, "today": on})


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the review of a project's design: whose turn it is, versions, remarks, answers."""
    project = project_of(pk)
    shown = review_page(project, on=timezone.localdate())
    if shown.review is not None:
        see(request.user, shown.review.get_absolute_url())
    return show(request, project, shown=shown)


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def compare(request: StaffRequest, pk: int) -> HttpResponse:
    """Show two versions of a design side by side, with the remarks between them."""
    project = project_of(pk)
    rounds = review_page(project, on=timezone.localdate()).rounds
    if not rounds:
        raise Http404
    latest = rounds[0].design.number
    right = _round(rounds, request.GET.get("right", ""), latest)
    left = _round(rounds, request.GET.get("left", ""), right.design.number - 1)
    context = {
        "project": project,
        "left": left,
        "right": right,
        "rounds": rounds,
        "parts": side_by_side(left, right),
    }
    return render(request, "projects/review/compare.html", context)


def _round(rounds: list[Round], asked: str, otherwise: int) -> Round:
    """Return the version that was asked for, or else the one of a number, or the first."""
    numbers = {one.design.number: one for one in rounds}
    number = int(asked) if asked.isdecimal() and len(asked) < 6 else otherwise
    return numbers.get(number) or rounds[-1]


def project_of(pk: int) -> Project:
    """Return a project with its estate, or answer that there is none."""
    return get_object_or_404(Project.objects.select_related("estate"), pk=pk)


def show(
    request: StaffRequest,
    project: Project,
    *,
    shown: ReviewPage | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """Answer with the page of a review; `more` has forms that were refused."""
    shown = shown or review_page(project, on=timezone.localdate())
    designs, plans = _may(request, project, shown)
    version = shown.review.version if shown.review else 1
    context = {
        "project": project,
        "page": shown,
        "may_design": designs,
        "may_review": plans,
        "file": FileForm(auto_id="file_%s"),
        "submission": SubmitForm(initial={"version": version}, auto_id="submit_%s"),
        "remark": remark_form(shown),
        "opinion": OpinionForm(initial={"version": version}, auto_id="opinion_%s"),
        "asked": None,
        **more,
    }
    context["unsent"] = _unsent(context, designs=designs, plans=plans)
    context["answers"] = _answers(shown, context["asked"]) if designs else []
    return render(request, "projects/review/review.html", context, status=status)


def _unsent(context: dict[str, Any], *, designs: bool, plans: bool) -> str:
    """Return what was typed into a form that is not on the page any more."""
    typed = {"submission": designs, "remark": plans, "opinion": plans}
    for name, is_shown in typed.items():
        if not is_shown and context[name].is_bound:
            return str(context[name].data.get("words", ""))
    asked = context["asked"]
    return str(asked[1].data.get("words", "")) if asked and not designs else ""


def remark_form(shown: ReviewPage, data: Any = None) -> RemarkForm:
    """Return the form of a remark, open to what may be remarked on in this round."""
    given = [one for before in shown.earlier for one in before.remarks]
    is_first = shown.current is None or shown.current.design.number == 1
    parts = None if is_first or shown.current is None else shown.current.changed
    form = RemarkForm(data, parts=parts, given=given)
    form.auto_id = "remark_%s"
    return form


def answer_form(remark: Remark, data: Any = None, **more: Any) -> AnswerForm:
    """Return the form of the answer to a remark."""
    return AnswerForm(data, auto_id=f"answer-{remark.pk}_%s", **more)


def _answers(
    shown: ReviewPage, asked: tuple[int, AnswerForm] | None
) -> list[tuple[Remark, AnswerForm, bool]]:
    """Return the remarks to answer with their forms, and whether an answer is written already."""
    written = answers_in_the_making(shown.review)
    remarks = [one for each in shown.rounds for one in each.remarks]
    found = []
    for one in remarks:
        known = written.get(one.pk)
        if known is None and one.pk not in {other.pk for other in shown.unanswered}:
            continue
        initial = {"kind": known.kind, "words": known.words} if known else {}
        form = asked[1] if asked and asked[0] == one.pk else answer_form(one, initial=initial)
        found.append((one, form, known is not None))
    return found


def _may(request: StaffRequest, project: Project, shown: ReviewPage) -> tuple[bool, bool]:
    """Return whether the viewer can act as designer and as planner now."""
    if project.closed_on is not None:
        return False, False
    may = request.viewer.may
    designs = may(Permission.SUBMIT_DESIGN, division=project.division)
    plans = may(Permission.REVIEW_DESIGN, division=project.division)
    return designs and shown.hand != Hand.PLANNER, plans and shown.hand == Hand.PLANNER
