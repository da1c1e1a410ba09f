"""Reading one of a closed list, whatever words the clerk had for it."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from jiugai.census.cells.reading import NOTHING, Reading, doubtful, noted, unreadable
from jiugai.census.issues import IssueKind
from jiugai.census.words import NONE_WORDS, dense, is_missing, key
from jiugai.kernel.i18n import _, listed
from jiugai.policy.vocabulary import Fact

_FILE: Final = Path(__file__).with_name("choices.yaml")
_PARTS: Final = re.compile(r"[、,;/+和及与]|\s+")
_REMARK: Final = re.compile(r"\([^()]*\)")


def read_choice(text: str, fact: Fact) -> Reading:
    """Return the stored word for what a cell says."""
    word = dense(text)
    parts = [part for part in _PARTS.split(_REMARK.sub("", word)) if part]
    found = _exactly(word, fact) or (_several(parts, fact) if len(parts) > 1 else None)
    if found := found or _roughly(word, fact):
        return found
    if is_missing(word, none_is_value="none" in fact.choices):
        return NOTHING
    return _unknown(fact)


def _exactly(word: str, fact: Fact) -> Reading | None:
    for spelling in (word, _REMARK.sub("", word)):
        if (stored := _exact(fact).get(key(spelling))) is not None:
            return Reading(stored)
    return None


def _roughly(word: str, fact: Fact) -> Reading | None:
    for pattern, answer in _patterns(fact):
        if pattern.search(word):
            return answer if isinstance(answer, Reading) else Reading(answer)
    return None


def _several(parts: list[str], fact: Fact) -> Reading | None:
    """Return what several answers in one cell come to, None if one of them is unknown."""
    found = [_exactly(part, fact) or _roughly(part, fact) for part in parts]
    words = {str(one.value) for one in found if one and one.value is not None}
    if None in found or not words:
        return None
    if len(words) == 1:
        return Reading(words.pop())
    if order := _words(fact).get("of_several"):
        return Reading(min(words, key=order.index))
    if "mixed" in fact.choices:
        return Reading("mixed")
    return doubtful(_("写了几种；请只写主要的一种"))


def _unknown(fact: Fact) -> Reading:
    terms = listed(_(term) for term in fact.choices.values())
    return unreadable(_("不在可选之列；请写 {terms} 之一").format(terms=terms))


@cache
def _exact(fact: Fact) -> Mapping[str, str]:
    """Return every spelling that is stored as one word, by its bare letters."""
    found: dict[str, str] = {}
    for stored, term in fact.choices.items():
        found |= {key(stored): stored, key(term): stored}
    if "none" in fact.choices:
        found |= {key(word): "none" for word in NONE_WORDS}
    for stored, spellings in _words(fact).get("words", {}).items():
        found |= {key(spelling): stored for spelling in spellings}
    return found


@cache
def _patterns(fact: Fact) -> tuple[tuple[re.Pattern[str], str | Reading], ...]:
    return tuple(
        (re.compile(one["like"], re.IGNORECASE), _answer(one["means"]))
        for one in _words(fact).get("patterns", ())
    )


def _answer(means: str) -> str | Reading:
    return _OTHER_ANSWERS[means]() if means in _OTHER_ANSWERS else means


def _words(fact: Fact) -> dict[str, Any]:
    """Return what clerks write for a fact's choices beside their terms."""
    found: dict[str, Any] = _all_words().get(fact.name, {})
    return found


@cache
def _all_words() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return found


def _not_appraised() -> Reading:
    return NOTHING


def _vague() -> Reading:
    return doubtful(_("没有写明是哪一种；请核对原件"))


def _preparing() -> Reading:
    return noted("none", IssueKind.DOUBTFUL, _("尚在筹备，按未组建计；组建后请改写"))


def _housing_office() -> Reading:
    remedy = _("按街道社区代管计；如不对请改写")
    return noted("street", IssueKind.DOUBTFUL, remedy)


#: Answers that are no stored word, or one that must be told.
_OTHER_ANSWERS: Final[dict[str, Callable[[], Reading]]] = {
    "?missing": _not_appraised,
    "?vague": _vague,
    "?preparing": _preparing,
    "?housing_office": _housing_office,
}
