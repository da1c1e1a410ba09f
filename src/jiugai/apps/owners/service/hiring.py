"""Owners decide whether a company stays: the vote is called, and what came of it."""

from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.owners.bodies.standing import signing_body
from jiugai.apps.owners.models import PropertyService, Turn
from jiugai.apps.owners.ruled import cited, number_on
from jiugai.apps.owners.service.services import locked, taken
from jiugai.apps.owners.service.turns import next_state
from jiugai.apps.participation.models import Vote
from jiugai.apps.participation.votes import services as votes
from jiugai.kernel.errors import Refusal

Kind = PropertyService.Kind
#: How long ballots are taken, in days, until whoever runs the vote says otherwise.
OPEN_FOR: Final = 14


@transaction.atomic
def call_vote(*, pk: int, by: Person, on: date) -> Vote:
    """Draft the vote by which owners hire the company; it begins when a trial is over.

    Raises Refusal where no body of the owners can organise it.
    """
    service = locked(pk)
    state = next_state(service, Turn.VOTE_CALLED)
    body = signing_body(service.estate)
    if body is None:
        raise Refusal(
            _("先组建业主委员会或物业管理委员会，由它组织居民投票{cited}。").format(
                cited=_afterwards(service)
            )
        )
    said = prefilled(service, on=on)
    vote = votes.prepare(estate=service.estate, said=said, by=by, on=on)
    service.state, service.vote, service.body = state, vote, body
    taken(service, Turn.VOTE_CALLED, on, str(body), by=by, on=on)
    return vote


def prefilled(service: PropertyService, *, on: date) -> dict[str, Any]:
    """Return what the vote asks, with its kind of decision and the first days that fit."""
    opens = _opens_on(service, on)
    zone = timezone.get_current_timezone()
    opens_at = datetime.combine(opens, time(9), tzinfo=zone)
    company, estate = service.company, service.estate
    return {
        "question": _("是否选聘{company}为{estate}提供物业服务？").format(
            company=company, estate=estate
        ),
        "if_yes": _(
            "由业主组织代表业主与{company}签订物业服务合同，写明内容、标准和费用。"
        ).format(company=company),
        "if_no": _("服务到期结束，不签合同，不收物业费，另行选聘。"),
        "matter": Vote.Matter.HIRE_COMPANY,
        "body": Vote.Body.ESTATE,
        "building": None,
        "unit": None,
        "opens_at": opens_at,
        "closes_at": opens_at + timedelta(days=OPEN_FOR),
        "noticed_on": on,
        "is_on_works": False,
        "is_online": True,
        "uses_city_system": False,
        "area_total_dm2": None,
    }


def _opens_on(service: PropertyService, on: date) -> date:
    """After the notice of BPM 35④; of a trial not before it is over (P14 附件1(11)②)."""
    number = number_on(service.division, ("bpm.meeting_notice_days",), on)
    first = on + timedelta(days=int(str(number.value)) if number else 1)
    if service.kind == Kind.TRIAL and service.until is not None:
        return max(first, service.until + timedelta(days=1))
    return first


@transaction.atomic
def conclude(*, pk: int, by: Person, on: date) -> PropertyService:
    """Take what came of the vote: the company is hired, or not, or the vote was given up.

    A vote that began before the trial was over hires nobody. Raises Refusal while the result is
    not published.
    """
    service = locked(pk)
    vote = service.vote
    if vote is None or service.state != PropertyService.State.VOTING:
        raise Refusal(_("现在没有选聘的表决。"))
    is_early = _was_early(service, vote)
    turn = _turn(vote, is_early=is_early)
    service.state = next_state(service, turn)
    day = vote.published_on or on
    if turn in (Turn.REJECTED, Turn.VOTE_DROPPED):
        service.body = None
    if turn == Turn.VOTE_DROPPED:
        service.vote = None
    if service.state == PropertyService.State.ENDED:
        service.ended_on, service.why_ended = day, _("业主表决未通过选聘")
    words = vote.question
    if is_early:
        words = _("表决早于试用期满，不能据此选聘{cited}").format(cited=_afterwards(service))
    return taken(service, turn, day, words, by=by, on=on)


def _turn(vote: Vote, *, is_early: bool) -> Turn:
    if vote.state == Vote.State.CANCELLED:
        return Turn.VOTE_DROPPED
    if vote.state != Vote.State.PUBLISHED:
        raise Refusal(_("表决结果还没有公示，公示后再登记。"))
    if is_early:
        return Turn.VOTE_DROPPED
    return Turn.CARRIED if vote.result.is_carried else Turn.REJECTED


def _was_early(service: PropertyService, vote: Vote) -> bool:
    if service.kind != Kind.TRIAL or service.until is None:
        return False
    return timezone.localdate(vote.opens_at) <= service.until


def _afterwards(service: PropertyService) -> str:
    return cited("p14", "附件1(11)②", division=service.division, day=service.since)
