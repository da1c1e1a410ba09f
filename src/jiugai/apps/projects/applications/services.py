"""What can happen to an application, one function each; where to is said in `chain`."""

from datetime import date
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.applications.chain import Move, move_of
from jiugai.apps.projects.applications.clauses import clause_in
from jiugai.apps.projects.applications.clocks import due_on
from jiugai.apps.projects.applications.drafts import check_complete, lock, snapshot
from jiugai.apps.projects.applications.numbers import application_number, confirmation_number
from jiugai.apps.projects.applications.register import write_facts
from jiugai.apps.projects.models import Application, Desk, Step, Verb, Way
from jiugai.apps.projects.project.services import lock_estate, open_project, open_project_of
from jiugai.apps.projects.today.notices import tell_desk
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import Refusal

_ACTIONS: Final = {
    Verb.SUBMIT: Action.APPLICATION_SUBMITTED,
    Verb.PASS: Action.APPLICATION_PASSED,
    Verb.RETURN: Action.APPLICATION_RETURNED,
    Verb.CONFIRM: Action.APPLICATION_CONFIRMED,
    Verb.WITHDRAW: Action.APPLICATION_WITHDRAWN,
}


@transaction.atomic
def submit(*, pk: int, version: int, by: Person, role: str = "", on: date) -> Application:
    """Hand an application in to the sub-district; the first time it gets its number.

    Raises Refusal if something lacks, and MovedMeanwhile if somebody acted on it since.
    """
    application = lock(pk, version)
    move = move_of(application, Verb.SUBMIT)
    check_complete(application, on=on)
    estate = lock_estate(application.estate)
    if not application.number:
        application.number = application_number(estate.district, on.year)
    return _go(application, estate, move, opinion="", by=by, role=role, on=on)


@transaction.atomic
def pass_on(
    *, pk: int, version: int, opinion: str, by: Person, role: str = "", on: date
) -> Application:
    """Pass an application from the sub-district to the district, or from there to the city.

    Raises Refusal without an opinion, and MovedMeanwhile if somebody acted on it since.
    """
    application = lock(pk, version)
    move = move_of(application, Verb.PASS)
    opinion = _said(opinion, _("请写明审核意见。"))
    estate = lock_estate(application.estate)
    return _go(application, estate, move, opinion=opinion, by=by, role=role, on=on)


@transaction.atomic
def return_(
    *, pk: int, version: int, to: str, opinion: str, by: Person, role: str = "", on: date
) -> Application:
    """Return an application to who must mend it; all that was typed stays.

    Raises Refusal without a reason, and MovedMeanwhile if somebody acted on it since.
    """
    application = lock(pk, version)
    move = move_of(application, Verb.RETURN, to)
    reason = _said(opinion, _("请写明退回的原因，以及要补正什么。"))
    estate = lock_estate(application.estate)
    return _go(application, estate, move, opinion=reason, by=by, role=role, on=on)


@transaction.atomic
def withdraw(
    *, pk: int, version: int, opinion: str, by: Person, role: str = "", on: date
) -> Application:
    """Take an application back, as the body that applied wants it.

    Raises Refusal without a reason, and MovedMeanwhile if somebody acted on it since.
    """
    application = lock(pk, version)
    move = move_of(application, Verb.WITHDRAW)
    reason = _said(opinion, _("请写明撤回的原因。"))
    estate = Estate.objects.select_for_update(of=("self",)).get(pk=application.estate_id)
    return _go(application, estate, move, opinion=reason, by=by, role=role, on=on)


@transaction.atomic
def confirm(
    *, pk: int, version: int, opinion: str, by: Person, role: str = "", on: date
) -> Application:
    """Confirm an application by a numbered document, which opens the project of its estate.

    Where a task has opened it already, the application is that project's. Raises Refusal without
    the conference's decision, and MovedMeanwhile if somebody acted on the application since.
    """
    application = lock(pk, version)
    move = move_of(application, Verb.CONFIRM)
    decision = _said(opinion, _("请写明联席会议的审议意见，如第几次会议、怎样议定。"))
    estate = lock_estate(application.estate)
    project = open_project_of(estate)  # of a task, which the application now stands behind
    if project is None:
        project = open_project(estate=estate, way=Way.APPLICATION, by=by, on=on)
    application.confirmation = confirmation_number(application.division, on.year)
    application.project = project
    return _go(application, project.estate, move, opinion=decision, by=by, role=role, on=on)


def _said(text: str, otherwise: str) -> str:
    if not text.strip():
        raise Refusal(otherwise)
    return text.strip()


def _go(
    application: Application,
    estate: Estate,
    move: Move,
    *,
    opinion: str,
    by: Person,
    role: str,
    on: date,
) -> Application:
    """Move a locked application: desk, clock, step, facts, record, and who is told."""
    clause = clause_in(move, application.division, on)
    Step.objects.create(
        application=application,
        division=application.division,
        verb=move.verb,
        before=move.before,
        after=move.after,
        by=by,
        role=role,
        on=on,
        due_on=application.due_on,
        opinion=opinion,
        document=clause.document if clause else "",
        clause=clause.number if clause else "",
        said=snapshot(application) if move.verb == Verb.SUBMIT else {},
    )
    was_filed = bool(application.number)
    application.desk, application.since = move.after, on
    application.due_on = due_on(Desk(move.after), application.division, on)
    application.told_late = False
    application.version += 1
    application.save()
    if was_filed:  # a draft that nobody submitted says nothing of the estate
        write_facts(estate, application, by=by, on=on)
    record(
        _ACTIONS[move.verb],
        application,
        by=by,
        reason=opinion[:300],
        before=move.before.value,
        after=move.after.value,
        number=application.number,
        confirmation=application.confirmation,
    )
    tell_desk(application, move, by=by, on=on)
    return application
