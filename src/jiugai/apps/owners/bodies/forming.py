"""What a body that is being formed must be."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from jiugai.apps.owners.bodies.checks import COMPOSED, IN_TERM
from jiugai.apps.owners.models import OwnersBody
from jiugai.apps.owners.ruled import Where, cited, refuse_unmet
from jiugai.apps.participation.models import Vote
from jiugai.kernel.errors import Refusal

Kind = OwnersBody.Kind
#: These serve for a term.
TERMED: Final = (Kind.COMMITTEE, Kind.COUNCIL)
FIELDS: Final = ("kind", "name", "size", "formed_on", "term_until", "ground", "vote")


def said_fields(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was said by the names of a body; text that is absent is empty."""
    found = {name: said.get(name) for name in FIELDS}
    return found | {"name": found["name"] or "", "ground": found["ground"] or ""}


def refuse_forming(body: OwnersBody, *, on: date) -> OwnersBody | None:
    """Return the former body of the kind that a new one takes over from.

    Raises Refusal if the body may not be formed as it is said.
    """
    if body.estate.retired_on is not None:
        raise Refusal(_("这个小区已不在册，不能登记业主组织。"))
    if body.formed_on > on:
        raise Refusal(_("成立日期不能晚于今天。"))
    _refuse_term(body)
    _refuse_vote(body)
    _refuse_kind(body)
    _refuse_rules(body)
    return _former(body)


def _refuse_term(body: OwnersBody) -> None:
    if body.kind not in TERMED:
        body.term_until = None
        return
    if body.term_until is None:
        raise Refusal(_("请填写任期届满日。"))
    if body.term_until <= body.formed_on:
        raise Refusal(_("任期届满日应晚于成立日期。"))


def _refuse_vote(body: OwnersBody) -> None:
    vote = body.vote
    if vote is None:
        return
    if vote.estate_id != body.estate_id or vote.matter != Vote.Matter.ELECT:
        raise Refusal(_("所选的表决不是本小区的业主委员会选举。"))
    if vote.state != Vote.State.PUBLISHED or not vote.result.is_carried:
        raise Refusal(_("所选的选举表决还没有公示通过的结果。"))


def _refuse_kind(body: OwnersBody) -> None:
    where: Where = {"division": body.division, "day": body.formed_on}
    running = set(
        OwnersBody.objects.filter(estate=body.estate, ended_on=None).values_list("kind", flat=True)
    )
    if body.kind == Kind.COUNCIL and Kind.COMMITTEE in running:
        raise Refusal(
            _("已有业主委员会，不能再组建物业管理委员会{cited}。").format(
                cited=cited("bpm", "53", **where)
            )
        )
    if body.kind == Kind.COUNCIL and not body.ground:
        raise Refusal(
            _("请选择组建物业管理委员会的理由{cited}。").format(cited=cited("bpm", "53", **where))
        )
    if body.kind == Kind.RENEWAL and Kind.COMMITTEE not in running:
        raise Refusal(
            _("没有任期将满的业主委员会，不组建换届小组{cited}。").format(
                cited=cited("bpm", "49①", **where)
            )
        )
    if body.kind == Kind.GROUP and Kind.COMMITTEE in running:
        raise Refusal(
            _("已有业主委员会；换届请组建换届小组{cited}。").format(
                cited=cited("bpm", "49①", **where)
            )
        )
    if body.kind != Kind.COUNCIL:
        body.ground = ""


def _refuse_rules(body: OwnersBody) -> None:
    facts: dict[str, Any] = {
        "members": body.size,
        "substitutes": 0,
        "group_members": body.size,
        "household_count": body.estate.facts.get("household_count"),
        "elected_on": body.formed_on,
        "council_formed_on": body.formed_on,
        "term_until": body.term_until,
    }
    rules = (*COMPOSED[body.kind], *IN_TERM.get(body.kind, ()))
    refuse_unmet(rules, facts, division=body.division, day=body.formed_on)
    if body.kind == Kind.COUNCIL and body.term_until is not None:
        refuse_unmet(
            ("bpm.body.council_in_term",), facts, division=body.division, day=body.term_until
        )


def _former(body: OwnersBody) -> OwnersBody | None:
    running = OwnersBody.objects.filter(estate=body.estate, ended_on=None)
    former = running.filter(kind=body.kind).first()
    if former is None:
        return None
    renewing = running.filter(kind=Kind.RENEWAL).exists() and body.kind == Kind.COMMITTEE
    if renewing or former.is_past_term(body.formed_on):
        return former
    raise Refusal(
        _("本小区已有在任的{kind}，一个物业管理区域只有一个；换届或结束后再登记。").format(
            kind=body.get_kind_display()
        )
    )
