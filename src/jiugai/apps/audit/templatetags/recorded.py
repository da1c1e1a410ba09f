"""Show what the record says in words instead of names and codes."""

from django import template

from jiugai.apps.audit.models import Line
from jiugai.apps.audit.subjects import subject_title
from jiugai.apps.audit.wording import in_words, thing_of, title_of

register = template.Library()


@register.filter
def subject_named(label: str) -> str:
    """Return what a kind of subject is called."""
    return subject_title(label) if label else ""


@register.filter
def thing_named(line: Line) -> str:
    """Return what the thing is called that a line speaks of."""
    return thing_of(line)


@register.filter
def details_in_words(line: Line) -> list[tuple[str, str]]:
    """Return what a line says besides its changes: each title with its value."""
    said = (pair for pair in line.detail.items() if pair[0] != "changes")
    return [(title_of(name, line), in_words(name, value, line)) for name, value in said]


@register.filter
def changes_in_words(line: Line) -> list[tuple[str, str, str]]:
    """Return what a line changed: each title with its value before and after."""
    return [
        (title_of(name, line), in_words(name, before, line), in_words(name, after, line))
        for name, (before, after) in line.changes.items()
    ]
