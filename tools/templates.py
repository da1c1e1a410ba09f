"""Keep lines of templates short: break them where the browser does not care."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SOURCE: Final = Path(__file__).parents[1] / "src" / "jiugai"
WIDEST: Final = 120
#: Around these a blank is never seen.
BLOCKS: Final = frozenset(
    "html head body meta link title main section article aside nav header footer div p h1 h2 h3 h4"
    " ul ol li dl dt dd table caption thead tbody tfoot tr th td form fieldset legend figure"
    " figcaption details summary hr br select optgroup option svg g path circle rect line".split()
)
#: Before the end of these, too.
HOLDERS: Final = frozenset("section div ul ol dl table thead tbody tr form fieldset svg g".split())
#: In these every blank counts.
EXACT: Final = frozenset("pre textarea script style".split())
_DJANGO: Final = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
_TAG: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_TOLD: Final = re.compile(
    r"({%-? *blocktrans(?:late)?)\b(?! trimmed)([^%]*%})([^\n]*?)({% *endblock)"
)
#: Tokens that write nothing, or a whole block.
_QUIET: Final = re.compile(
    r"{% .* as \w+ %}$|{{ .*\.as_field_group }}$|{% (end)?block\b|{% empty "
)
_PLURAL: Final = re.compile(r"{% *plural *%}")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a line may be broken: what is cut out there, and how well that looks."""

    start: int
    end: int
    is_between: bool


def main() -> int:
    """Wrap the templates, or with --check name those that have to be."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--check", action="store_true", help="only name those to be wrapped")
    parser.add_argument("paths", nargs="*", type=Path, help="templates; all without one")
    asked = parser.parse_args()
    to_wrap = [path for path in asked.paths or templates() if is_long(path)]
    if asked.check:
        sys.stderr.writelines(f"{path}: run python -m tools.templates\n" for path in to_wrap)
        return 1 if to_wrap else 0
    for path in to_wrap:
        path.write_text(wrapped(path.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


def templates() -> list[Path]:
    """Return every template of the site."""
    return sorted(SOURCE.rglob("templates/**/*.html"))


def is_long(path: Path) -> bool:
    """Return whether a template has a line that does not fit and can be broken."""
    text = path.read_text(encoding="utf-8")
    return wrapped(text) != text


def wrapped(text: str) -> str:
    """Return a template whose lines fit, as far as there are places to break them."""
    text = _broken(text)
    if not any(len(line) > WIDEST for line in text.splitlines()):
        return text
    return _broken("\n".join(map(_trimmed, text.split("\n"))))


def _trimmed(line: str) -> str:
    """Give a translated text lines of its own; `trimmed` keeps it the same text."""
    if len(line) <= WIDEST:
        return line
    indent = " " * (len(line) - len(line.lstrip()))

    def laid(told: re.Match[str]) -> str:
        begin, rest, inner, end = told.groups()
        if " trimmed" in rest:
            return told[0]
        inner = _PLURAL.sub(lambda one: f"\n{indent}{one[0]}\n{indent}", inner)
        return f"{begin} trimmed{rest}\n{indent}{inner}\n{indent}{end}"

    return _TOLD.sub(laid, line)


def _broken(text: str) -> str:
    """Break each line that is too long at the last good spot that fits, again and again."""
    done = 0
    while (found := _next_long(text, done)) is not None:
        begin, end = found
        indent = len(text[begin:end]) - len(text[begin:end].lstrip())
        spot = _best([one for one in spots_of(text) if begin + indent < one.start < end], begin)
        if spot is None:
            done = end + 1
            continue
        done = begin
        blanks = " " * (indent if spot.is_between else indent + 2)
        text = f"{text[: spot.start].rstrip(' ')}\n{blanks}{text[spot.end :]}"
    return text


def _next_long(text: str, start: int) -> tuple[int, int] | None:
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start > WIDEST:
            return start, end
        start = end + 1
    return None


def _best(spots: list[Spot], begin: int) -> Spot | None:
    """Return the last spot that fits, rather between elements; else the first that comes."""
    fitting = [one for one in spots if one.start - begin <= WIDEST]
    good = [one for one in fitting if one.is_between and one.start - begin > WIDEST // 3]
    if good or fitting:
        return (good or fitting)[-1]
    return spots[0] if spots else None


def spots_of(text: str) -> list[Spot]:
    """Return every place of a template at which a new line changes nothing."""
    return list(_Reader(text).spots())


class _Reader:
    """Walks through a template once, and knows where it is."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.exact: str = ""  # the element or block in which every blank counts

    def spots(self) -> Iterator[Spot]:
        while self.at < len(self.text):
            if (token := _DJANGO.match(self.text, self.at)) is not None:
                yield from self._django(token[0])
            elif (tag := _TAG.match(self.text, self.at)) is not None:
                yield from self._tag(tag)
            else:
                yield from self._words()

    def _django(self, token: str) -> Iterator[Spot]:
        is_quiet = _QUIET.match(token) is not None
        if not self.exact and is_quiet:
            yield Spot(self.at, self.at, is_between=False)
        self._enter(token)
        self.at += len(token)
        if not self.exact and is_quiet:
            yield Spot(self.at, self.at, is_between=False)

    def _enter(self, token: str) -> None:
        words = token.strip("{%-} ").split()
        name = words[0] if words and token.startswith("{%") else ""
        is_told = name in ("blocktranslate", "blocktrans") and "trimmed" not in words
        if is_told or name in ("comment", "verbatim"):
            self.exact = name
        elif name == f"end{self.exact}":
            self.exact = ""

    def _tag(self, tag: re.Match[str]) -> Iterator[Spot]:
        name, begin, is_end = tag[1].lower(), self.at, tag[0].startswith("</")
        inside = list(self._attributes(tag.end()))
        is_free = not self.exact
        if is_free and name in BLOCKS:
            yield Spot(begin, begin, is_between=not is_end or name in HOLDERS)
        if is_free:
            yield from inside
        if is_free and name in BLOCKS:
            yield Spot(self.at, self.at, is_between=is_end or name in HOLDERS)
        if name in EXACT and self.exact in ("", name):
            self.exact = "" if is_end else name

    def _attributes(self, start: int) -> Iterator[Spot]:
        """Go to the end of a tag; between its attributes there may be a new line."""
        self.at, quote = start, ""
        while self.at < len(self.text):
            if (token := _DJANGO.match(self.text, self.at)) is not None:
                self.at = token.end()
                continue
            one = self.text[self.at]
            self.at += 1
            if quote:
                quote = "" if one == quote else quote
            elif one in "\"'":
                quote = one
            elif one == " ":
                yield Spot(self.at - 1, self.at, is_between=False)
            elif one == ">":
                return

    def _words(self) -> Iterator[Spot]:
        one = self.text[self.at]
        if one == " " and not self.exact and not self._is_at_margin():
            yield Spot(self.at, self.at + 1, is_between=False)
        self.at += 1

    def _is_at_margin(self) -> bool:
        before = self.text.rfind("\n", 0, self.at) + 1
        return not self.text[before : self.at].strip()


if __name__ == "__main__":
    sys.exit(main())
