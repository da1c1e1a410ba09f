"""Collect every Chinese text that people see and keep the translation catalogues in step."""

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Final, TypeVar

import yaml
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from tools.site_messages import ROOT, SOURCE, Words, is_of_site, packages, texts_of

LOCALE: Final = SOURCE / "locale"
TEMPLATES: Final = {".html", ".j2", ".jinja", ".svg"}
FUNCTIONS: Final = ("_", "N_", "gettext", "ngettext")  # {% trans %} is read as the latter
PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}|%\((\w+)\)s")
#: A sentence that was pasted several times over.
REPEATED: Final = re.compile(r"(.{12,}?)\1+", re.DOTALL)
SHOWN: Final = 40  # complaints, of what may be thousands in a new language
SEEN: Final = ("title", "crew", "reason", "says", "unit", "reading", "source")
HAN: Final = re.compile(r"[\u4e00-\u9fff]")
#: Letters and marks of which other languages have their own.
CHINESE: Final = re.compile(r"[\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]")

#: The site's catalogues; the core's stand for themselves.
SITE: Final = "django.po"

T = TypeVar("T", str, Words)
Text = tuple[str, Words]  # where it stands, what it says


def main() -> int:
    """Merge new texts into the catalogues; with --check change nothing and list what is wrong."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    wrong = 0
    of_site: dict[tuple[str, str], str] = {}
    for path, texts in catalogues():
        old = read(path)
        new = merged(old, texts)
        complaints = list(complaints_about(new))
        if path.name == SITE:
            complaints += disagreements(new, of_site)
        if check and (not path.exists() or written(new) != path.read_bytes()):
            complaints.insert(0, "texts were added, removed or moved; run make messages")
        if not check:
            store(path, new)
        lines = [*complaints[:SHOWN], f"{len(complaints)} to mend among {len(texts)} texts"]
        sys.stdout.writelines(f"{place(path)}: {line}\n" for line in lines)
        wrong += len(complaints)
    return 1 if check and wrong else 0


def catalogues() -> Iterator[tuple[Path, Mapping[Words, Sequence[str]]]]:
    """Return every catalogue with the texts that it should hold: the core's, then the site's."""
    core = collect()
    found = [(path.parent, core) for path in sorted(LOCALE.glob("*/LC_MESSAGES/jiugai.po"))]
    yield from ((folder / "jiugai.po", texts) for folder, texts in found)
    for package in packages():
        texts = by_text(texts_of(package))
        for folder, _core in found if texts else ():
            yield package / "locale" / folder.relative_to(LOCALE) / SITE, texts


def store(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue and what is compiled from it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written(catalogue))
    with path.with_suffix(".mo").open("wb") as target:
        write_mo(target, catalogue)


def collect() -> dict[Words, list[str]]:
    """Return every Chinese text of the code, the templates and the rulebooks, with its places."""
    from jiugai.policy.texts import all_texts

    inside = (path for path in sorted(SOURCE.rglob("*")) if not is_of_site(path))
    files = [*inside, ROOT / "tools" / "reference.py"]
    found = chain(
        chain.from_iterable(in_python(path) for path in files if path.suffix == ".py"),
        chain.from_iterable(in_template(path) for path in files if path.suffix in TEMPLATES),
        chain.from_iterable(in_yaml(path) for path in files if is_of_choices(path)),
        all_texts(),
    )
    return without_doubles(by_text(found))


def without_doubles(texts: dict[Words, list[str]]) -> dict[Words, list[str]]:
    """Return texts without those that stand among them for one and for many, too."""
    counted = {text[0]: text for text in texts if not isinstance(text, str)}
    for text in counted.keys() & texts.keys():
        texts[counted[text]] += texts.pop(text)
    return texts


def by_text(found: Iterable[tuple[str, T]]) -> dict[T, list[str]]:
    """Return the Chinese ones among some texts with the places where they stand."""
    places: dict[T, list[str]] = {}
    for where, text in found:
        if CHINESE.search(first(text)) and where not in places.setdefault(text, []):
            places[text].append(where)
    return places


def first(text: Words) -> str:
    """Return a text, or its form for one."""
    return text if isinstance(text, str) else text[0]


def in_python(path: Path) -> Iterator[Text]:
    """Return the texts given to `_()` and `ngettext()` in a module.

    Raises ValueError for an f-string there: it is formatted before it can be translated.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="_" | "N_"), args=[ast.Constant(value=str(text)), *_]):
                yield place(path), text
            case ast.Call(func=ast.Name(id="ngettext"), args=[ast.Constant(value=str(text)), _]):
                yield place(path), (text, text)  # Chinese has one for both
            case ast.Call(func=ast.Name(id="_" | "ngettext"), args=[ast.JoinedStr(), *_]):
                raise ValueError(f"{place(path)}:{node.lineno}: an f-string cannot be translated.")
            case _:
                pass


