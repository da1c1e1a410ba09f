"""Years, money, benefits and demands as pages of plans show them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.utils.translation import gettext as _

from jiugai.apps.plans.forms.fields import KINDS
from jiugai.apps.plans.models import Scenario
from jiugai.apps.plans.queries.law import documents_said
from jiugai.apps.plans.queries.pool import STATES, State
from jiugai.kernel.money import in_wan
from jiugai.planning.classes import class_title, class_titles
from jiugai.planning.search.stop import Stop
from jiugai.policy.entries import Works
from jiugai.web.templatetags.signs import VERDICTS

register = template.Library()


@register.filter
def years(span: Sequence[int]) -> str:
    """Return a span of years as its ends."""
    return f"{span[0]}–{span[-1]}" if len(span) > 1 else str(span[0])


@register.filter
def wan(cents: int | None) -> str:
    """Return cents in 万元 to a hundredth, thousands separated."""
    return "" if cents is None else in_wan(int(cents))


@register.filter
def points(worth: float | None) -> str:
    """Return a benefit with one decimal."""
    return "" if worth is None else f"{worth:,.1f}"


@register.filter
def milli(worth: int | None) -> str:
    """Return a benefit given in thousandths."""
    return "–" if worth is None else f"{worth / 1000:,.1f}"


@register.filter
def hundredths(score: int) -> str:
    """Return a score given in hundredths of a point."""
    return f"{score / 100:.2f}"


@register.filter
def percent(share: float | None) -> str:
    """Return a share of 1 in per cent."""
    return "" if share is None else f"{share:.3%}"


@register.filter
def plain(number: float) -> str:
    """Return a number as SVG reads it, whatever the language writes."""
    return f"{number:g}"


@register.filter
def works(classes: Sequence[str]) -> str:
    """Return the names of classes of works."""
    return class_titles(frozenset(map(Works, classes)))


@register.filter
def kind_said(kind: str) -> str:
    """Return the kind of a demand in the language in use."""
    return str(KINDS.get(kind, kind))


@register.filter
def stop_said(stop: str) -> str:
    """Return why a search ended."""
    return {
        Stop.PROVEN: _("已证明最优"),
        Stop.WORK: _("搜索完成"),
        Stop.TIME: _("到时停止"),
        Stop.ASKED: _("按要求停止"),
    }[Stop(stop)]


@register.filter
def tries(scenario: Scenario) -> str:
    """Return what a scenario changes in the law, "" for nothing."""
    return documents_said(scenario.asked)


@register.simple_tag
def live_gap(found: Mapping[str, Any]) -> str:
    """Return how far the best plan so far may be from the best."""
    if not found.get("milli") or found.get("bound") is None:
        return "–"
    return f"{max(found['bound'] - found['milli'], 0) / found['milli']:.3%}"


@register.simple_tag
def order_of(orders: Mapping[str, Any], key: str) -> Any:
    """Return what is demanded of an estate, None for nothing."""
    return orders.get(key)


@register.filter
def share(part: float) -> str:
    """Return a share of 1 in whole per cent."""
    return f"{part:.0%}"


@register.filter
def work(word: str) -> str:
    """Return the name of one class of works."""
    return class_title(Works(word))


@register.simple_tag
def state_title(state: State) -> str:
    """Return what people call a state in the pool."""
    return str(STATES[state])


@register.simple_tag
def verdict_sign(word: str) -> str:
    """Return the sign of a verdict."""
    return VERDICTS[word][0]


@register.simple_tag
def verdict_word(word: str) -> str:
    """Return the word of a verdict."""
    return str(VERDICTS[word][1])
