"""What a body or a service waits for, in words; a step's own name does not always say it."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from jiugai.apps.owners.models import OwnersBody, PropertyService, Turn, Verb

_OF_BODIES: Final = {Verb.ENDED: _("任期届满：换届或重新组建")}
_OF_SERVICES: Final = {
    Turn.VOTE_CALLED: _("服务将满：组织业主表决选聘"),
    Turn.CARRIED: _("按表决结果登记选聘或者结束"),
    Turn.ENDED: _("合同将满：组织续聘或者另聘"),
}


def body_waits_for(body: OwnersBody) -> str:
    """Return what has to happen next to a body; nothing where nothing has."""
    return verb_due(body.due_verb) if body.due_verb else ""


def verb_due(verb: str) -> str:
    """Return a step of a body as something that has to be done."""
    return str(_OF_BODIES.get(Verb(verb), Verb(verb).label))


def service_waits_for(service: PropertyService) -> str:
    """Return what has to happen next to a service; nothing where nothing has."""
    if not service.due_turn:
        return ""
    return str(_OF_SERVICES.get(Turn(service.due_turn), Turn(service.due_turn).label))
