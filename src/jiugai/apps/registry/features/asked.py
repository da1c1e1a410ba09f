"""What a request for features asks, or which word of it cannot be used."""

from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext as _

from jiugai.apps.registry.api.problem import Turned
from jiugai.apps.registry.features.items import Asked
from jiugai.apps.registry.features.layers import Layer
from jiugai.apps.registry.queries.boxes import box
from jiugai.kernel.i18n import listed

LIMIT: Final = 100
MOST: Final = 10_000
#: Parameters that say nothing here: no feature has a time, and there is one format and system.
QUIET: Final = {"datetime", "f"}
CRS84: Final = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
KNOWN: Final = {"limit", "offset", "bbox", "after", "bbox-crs", "crs"}


def asked_of(layer: Layer, query: QueryDict) -> Asked:
    """Return the page that is asked for; raises Turned for a word that makes no sense."""
    names = set(query) - QUIET - KNOWN
    if unknown := sorted(names - set(layer.properties)):
        raise _unusable(listed(unknown), layer)
    if any(query.get(name, CRS84) != CRS84 for name in ("crs", "bbox-crs")):
        raise Turned(_("坐标只有 CRS84（WGS-84 经度、纬度）。"), status=400)
    after = query.get("after", "")
    return Asked(
        limit=_whole(query, "limit", LIMIT, layer, least=1, most=MOST),
        offset=_whole(query, "offset", 0, layer, least=0, most=10**6),
        box=_box(query.get("bbox", ""), layer),
        after=tuple(_number(word, "after", layer) for word in after.split(".")) if after else (),
        filters=tuple((name, _word(str(query[name]), name, layer)) for name in sorted(names)),
    )


def _whole(
    query: QueryDict, name: str, default: int, layer: Layer, *, least: int, most: int
) -> int:
    value = _number(str(query[name]), name, layer) if name in query else default
    if value < least:
        raise _unusable(name, layer)
    return min(value, most)  # more than may be asked for is answered with what may be given


def _number(word: str, name: str, layer: Layer) -> int:
    if not (word.isascii() and word.isdecimal() and len(word) < 19):
        raise _unusable(name, layer)
    return int(word)


def _word(word: str, name: str, layer: Layer) -> str:
    if "\x00" in word:
        raise _unusable(name, layer)
    return word


def _box(text: str, layer: Layer) -> tuple[float, float, float, float] | None:
    if not text:
        return None
    words = text.split(",")
    if len(words) == 6:  # with heights, which nothing here has
        words = [*words[:2], *words[3:5]]
    try:
        return box(",".join(words))
    except ValueError as error:
        raise _unusable("bbox", layer) from error


def _unusable(name: str, layer: Layer) -> Turned:
    return Turned(
        _("不能使用参数 {name}；可用的有 bbox、limit、offset 和 {names}。").format(
            name=name, names=listed(layer.properties)
        ),
        status=400,
    )
