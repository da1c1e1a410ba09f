"""Read what a collector sends: an XML instance, back into answers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from jiugai.apps.surveys.answers.services import MOST_PEOPLE
from jiugai.apps.surveys.collect.xform import BEGUN, ENDED, HOUSEHOLD, PERSON
from jiugai.asking.answering import MOST_ROWS
from jiugai.asking.form import Form, Group, Part, Question
from jiugai.kernel.errors import Refusal

LARGEST: Final = 2 * 2**20
_ID: Final = re.compile(r"jiugai-(\d{1,12})")
_INSTANCE: Final = re.compile(r"uuid:[0-9a-fA-F-]{32,36}")


@dataclass(frozen=True, slots=True)
class Sent:
    """An instance as it was sent: of which survey and version, from which flat, when."""

    survey: int
    version: int
    instance: str
    replaces: str
    digest: str
    household: int
    person: int
    said_at: datetime | None
    root: Element


def read_instance(content: bytes) -> Sent:
    """Return what an instance says of itself; raises Refusal if it is none of ours."""
    if len(content) > LARGEST:
        raise Refusal(_("答卷超过 2 MB，请分开提交。"))
    root = _root(content)
    named = _ID.fullmatch(root.get("id", ""))
    if named is None:
        raise Refusal(_("这不是本系统的问卷；请在采集器里重新下载问卷。"))
    version = root.get("version", "")
    meta = {_name(one): (one.text or "").strip() for one in _find(root, "meta")}
    instance = meta.get("instanceID", "")
    if not _INSTANCE.fullmatch(instance):
        raise Refusal(_("答卷没有编号（instanceID）；请用采集器重新提交。"))
    return Sent(
        survey=int(named[1]),
        version=int(version) if version.isascii() and version.isdigit() else 0,
        instance=instance,
        replaces=meta.get("deprecatedID", ""),
        digest=hashlib.sha256(content).hexdigest(),
        household=_household(root),
        person=_person(root),
        said_at=_moment(_text(root, ENDED) or _text(root, BEGUN)),
        root=root,
    )


def answers_in(form: Form, root: Element) -> dict[str, Any]:
    """Return the answers of an instance to the questions of a form."""
    return dict(_answers(form.parts, root))


def _answers(parts: tuple[Part, ...], at: Element) -> Iterator[tuple[str, Any]]:
    for part in parts:
        if isinstance(part, Question):
            if value := _text(at, part.name):
                yield part.name, value
        elif part.repeats:
            yield part.name, _rows(part, at)
        elif (inner := next(_children(at, part.name), None)) is not None:
            yield from _answers(part.parts, inner)


def _rows(group: Group, at: Element) -> list[Mapping[str, Any]]:
    rows = [dict(_answers(group.parts, row)) for row in _children(at, group.name)]
    if len(rows) > MOST_ROWS:
        raise Refusal(_("“{name}”超过 {n} 行。").format(name=group.name, n=MOST_ROWS))
    return list(rows)


def _root(content: bytes) -> Element:
    try:
        root: Element = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise Refusal(_("答卷不是完整的 XML；请用采集器重新提交。")) from error
    return root


def _household(root: Element) -> int:
    said = _text(root, HOUSEHOLD)
    if not said.isascii() or not said.isdigit() or len(said) > 18:
        raise Refusal(_("答卷没有写明哪一户；请在采集器里选好户再提交。"))
    return int(said)


def _person(root: Element) -> int:
    said = _text(root, PERSON) or "1"
    if not said.isascii() or not said.isdigit() or not 1 <= int(said[:9]) <= MOST_PEOPLE:
        raise Refusal(
            _("作答的人要写成 1 到 {n} 的数；请在采集器里改好再提交。").format(n=MOST_PEOPLE)
        )
    return int(said)


def _moment(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return timezone.make_aware(found) if found and timezone.is_naive(found) else found


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _children(at: Element, name: str) -> Iterator[Element]:
    return (one for one in at if _name(one) == name)


def _find(at: Element, name: str) -> Element | tuple[()]:
    return next(_children(at, name), ())


def _text(at: Element, name: str) -> str:
    found = next(_children(at, name), None)
    return (found.text or "").strip() if found is not None else ""
