"""What can happen to a whistle, one function each."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Appointment, Organisation, Person
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.roles import ROLES
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.applications.clocks import due_on
from jiugai.apps.projects.models import Call, Notice, Whistle, WhistleStep
from jiugai.apps.projects.models.number import next_number
from jiugai.apps.projects.project.services import lock_estate, open_project_of
from jiugai.apps.projects.today.notices import holders, notify
from jiugai.apps.registry.models import Clock, Estate
from jiugai.kernel.division import DISTRICT, ancestors
from jiugai.kernel.errors import Refusal

Verb = WhistleStep.Verb
State = Whistle.State
_ACTIONS: Final[Mapping[str, Action]] = {
    Verb.BLOWN: Action.WHISTLE_BLOWN,
    Verb.CALLED: Action.WHISTLE_CALLED,
    Verb.RESPONDED: Action.WHISTLE_RESPONDED,
    Verb.SOLVED: Action.WHISTLE_SOLVED,
    Verb.REOPENED: Action.WHISTLE_REOPENED,
    Verb.REMINDED: Action.WHISTLE_REMINDED,
    Verb.ESCALATED: Action.WHISTLE_ESCALATED,
    Verb.CLOSED: Action.WHISTLE_CLOSED,
    Verb.WITHDRAWN: Action.WHISTLE_WITHDRAWN,
}


@transaction.atomic
def blow(
    *,
    estate: Estate,
    title: str,
    words: str,
    departments: Iterable[Organisation],
    asked: str,
    by: Person,
    on: date,
) -> Whistle:
    """Call departments to a problem of an estate; the clock of each begins today.

    Raises Refusal without words or departments.
    """
    locked = lock_estate(estate)
    called = list(departments)
    if not title.strip() or not words.strip():
        raise Refusal(_("请写明是什么问题、需要部门解决什么。"))
    if not called:
        raise Refusal(_("请至少选一个部门。"))
    place = locked.district
    number = f"CS{place}-{on.year}-{next_number('whistle', place, on.year):04d}"
    whistle = Whistle.objects.create(
        estate=locked,
        project=open_project_of(locked),
        division=locked.division,
        number=number,
        title=title.strip()[:120],
        words=words.strip(),
        on=on,
        by=by,
    )
    _step(whistle, Verb.BLOWN, by=by, on=on, words=whistle.words)
    for one in called:
        _call(whistle, one, asked.strip() or whistle.title, by=by, on=on)
    return whistle


@transaction.atomic
def call(*, pk: int, department: Organisation, asked: str, by: Person, on: date) -> Call:
    """Call one more department to a whistle that goes on."""
    whistle = lock(pk)
    if not asked.strip():
        raise Refusal(_("请写明请这个部门做什么。"))
    if whistle.calls.filter(organisation=department).exists():
        raise Refusal(_("{department}已经请过，可以催办。").format(department=department))
    made = _call(whistle, department, asked, by=by, on=on)
    _step(whistle, Verb.CALLED, by=by, on=on, call=made, words=asked.strip())
    return made


def _call(whistle: Whistle, department: Organisation, asked: str, *, by: Person, on: date) -> Call:
    made = Call.objects.create(
        whistle=whistle,
        division=whistle.division,
        organisation=department,
        asked=asked.strip()[:300],
        on=on,
        respond_by=due_on(Clock.RESPOND, whistle.division, on) or on,
        solve_by=due_on(Clock.SOLVE, whistle.division, on) or on,
    )
    _tell(made, Notice.Kind.CALLED, f"call {made.pk}", on=on, words=made.asked)
    return made


@transaction.atomic
def respond(*, call: int, words: str, by: Person, on: date) -> Call:
    """Report for a department: who comes and what it is going to do.

    Raises Refusal for another department's call or one that was answered.
    """
    found = _own(call, by)
    if found.responded_on is not None:
        raise Refusal(
            _("{department}已于 {day} 报到。").format(
                department=found.organisation, day=found.responded_on
            )
        )
    said = _said(words, _("请写明谁来报到、准备怎样办。"))
    found.responded_on, found.responded_by, found.told_late = on, by, False
    found.save()
    _step(found.whistle, Verb.RESPONDED, by=by, on=on, call=found, words=said)
    _tell_street(found, Notice.Kind.ARRIVED, f"respond {found.pk}", words=said, on=on)
    return found


@transaction.atomic
def solve(*, call: int, words: str, by: Person, on: date) -> Call:
    """Say for a department that its part is solved; the sub-district confirms or returns it."""
    found = _own(call, by)
    if found.responded_on is None:
        raise Refusal(_("请先报到，再报办结。"))
    if found.solved_on is not None:
        raise Refusal(
            _("{department}已于 {day} 报办结。").format(
                department=found.organisation, day=found.solved_on
            )
        )
    said = _said(words, _("请写明怎样解决的。"))
    found.solved_on, found.solved_by = on, by
    found.save()
    _step(found.whistle, Verb.SOLVED, by=by, on=on, call=found, words=said)
    count = found.steps.filter(verb=Verb.SOLVED).count()
    _tell_street(found, Notice.Kind.ARRIVED, f"solve {found.pk} {count}", words=said, on=on)
    return found


@transaction.atomic
def reopen(*, call: int, words: str, by: Person, on: date) -> Call:
    """Return a part to its department because it is not solved; its deadline stays."""
    found = _of(call)
    if found.solved_on is None:
        raise Refusal(_("这个部门还没有报办结。"))
    said = _said(words, _("请写明哪里没有解决。"))
    found.solved_on = found.solved_by = None
    found.told_late = False
    found.save()
    _step(found.whistle, Verb.REOPENED, by=by, on=on, call=found, words=said)
    count = found.steps.filter(verb=Verb.REOPENED).count()
    _tell(found, Notice.Kind.RETURNED, f"reopen {found.pk} {count}", on=on, words=said)
    return found


@transaction.atomic
def remind(*, call: int, words: str, by: Person, on: date) -> Call:
    """Remind a department of what it has to do next, at most once a day."""
    found = _of(call)
    if found.solved_on is not None:
        raise Refusal(_("这个部门已报办结，不用再催。"))
    if found.steps.filter(verb=Verb.REMINDED, on=on).exists():
        raise Refusal(_("今天已经催过，明天再催。"))
    _step(found.whistle, Verb.REMINDED, by=by, on=on, call=found, words=words.strip())
    _tell(found, Notice.Kind.REMINDED, f"remind {found.pk} {on}", on=on, words=words.strip())
    return found


@transaction.atomic
def escalate(*, pk: int, words: str, by: Person, on: date) -> Whistle:
    """Bring a hard case to the joint conference; the departments' clocks go on."""
    whistle = lock(pk)
    if whistle.state == State.HARD:
        raise Refusal(_("已经提请联席会。"))
    said = _said(words, _("请写明难在哪里、请联席会定什么。"))
    whistle.state = State.HARD
    whistle.save()
    _step(whistle, Verb.ESCALATED, by=by, on=on, words=said)
    return whistle


