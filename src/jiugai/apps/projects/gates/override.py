"""Let a project pass a gate without its rule, by name and with a reason; end that again."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.gates.recompute import lock, recompute
from jiugai.apps.projects.gates.supply import asked_gate
from jiugai.apps.projects.models import Cause, GateEvent, GateState, Override, Project
from jiugai.kernel.errors import Refusal
from jiugai.kernel.verdict import Verdict


@transaction.atomic
def override(*, project: Project, rule: str, reason: str, by: Person, on: date) -> Override:
    """Let a project pass a gate; the verdict of the rule stays as it is beside it.

    Raises Refusal without a reason, for a closed project, or where the gate is open already.
    """
    if project.closed_on is not None:
        raise Refusal(_("项目已结束，不能再放行。"))
    if not reason.strip():
        raise Refusal(_("请写明放行的理由；它会一直公开显示。"))
    asked_gate(project, rule, on)
    state = _locked_state(project, rule, on)
    if state.override is not None:
        raise Refusal(
            _("这道门槛已由{person}放行：{reason}").format(
                person=state.override.by, reason=state.override.reason
            )
        )
    if state.verdict == Verdict.MET:
        raise Refusal(_("这道门槛按规定已经符合，不需要放行。"))
    found = Override.objects.create(
        project=project,
        division=project.division,
        rule=rule,
        verdict=state.verdict,
        reason=reason.strip()[:300],
        by=by,
    )
    _tell(state, found, Cause.OVERRIDE, by, on)
    state.override = found
    state.save(update_fields=["override"])
    record(
        Action.GATE_OVERRIDDEN,
        project,
        by=by,
        reason=found.reason,
        rule=rule,
        verdict=state.verdict,
        missing=state.missing,
    )
    return found


@transaction.atomic
def end_override(*, pk: int, why: str, by: Person, on: date) -> Override:
    """End an override; from then on only the rule counts. It stays in the history.

    Raises Refusal without a reason or if it was ended already.
    """
    found = Override.objects.select_for_update(of=("self",)).select_related("project").get(pk=pk)
    if found.ended_at is not None:
        raise Refusal(
            _("这次放行已由{person}终止：{why}").format(person=found.ended_by, why=found.ended_why)
        )
    if not why.strip():
        raise Refusal(_("请写明终止的理由。"))
    found.ended_at, found.ended_by, found.ended_why = timezone.now(), by, why.strip()[:300]
    found.save(update_fields=["ended_at", "ended_by", "ended_why"])
    lock([found.project_id])
    for state in GateState.objects.filter(project=found.project_id, override=found):
        _tell(state, found, Cause.ENDED, by, on)
        state.override = None
        state.save(update_fields=["override"])
    record(Action.OVERRIDE_ENDED, found.project, by=by, reason=found.ended_why, rule=found.rule)
    return found


def _locked_state(project: Project, rule: str, on: date) -> GateState:
    """Return how a gate stands by today's law and facts, locked."""
    recompute([project.pk], day=on)
    states = GateState.objects.select_for_update(of=("self",)).select_related("override__by")
    found = states.filter(project=project, rule=rule).first()
    if found is None:
        raise Refusal(_("放行只对整个项目的门槛；楼栋请逐栋补证据。"))
    return found


def _tell(state: GateState, found: Override, cause: Cause, by: Person, on: date) -> None:
    GateEvent.objects.create(
        project_id=state.project_id,
        division=state.division,
        rule=state.rule,
        day=on,
        before=state.verdict,
        after=state.verdict,
        cause=cause,
        by=by,
        override=found,
        digest=state.digest,
    )
