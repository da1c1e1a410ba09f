"""What happens to the property service of an estate, from its first day to its last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.owners.bodies.standing import signing_body
from jiugai.apps.owners.models import PropertyService, ServiceEntry, ServiceStep, Turn
from jiugai.apps.owners.ruled import Where, cited, clause_text, refuse_unmet
from jiugai.apps.owners.service.due import waiting_of
from jiugai.apps.owners.service.facts import LASTING, facts_of, register_of, words_of
from jiugai.apps.owners.service.parties import enter, leave
from jiugai.apps.owners.service.turns import clause_for, next_state
from jiugai.apps.owners.supplying import supply
from jiugai.apps.registry.models import Estate
from jiugai.apps.registry.services.documents import add_document
from jiugai.kernel.errors import Refusal

State = PropertyService.State
Kind = PropertyService.Kind
#: What is said of a service when it starts.
STARTS = (
    "kind", "company", "chosen_by", "mode", "services", "since", "until", "cost", "posted_on",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contract:
    """What the contract says (BPM 63①)."""

    signed_on: date
    until: date
    standard: str
    fee_cents: int
    has_all_items: bool
    file: File[Any] | None = None


@transaction.atomic
def start(*, estate: Estate, said: Mapping[str, Any], by: Person, on: date) -> PropertyService:
    """Write down that a company begins to serve an estate.

    Raises Refusal if another one does, or the law of the day does not let this one.
    """
    locked = Estate.objects.select_for_update(of=("self",)).get(pk=estate.pk)
    service = PropertyService(estate=locked, division=locked.division)
    for name in STARTS:
        setattr(service, name, said[name])
    _refuse_start(service)
    service.save()
    _step(service, Turn.STARTED, service.since, "", by)
    _follow(service, by=by, on=on)
    record(Action.SERVICE_STARTED, service, by=by, kind=service.kind, company=service.company_id)
    return service


def _refuse_start(service: PropertyService) -> None:
    if service.estate.retired_on is not None:
        raise Refusal(_("这个小区已不在册，不能登记物业服务。"))
    other = PropertyService.objects.filter(estate=service.estate, ended_on=None).first()
    if other is not None:
        raise Refusal(
            _("{company} 正在服务；一个区域只选一家{cited}，请先登记其结束。").format(
                company=other.company,
                cited=cited("bpm", "61①", division=service.division, day=service.since),
            )
        )
    if service.until is not None and service.until < service.since:
        raise Refusal(_("结束日期早于开始日期，请核对。"))
    _refuse_footing(service)
    facts = facts_of(service)
    for day in (service.since, service.until or service.since):
        refuse_unmet(LASTING.get(service.kind, ()), facts, division=service.division, day=day)


def _refuse_footing(service: PropertyService) -> None:
    if service.kind in (Kind.TRIAL, Kind.EMERGENCY) and service.until is None:
        raise Refusal(_("请写明服务到哪一天为止。"))
    if service.kind != Kind.TRIAL:
        return
    first = cited("p14", "附件1(11)①", division=service.division, day=service.since)
    if service.cost.strip():
        raise Refusal(_("先尝后买试用期内不收物业费{cited}，请把费用留空。").format(cited=first))
    if not service.chosen_by:
        raise Refusal(_("请选择由谁预选了物业服务企业{cited}。").format(cited=first))
    if not service.mode.strip():
        raise Refusal(_("请写明先期确定的物业服务模式{cited}。").format(cited=first))


@transaction.atomic
def note(
    *,
    pk: int,
    kind: str,
    day: date,
    words: str,
    by: Person,
    on: date,
    file: File[Any] | None = None,
) -> ServiceEntry:
    """Add a line to the record of a service.

    Raises Refusal if the service has ended or the day lies outside it.
    """
    service = locked(pk)
    if service.state == State.ENDED:
        raise Refusal(_("服务已于 {on} 结束，不能再记。").format(on=service.ended_on))
    if not service.since <= day <= on:
        raise Refusal(_("日期应在服务开始日与今天之间。"))
    document = None
    if file is not None:
        document = add_document(estate=service.estate, file=file, title=words, by=by)
    entry = ServiceEntry.objects.create(
        service=service,
        division=service.division,
        kind=kind,
        on=day,
        words=words.strip(),
        document=document,
        by=by,
    )
    record(Action.SERVICE_NOTED, service, by=by, kind=kind, day=day.isoformat())
    return entry


@transaction.atomic
def post(*, pk: int, day: date, by: Person, on: date) -> PropertyService:
    """Write down that what is given, until when and for how much was put up (BPM 77②)."""
    service = locked(pk)
    service.state = next_state(service, Turn.POSTED)
    if day > on:
        raise Refusal(_("公示日期不能晚于今天。"))
    service.posted_on = day
    return taken(service, Turn.POSTED, day, "", by=by, on=on)


@transaction.atomic
def sign(*, pk: int, contract: Contract, by: Person, on: date) -> PropertyService:
    """Write down the contract that the owners' body signed for the owners.

    Raises Refusal before the owners decided, where nobody may sign for them, or where the
    contract lacks what the law asks for.
    """
    service = locked(pk)
    state = next_state(service, Turn.SIGNED)
    body = signing_body(service.estate)
    if body is None:
        where: Where = {"division": service.division, "day": contract.signed_on}
        raise Refusal(
            _("没有业主委员会或物业管理委员会，无人代表业主签合同{cited}。").format(
                cited=cited("bpm", "63①", **where)
            )
        )
    _refuse_contract(service, contract, on)
    service.state, service.body = state, body
    service.signed_on, service.contract_until = contract.signed_on, contract.until
    service.standard, service.fee_cents = contract.standard.strip(), contract.fee_cents
    service.has_all_items = contract.has_all_items
    refuse_unmet(
        ("bpm.management.contract", "hnpm.contract"),
        facts_of(service),
        division=service.division,
        day=contract.signed_on,
    )
    if contract.file is not None:
        title = _("物业服务合同 {company}").format(company=service.company)
        service.contract = add_document(
            estate=service.estate, file=contract.file, title=title, by=by
        )
    enter(service, by=by)
    return taken(service, Turn.SIGNED, contract.signed_on, service.standard, by=by, on=on)


def _refuse_contract(service: PropertyService, contract: Contract, on: date) -> None:
    if contract.signed_on > on:
        raise Refusal(_("签订日期不能晚于今天。"))
    if contract.until <= contract.signed_on:
        raise Refusal(_("合同届满日应晚于签订日期。"))
    if contract.fee_cents <= 0:
        raise Refusal(_("请填写物业费标准。"))
    vote = service.vote
    if vote is None and contract.file is None:
        raise Refusal(_("系统里没有选聘的表决，请上传合同作为依据。"))
    if vote is not None and vote.published_on and contract.signed_on < vote.published_on:
        raise Refusal(_("表决结果 {on} 才公示，合同不能签在这之前。").format(on=vote.published_on))


@transaction.atomic
def file_contract(*, pk: int, day: date, number: str, by: Person, on: date) -> PropertyService:
    """Write down that the contract was filed; raises Refusal before it was signed."""
    service = locked(pk)
    service.state = next_state(service, Turn.FILED)
    if service.signed_on is None or not service.signed_on <= day <= on:
        raise Refusal(_("备案日期应在签订日与今天之间。"))
    if not number.strip():
        raise Refusal(_("请填写备案号。"))
    service.filed_on, service.filing_number = day, number.strip()
    return taken(service, Turn.FILED, day, service.filing_number, by=by, on=on)


@transaction.atomic
def end(*, pk: int, day: date, why: str, by: Person, on: date) -> PropertyService:
    """End a service; raises Refusal without a reason, or while its vote runs."""
    service = locked(pk)
    service.state = next_state(service, Turn.ENDED)
    if not service.since <= day <= on:
        raise Refusal(_("日期应在服务开始日与今天之间。"))
    if len(why.strip()) < 2:
        raise Refusal(_("请写明结束的原因。"))
    service.ended_on, service.why_ended = day, why.strip()
    leave(service, last=day, by=by)
    return taken(service, Turn.ENDED, day, service.why_ended, by=by, on=on)


def locked(pk: int) -> PropertyService:
    """Return a service, locked after its estate."""
    estate = PropertyService.objects.values_list("estate", flat=True).get(pk=pk)
    # The estate first, as `start` does it, so that two who write never wait for each other.
    Estate.objects.select_for_update(of=("self",)).get(pk=estate)
    found = PropertyService.objects.select_related("estate", "company")
    return found.select_for_update(of=("self",)).get(pk=pk)


def taken(
    service: PropertyService, turn: Turn, day: date, words: str, *, by: Person, on: date
) -> PropertyService:
    """Keep a service after a step, with the step itself, and let the register follow."""
    service.save()
    _step(service, turn, day, words, by)
    _follow(service, by=by, on=on)
    record(
        Action.SERVICE_STEP, service, by=by, turn=turn, day=day.isoformat(), state=service.state
    )
    return service


def _step(service: PropertyService, turn: Turn, day: date, words: str, by: Person) -> ServiceStep:
    return ServiceStep.objects.create(
        service=service,
        division=service.division,
        turn=turn,
        on=day,
        words=words[:300],
        clause=clause_text(clause_for(service, turn)),
        by=by,
    )


def _follow(service: PropertyService, *, by: Person, on: date) -> None:
    """Say what the service waits for, and what the register knows of it."""
    waiting = waiting_of(service)
    service.due_turn = waiting.turn if waiting else ""
    service.due_on = waiting.on if waiting else None
    service.due_clause = clause_text(waiting.clause) if waiting else ""
    service.save(update_fields=["due_turn", "due_on", "due_clause"])
    values = register_of(service.estate, on=on)
    supply(service.estate, values, words=words_of(service), by=by, on=on)