@transaction.atomic
def close(*, pk: int, words: str, by: Person, on: date) -> Whistle:
    """Confirm that the problem is solved, once every department said so."""
    whistle = lock(pk)
    waiting = whistle.calls.filter(solved_on=None).select_related("organisation").first()
    if waiting is not None:
        raise Refusal(
            _("{department}还没有报办结；请等它办结，或者催办。").format(
                department=waiting.organisation
            )
        )
    return _end(whistle, State.SOLVED, Verb.CLOSED, words.strip(), by=by, on=on)


@transaction.atomic
def withdraw(*, pk: int, words: str, by: Person, on: date) -> Whistle:
    """Take a whistle back, with a reason; its calls are not counted any more."""
    whistle = lock(pk)
    said = _said(words, _("请写明撤回的原因。"))
    return _end(whistle, State.WITHDRAWN, Verb.WITHDRAWN, said, by=by, on=on)


def _end(
    whistle: Whistle,
    state: Whistle.State,
    verb: WhistleStep.Verb,
    words: str,
    *,
    by: Person,
    on: date,
) -> Whistle:
    whistle.state, whistle.ended_on = state, on
    whistle.save()
    _step(whistle, verb, by=by, on=on, words=words)
    return whistle


def lock(pk: int) -> Whistle:
    """Return a whistle that goes on, locked; raises Refusal if it is over."""
    whistle = Whistle.objects.select_for_update(of=("self",)).get(pk=pk)
    if whistle.is_over:
        raise Refusal(
            _("这次吹哨{state}（{day}），不能再办。").format(
                state=whistle.get_state_display(), day=whistle.ended_on
            )
        )
    return whistle


def _of(pk: int) -> Call:
    """Return a call, its whistle locked."""
    whistle = lock(Call.objects.get(pk=pk).whistle_id)
    found = Call.objects.select_related("organisation").get(pk=pk)
    found.whistle = whistle
    return found


def _own(pk: int, by: Person) -> Call:
    found = _of(pk)
    if found.organisation_id != by.organisation_id:
        raise Refusal(
            _("这一项请的是{department}，由那个部门的人办理。").format(
                department=found.organisation
            )
        )
    return found


def _said(text: str, otherwise: str) -> str:
    if not text.strip():
        raise Refusal(otherwise)
    return text.strip()


def _step(
    whistle: Whistle,
    verb: WhistleStep.Verb,
    *,
    by: Person,
    on: date,
    call: Call | None = None,
    words: str = "",
) -> None:
    Whistle.objects.filter(pk=whistle.pk).update(version=whistle.version + 1)
    whistle.version += 1
    WhistleStep.objects.create(
        whistle=whistle,
        call=call,
        division=whistle.division,
        verb=verb,
        words=words,
        by=by,
        on=on,
    )
    record(
        _ACTIONS[verb],
        whistle,
        by=by,
        reason=words[:300],
        department=str(call.organisation) if call else "",
    )


def people_of(department: Organisation, division: str, on: date) -> list[Person]:
    """Return who answers whistles for a department in a division on a day."""
    roles = [
        r.value for r, known in ROLES.items() if Permission.ANSWER_WHISTLE in known.permissions
    ]
    found = Appointment.objects.filter(
        Q(until=None) | Q(until__gt=on),
        role__in=roles,
        division__in=[*ancestors(division), division],
        since__lte=on,
        person__is_active=True,
        person__organisation=department,
    )
    return list({one.person_id: one.person for one in found.select_related("person")}.values())


def _tell(found: Call, kind: Notice.Kind, key: str, *, on: date, words: str) -> None:
    notify(
        people_of(found.organisation, found.division, on),
        kind=kind,
        about=str(found.whistle),
        address=found.whistle.get_absolute_url(),
        key=key,
        words=words,
        due_on=found.due_on,
    )


def _tell_street(found: Call, kind: Notice.Kind, key: str, *, words: str, on: date) -> None:
    """Tell those of the sub-district who may whistle what a department did."""
    people = holders(Permission.BLOW_WHISTLE, found.division, on)
    notify(
        [one for one in people if len(one.division) > DISTRICT or one == found.whistle.by],
        kind=kind,
        about=str(found),
        address=found.whistle.get_absolute_url(),
        key=key,
        words=words,
    )
