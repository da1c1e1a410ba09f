"""Chinese is the language of the source; other languages are gettext catalogues."""

import gettext
from collections.abc import Iterable
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Final

SOURCE_LANGUAGE: Final = "zh"
CATALOGUES: Final = Path(__file__).parent.parent / "locale"

_language: ContextVar[str] = ContextVar("language", default=SOURCE_LANGUAGE)


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that can be chosen."""
    return (SOURCE_LANGUAGE, *(po.parts[-3] for po in sorted(CATALOGUES.glob("*/*/jiugai.po"))))


def use_language(language: str) -> None:
    """Speak `language` from here on in this context; raises ValueError if there is no such one."""
    if language not in languages():
        raise ValueError(language)
    _language.set(language)


def language() -> str:
    """Return the language in use."""
    return _language.get()


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    return gettext.translation("jiugai", CATALOGUES, languages=[language])


def _(message: str) -> str:
    """Return `message`, written in Chinese, in the language in use."""
    return _catalogue(_language.get()).gettext(message) if message else ""


def ngettext(message: str, number: int) -> str:
    """Return `message`, which speaks of a number of things, in the language in use.

    Chinese has one sentence for one and for many; other languages choose by the number.
    """
    return _catalogue(_language.get()).ngettext(message, message, number)


@cache
def in_every_language(message: str) -> tuple[str, ...]:
    """Return `message` in all languages: a form that one clerk filled in, another may read."""
    return tuple(dict.fromkeys(_catalogue(one).gettext(message) for one in languages()))


def N_(message: str) -> str:
    """Mark a Chinese text that is kept as data and translated where it is shown."""
    return message


#: What stands between the members of a list, in the source's language.
MARKS: Final = (N_("、"), N_("，"), N_("；"))


def listed(things: Iterable[object], mark: str = "、") -> str:
    """Return what a sentence lists, with one of `MARKS` between as the language writes it."""
    return _(mark).join(map(str, things))


def noted(name: object, note: object) -> str:
    """Return a name with a note on it in brackets, as the language writes them."""
    return _("{name}（{note}）").format(name=name, note=note)


def headed(name: object, text: object) -> str:
    """Return a text behind the name of what it speaks of, as the language writes them."""
    return _("{name}：{text}").format(name=name, text=text)


def measured(number: object, unit: str) -> str:
    """Return a number with its unit; one that begins with a number, as 万元 does in English, is
    multiplied.
    """
    return f"{number} × {unit}" if unit[:1].isdigit() else f"{number} {unit}".rstrip()
