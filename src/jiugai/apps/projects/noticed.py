"""What projects add to notices: the works that were chosen."""

from collections.abc import Mapping

from django.utils import timezone

from jiugai.apps.participation.models import Part
from jiugai.apps.participation.notices.composing import fills_notice
from jiugai.apps.projects.menus.queries import State, menus_of
from jiugai.apps.projects.project.services import open_project_of
from jiugai.apps.registry.models import Estate
from jiugai.kernel.i18n import _ as say


@fills_notice
def chosen_works(estate: Estate) -> Mapping[Part, str]:
    """Return the items of the menu that are part of the works."""
    project = open_project_of(estate)
    if project is None:
        return {}
    found = menus_of(project, day=timezone.localdate())
    lines = [line for menu in found.menus for line in menu.lines if line.state == State.CHOSEN]
    return {Part.ITEMS: "\n".join(say(line.item.title) for line in lines)}
