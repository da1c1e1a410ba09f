"""Texts of the core, values of facts and clauses, as pages of the register show them."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from jiugai.apps.registry.models import ChosenReading
from jiugai.kernel.i18n import _
from jiugai.kernel.source import Clause
from jiugai.policy.rulebook import rulebook
from jiugai.policy.vocabulary.fact import Fact, Kind
from jiugai.policy.wording import shown
from jiugai.web.templatetags.signs import VERDICTS, verdict

register = template.Library()


@register.filter
def say(text: object) -> str:
    """Return a text of the vocabulary or a rulebook in the language in use."""
    return _(str(text)) if text else ""


@register.filter
def value_of(fact: Fact, facts: dict[str, Any]) -> str:
    """Return what is known of a fact, as people read it; nothing where it is not known."""
    value = facts.get(fact.name)
    if value is None:
        return ""
    if fact.kind is Kind.MONEY:
        return f"{value / 1_000_000:,.2f} {_('万元')}"
    if fact.kind in (Kind.WHOLE, Kind.DECIMAL):
        return f"{value:,} {_(fact.unit)}".strip()
    return shown(fact, value)


@register.simple_tag
def clause(cited: Clause | None) -> SafeString:
    """Return a clause as a link to it on the page of its document."""
    if cited is None:
        return SafeString("")
    if cited.document not in rulebook().documents:
        return format_html("{}", cited)
    url = reverse("registry:policy_document", args=[cited.document])
    return format_html('<a class="clause" href="{}#{}">{}</a>', url, anchor(cited.number), cited)


@register.filter
def anchor(number: str) -> str:
    """Return a clause number as the id of its place on a page."""
    return "c-" + number.replace(" ", "_")


@register.filter
def lookup(found: dict[str, Any], key: str) -> Any:
    """Return what stands under a key, or None."""
    return found.get(key)


@register.filter
def number_text(value: object) -> str:
    """Return the value of a number of a rulebook as people read it."""
    if isinstance(value, tuple):
        return " – ".join(map(str, value))
    return f"{value:,}" if isinstance(value, int | float) and value >= 10_000 else str(value)


@register.simple_tag
def case_verdict(word: str) -> str:
    """Return a verdict as sign and word, or that the law is silent."""
    return verdict(word) if word in VERDICTS else gettext("没有规定")


@register.filter
def option_text(choice: ChosenReading) -> str:
    """Return what the option of a choice says; its name where the texts no longer have it."""
    return option_in_words(choice.reading, choice.option)


@register.simple_tag
def option_in_words(reading: str, option: str) -> str:
    """Return what an option of a reading says; by name where the texts have no such."""
    found = rulebook().readings.get(reading)
    return _(found.options.get(option, option)) if found else f"{reading}={option}"


@register.simple_tag
def question_of(reading: str) -> str:
    """Return what is open in the texts; its name where they no longer have it."""
    found = rulebook().readings.get(reading)
    return _(found.question) if found else reading
