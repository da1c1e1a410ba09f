"""Days as a calendar file (RFC 5545) that phones subscribe to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

#: Octets of a line; longer ones go on below after a blank (3.1).
_WIDEST: Final = 75


@dataclass(frozen=True, slots=True)
class Event:
    """Something on one or more whole days; the last one counts."""

    uid: str
    first: date
    last: date
    title: str
    words: str = ""
    address: str = ""


def calendar_file(name: str, events: Iterable[Event], *, stamp: str) -> bytes:
    """Return a calendar; `stamp` is when it was made, as 20260601T090000Z."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//jiugai//calendar//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]
    for one in events:
        lines += _event(one, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line)).encode()


def _event(one: Event, stamp: str) -> list[str]:
    said = [
        "BEGIN:VEVENT",
        f"UID:{_escaped(one.uid)}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{one.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{one.last + timedelta(days=1):%Y%m%d}",  # the end does not count
        f"SUMMARY:{_escaped(one.title)}",
    ]
    said += [f"DESCRIPTION:{_escaped(one.words)}"] if one.words else []
    said += [f"URL:{one.address}"] if one.address else []
    return [*said, "END:VEVENT"]


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces, none of which breaks a character."""
    piece, size, room = "", 0, _WIDEST
    for sign in line:
        octets = len(sign.encode())
        if size + octets > room:
            yield piece
            piece, size, room = " ", 1, _WIDEST
        piece, size = piece + sign, size + octets
    yield piece