def in_template(path: Path) -> Iterator[Text]:
    """Return the texts of a Jinja template, from `_()` and `{% trans %}`."""
    with path.open("rb") as file:
        options = {"trimmed": "true", "silent": "false"}
        for _line, function, found, _comments in babel_extract(file, FUNCTIONS, (), options):
            texts = [found] if isinstance(found, str) else [one for one in found or () if one]
            for text in texts:
                yield place(path), (text, text) if function == "ngettext" else text


def is_of_choices(path: Path) -> bool:
    """Return whether a file holds choices of the project, which stand beside the code."""
    return path.suffix == ".yaml" and "rulebooks" not in path.parts


def in_yaml(path: Path) -> Iterator[Text]:
    """Return the texts of a YAML file that people see, by the names they stand under."""
    levels = [yaml.safe_load(path.read_text(encoding="utf-8"))]
    while levels:
        level = levels.pop()
        if isinstance(level, dict):
            yield from (
                (place(path), text)
                for name, text in level.items()
                if name in SEEN and isinstance(text, str)
            )
            level = list(level.values())
        if isinstance(level, list):
            levels += level


def place(path: Path) -> str:
    """Return a path as the catalogue names it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def read(path: Path) -> Catalog:
    """Return a catalogue; a missing or empty file is an empty one of its folder's language."""
    language = path.parents[1].name
    if not path.exists():
        return Catalog(locale=language)
    return read_po(io.BytesIO(path.read_bytes()), locale=language)


def merged(catalogue: Catalog, texts: Mapping[Words, Sequence[str]]) -> Catalog:
    """Return a catalogue of just these texts, with the translations that it had."""
    new = Catalog(locale=catalogue.locale, fuzzy=False)
    for text, places in sorted(texts.items(), key=lambda item: (item[1][0], first(item[0]))):
        had = catalogue.get(text)
        had = had if had and isinstance(had.id, str) == isinstance(text, str) else None
        new.add(
            text,
            string=had.string if had else "",
            auto_comments=places[:3],  # enough to find it by
            user_comments=had.user_comments if had else (),
            flags=had.flags & {"fuzzy"} if had else (),
        )
    return new


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as its file holds it, without days and tool versions that only change."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=99, omit_header=True)
    head = (
        "# Written by make messages: translate each msgstr and keep its {places}.\n"
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalogue.locale}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
    )
    if any(message.pluralizable for message in catalogue):
        head += f'"Plural-Forms: {catalogue.plural_forms}\\n"\n'
    head += "\n"
    return head.encode() + buffer.getvalue()


def complaints_about(catalogue: Catalog) -> Iterator[str]:
    """Return one sentence for every text that is not translated soundly."""
    for message in catalogue:
        if not message.id:
            continue
        if message.pluralizable:
            pairs = list(zip(message.id, message.string or ("", ""), strict=False))
        else:
            pairs = [(str(message.id), str(message.string))]
        said = (complaint(text, words, is_fuzzy=message.fuzzy) for text, words in pairs)
        yield from filter(None, [next(filter(None, said), None)])


def disagreements(catalogue: Catalog, said: dict[tuple[str, str], str]) -> Iterator[str]:
    """Return a sentence for every text that other catalogues translate otherwise.

    Django lays the catalogues of all apps over one another: of two translations of a text only
    one is ever shown. `said` has what was read before, by language and text, and grows.
    """
    for message in catalogue:
        text, words = str(message.id), str(message.string)
        before = said.setdefault((str(catalogue.locale), text), words)
        if text and before != words:
            yield f"translated otherwise elsewhere: {text!r} → {before!r}, {words!r}"


def complaint(text: str, translation: str, *, is_fuzzy: bool) -> str | None:
    """Return what is wrong with a translation, or None."""
    if not translation:
        return f"not translated: {text!r}"
    if is_fuzzy:
        return f"fuzzy: {text!r}"
    if placeholders(text) != placeholders(translation):
        return f"other placeholders: {text!r} → {translation!r}"
    if translation == text and HAN.search(text):
        return f"still Chinese: {text!r}"
    if REPEATED.fullmatch(translation):
        return f"said more than once: {text!r}"
    return None


def placeholders(text: str) -> list[str]:
    """Return the names in braces or `%(…)s`, sorted; how they are formatted may differ."""
    found = (brace or percent for brace, percent in PLACEHOLDER.findall(text))
    return sorted(re.split("[:!]", name)[0] for name in found)


if __name__ == "__main__":
    sys.exit(main())
