"""A property service as the rules see it, and what the register then knows of the estate."""

from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from jiugai.apps.owners.models import PropertyService
from jiugai.apps.owners.ruled import findings
from jiugai.apps.participation.models import Vote
from jiugai.apps.registry.models import Estate
from jiugai.policy.case import Finding

Kind = PropertyService.Kind
State = PropertyService.State
CONTRACT: Final = (
    "bpm.management.one_company",
    "bpm.management.contract",
    "bpm.management.filed",
    "hnpm.contract",
    "hnpm.contract_filing",
)
RULES: Final[dict[str, tuple[str, ...]]] = {
    Kind.TRIAL: ("p14.trial", "p14.trial.hire"),
    Kind.EMERGENCY: ("bpm.management.emergency", "bpm.management.emergency_posted"),
    Kind.QUASI: (),
    Kind.MARKET: (),
}
#: What must hold on the first and on the last day that a service is agreed for.
LASTING: Final[dict[str, tuple[str, ...]]] = {
    Kind.TRIAL: ("p14.trial",),
    Kind.EMERGENCY: ("bpm.management.emergency",),
}


def facts_of(service: PropertyService) -> dict[str, Any]:
    """Return the facts of a service; what nobody knows is absent."""
    signed = service.signed_on
    facts: dict[str, Any] = {
        "preselected_by": service.chosen_by or None,
        "mode_settled": bool(service.mode) or None,
        "company_count": 1,
        "hire_voted_by": service.body.kind if service.body else None,
        "hire_carried": _carried(service.vote),
        "contract_signed": signed is not None,
    }
    if service.kind == Kind.TRIAL:
        facts |= {
            "trial_since": service.since,
            "trial_until": service.until,
            "trial_contract": bool(signed and service.until and signed <= service.until),
            "trial_fee": bool(service.cost),
        }
    if service.kind == Kind.EMERGENCY:
        facts |= {
            "emergency_since": service.since,
            "emergency_first": first_emergency(service),
            "emergency_posted": service.posted_on is not None,
        }
    if signed is not None:
        facts |= {
            "contract_written": True,
            "contract_by_body": service.body_id is not None,
            "contract_items": service.has_all_items,
            "contract_signed_on": signed,
            "contract_filed_on": service.filed_on,
            "contract_until": service.contract_until,
        }
    return {name: value for name, value in facts.items() if value is not None}


def _carried(vote: Vote | None) -> bool | None:
    if vote is None or vote.state != Vote.State.PUBLISHED:
        return None
    return vote.result.is_carried


def first_emergency(service: PropertyService) -> date:
    """Return the first day of the emergencies that no contract came between."""
    before = PropertyService.objects.filter(estate=service.estate, since__lt=service.since)
    contract = before.exclude(signed_on=None).order_by("-since").first()
    earlier = before.filter(kind=Kind.EMERGENCY)
    if contract is not None:
        earlier = earlier.filter(since__gt=contract.since)
    first = earlier.order_by("since").values_list("since", flat=True).first()
    return first or service.since


def checks_of(service: PropertyService, *, on: date) -> list[Finding]:
    """Return what the rules say of a service; the trial is judged on a day of its own."""
    facts = facts_of(service)
    rules = RULES[service.kind]
    day = min(on, service.until) if service.until else on
    found = findings(rules[:1], facts, division=service.division, day=max(day, service.since))
    found += findings(rules[1:], facts, division=service.division, day=on)
    if service.signed_on is not None:
        found += findings(CONTRACT, facts, division=service.division, day=on)
    return found


def register_of(estate: Estate, *, on: date) -> dict[str, Any]:
    """Return what the register has to know of the property service of an estate on a day.

    Values of the ledger stay where no service was ever written down that speaks of them.
    """
    services = PropertyService.objects.filter(estate=estate).select_related("company")
    current = services.filter(ended_on=None).first()
    found: dict[str, Any] = {}
    if services.filter(kind=Kind.TRIAL).exists():
        found["property_trial"] = current is not None and is_on_trial(current, on)
    if current is not None and current.mode:
        found["service_mode_settled"] = True
    if services.exclude(vote=None).exists() or services.exclude(signed_on=None).exists():
        found |= _chosen(current)
    return found


def is_on_trial(service: PropertyService, on: date) -> bool:
    """Return whether a company is tried on a day (P14 附件1(11)①)."""
    running = service.kind == Kind.TRIAL and service.ended_on is None
    return running and service.since <= on and not service.is_over(on)


def _chosen(current: PropertyService | None) -> dict[str, Any]:
    chosen = current is not None and current.state in (State.CARRIED, State.HIRED)
    hired = current is not None and current.state == State.HIRED
    return {
        "property_company": str(current.company) if current and chosen else None,
        "property_settled": chosen,
        "service_standard_settled": hired,
        "fee_agreed": hired,
        "property_agreement": hired,
    }


def words_of(service: PropertyService) -> str:
    """Return the source of such facts in words."""
    return _("物业服务台账：{kind}，{company}，{state}").format(
        kind=service.get_kind_display(),
        company=service.company,
        state=service.get_state_display(),
    )
