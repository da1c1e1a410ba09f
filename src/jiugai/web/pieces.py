"""What apps add to pages of the apps below them; each names its own in a module `pieces`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from django.apps import apps
from django.http import HttpRequest

#: Places on pages: buttons, menu and sections of an estate, sections of a project, what a
#: household can do now and what else its first page tells.
ESTATE_ACTIONS: Final = "estate.actions"
ESTATE_MENU: Final = "estate.menu"
ESTATE_SECTIONS: Final = "estate.sections"
PROJECT_ACTIONS: Final = "project.actions"
PROJECT_SECTIONS: Final = "project.sections"
RESIDENT_TODO: Final = "resident.todo"
RESIDENT_HOME: Final = "resident.home"
#: What the staff can do with one household, on the page of its building.
HOUSEHOLD: Final = "household"
#: Buttons of a survey.
SURVEY_ACTIONS: Final = "survey.actions"
#: The page about oneself.
ME: Final = "me"
#: The map: what lies below its dots in the picture, what stands beside it, tables below.
MAP_DRAWING: Final = "map.drawing"
MAP_SIDE: Final = "map.side"
MAP_ROWS: Final = "map.rows"
#: Buttons on the pages of a document, a rule and a number of the texts.
POLICY_DOCUMENT: Final = "policy.document"
POLICY_RULE: Final = "policy.rule"
POLICY_NUMBER: Final = "policy.number"

#: Returns what the template needs, or None where the piece is not to be seen.
Fill = Callable[[HttpRequest, Any], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of another app's page: where it stands, its template, and what fills it."""

    place: str
    template: str
    order: int
    fill: Fill


@cache
def pieces_at(place: str) -> tuple[Piece, ...]:
    """Return what the installed apps put into a place, in order."""
    found: list[Piece] = []
    for app in apps.get_app_configs():
        name = f"{app.name}.pieces"
        if app.name.startswith("jiugai.apps.") and find_spec(name):
            found += [one for one in import_module(name).PIECES if one.place == place]
    return tuple(sorted(found, key=lambda one: one.order))
