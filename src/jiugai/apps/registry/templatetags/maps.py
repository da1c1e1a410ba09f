"""Tags of maps: words of a list, numbers as scripts read them, the small map of an estate."""

from django import template
from django.utils.html import format_html, format_html_join, json_script
from django.utils.safestring import SafeString

from jiugai.apps.registry.map.island import config_of
from jiugai.apps.registry.models import Estate
from jiugai.reporting.map import Projection

register = template.Library()
#: How far around an estate the big map looks, degrees.
AROUND = 0.01


@register.filter
def words(text: str) -> list[str]:
    """Return the words of a text."""
    return text.split()


@register.filter
def unlocalised(number: float) -> str:
    """Return a number as scripts read it, whatever the language of the page."""
    return repr(number)


@register.filter
def around(estate: Estate) -> str:
    """Return the box around an estate as the map's address takes it."""
    lon, lat = estate.lon or 0.0, estate.lat or 0.0
    corners = (lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND)
    return ",".join(f"{one:.6f}" for one in corners)


@register.simple_tag
def spot(estate: Estate) -> SafeString:
    """Return the buildings of an estate around its point as a picture that needs no script."""
    rings = [
        ring
        for building in estate.buildings.all()
        if building.outline and building.outline.get("type") == "Polygon"
        for ring in building.outline["coordinates"][:1]
    ]
    lon, lat = estate.lon or 0.0, estate.lat or 0.0
    frame = [(lon - 0.001, lat - 0.001), (lon + 0.001, lat + 0.001)]
    project = Projection([*frame, *((x, y) for ring in rings for x, y in ring)])
    paths = format_html_join(
        "",
        '<path class="map-building" d="{}"></path>',
        ((_path([project(x, y) for x, y in ring]),) for ring in rings),
    )
    x, y = project(lon, lat)
    return format_html(
        '<svg class="map-drawing" viewBox="0 0 {} {}" aria-hidden="true">{}'
        '<circle class="map-dot is-{}" cx="{}" cy="{}" r="24"></circle></svg>',
        round(project.width),
        round(project.height),
        paths,
        estate.stage,
        x,
        y,
    )


@register.simple_tag
def spot_config() -> SafeString:
    """Return what the script of the small map is told."""
    return json_script(config_of(query="", by="stage", tianditu=""), "map-config")


def _path(corners: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in corners) + "Z"
