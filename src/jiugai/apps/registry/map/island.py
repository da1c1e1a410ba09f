"""What the script of the map is told: addresses, colours' names, words."""

from collections.abc import Sequence
from typing import Any

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import gettext as _

from jiugai.apps.registry.models import Pipe, Stage
from jiugai.web.templatetags.signs import STAGES, VERDICTS

_TILES = "/features/collections/{layer}/tiles/WebMercatorQuad/{{z}}/{{y}}/{{x}}"


def config_of(
    *, query: str, by: str, tianditu: str, bounds: Sequence[float] | None = None
) -> dict[str, Any]:
    """Return it for some filters and one of the two ways to colour."""
    more = f"?{query}" if query else ""
    layers = ("buildings", "pipes", "resources")
    return {
        "by": by,
        "tiles": {
            "estates": _TILES.format(layer="estates") + more,
            **{layer: _TILES.format(layer=layer) for layer in layers},
        },
        "outlines": reverse("registry:map_outlines"),
        "estate": reverse("registry:estate", args=[0]),
        "list": reverse("registry:estates"),
        "choose": reverse("registry:map_choose"),
        "query": query,
        "bounds": bounds,
        "tianditu": tianditu,
        "stages": {one.value: list(map(str, STAGES[one.value])) for one in Stage},
        "verdicts": {word: list(map(str, said)) for word, said in VERDICTS.items()},
        "pipes": _titles(Pipe.Kind),
        "conditions": _titles(Pipe.Condition),
        "words": {
            "open": _("打开小区"),
            "households": _("户"),
            "metres": _("米"),
            "laid": _("{year} 年敷设"),
            "estates": _("个小区"),
            "box": _("按住鼠标拖出矩形；Esc 取消"),
            "ring": _("依次点出范围，双击结束；Esc 取消"),
            "failed": _("地图没有打开：浏览器不支持 WebGL。下面的图和表格内容相同。"),
            "shown": _("地图上的内容：拖动或用方向键移动，加减键缩放"),
        },
    }


def _titles(choices: type[TextChoices]) -> dict[str, str]:
    return {str(value): str(title) for value, title in choices.choices}
