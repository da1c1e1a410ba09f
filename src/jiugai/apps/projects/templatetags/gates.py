"""How gates are drawn: as dots in lists, as signs on pages."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from jiugai.apps.projects.gates.parts.queries import Part
from jiugai.apps.projects.gates.queries import Gate, item_title
from jiugai.apps.projects.models import Claim, Evidence, PartProof
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.i18n import headed, listed, noted
from jiugai.policy.vocabulary import Building, Component, Estate
from jiugai.policy.vocabulary import Project as Works
from jiugai.policy.vocabulary.fact import Fact
from jiugai.policy.wording import shown
from jiugai.web.templatetags.signs import VERDICTS, verdict

register = template.Library()


@register.simple_tag
def gate_sign(gate: Gate) -> SafeString:
    """Return the verdict of a gate and, beside it, that it was overridden."""
    if gate.override is None:
        return verdict(gate.verdict)
    return format_html(
        '{} <span class="override"><span class="sign" aria-hidden="true">⚑</span>{}</span>',
        verdict(gate.verdict),
        _("已放行"),
    )


@register.simple_tag
def gate_dot(project: int, gate: Gate) -> SafeString:
    """Return a gate as a dot that leads to its page; a dash where the law does not ask it."""
    if gate.state is None:
        return format_html(
            '<span class="gate-dot is-none"><span aria-hidden="true">–</span>'
            '<span class="visually-hidden">{}</span></span>',
            _("此处不要求"),
        )
    sign, word = VERDICTS[gate.verdict]
    return format_html(
        '<a class="gate-dot is-{}{}" href="{}" title="{}"><span aria-hidden="true">{}</span>'
        '<span class="visually-hidden">{}：{}{}</span></a>',
        gate.verdict,
        " is-overridden" if gate.override else "",
        reverse("projects:gate", args=[project, gate.rule.id]),
        say(gate.rule.title),
        "?" if sign == "？" else sign,  # the full-width sign stands off the middle
        say(gate.rule.title),
        word,
        _("，已放行") if gate.override else "",
    )


@register.filter
def proved(evidence: Evidence) -> list[str]:
    """Return what evidence shows: facts with their values, and of which parts of the works."""
    return [
        *(claim_text(claim, evidence) for claim in evidence.claims.all()),
        *parts_proved(evidence),
    ]


@register.filter
def parts_proved(evidence: Evidence) -> list[str]:
    """Return of which parts of the works evidence speaks, item by item, and what it shows."""
    items: dict[str, list[PartProof]] = {}
    for part in evidence.parts.all():
        items.setdefault(part.item, []).append(part)
    return [_parts_text(item, parts) for item, parts in items.items()]


def _parts_text(item: str, parts: list[PartProof]) -> str:
    where = listed(dict.fromkeys(str(one.building) for one in parts if one.building))
    facts = parts[0].facts.items()
    said = listed(
        f"{say(Component.fact(name).heading)} = {shown(Component.fact(name), value)}"
        for name, value in facts
    )
    title = item_title(item)
    return headed(noted(title, where) if where else title, said)


@register.filter
def part_lacks(part: Part) -> str:
    """Return why a part does not pass: what is not known of it, or that its people disagree."""
    missing = [say(Component.fact(name).heading) for name in part.finding.missing]
    return _("不详：{facts}").format(facts=listed(missing)) if missing else _("没有达成共识")


def claim_text(claim: Claim, evidence: Evidence) -> str:
    """Return a fact with the value that evidence gives it."""
    fact = _fact(claim.fact, evidence)
    return f"{say(fact.heading)} = {shown(fact, claim.value)}" if fact else claim.fact


def _fact(name: str, evidence: Evidence) -> Fact | None:
    subjects = (Building,) if evidence.building_id else (Estate, Works)
    found = (getattr(subject, name, None) for subject in subjects)
    return next((fact for fact in found if isinstance(fact, Fact)), None)
