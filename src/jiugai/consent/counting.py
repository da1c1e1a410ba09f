"""From marks to exact counts of area and heads, by body."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import numpy as np

from jiugai.consent.electorate import Electorate, Flags
from jiugai.consent.marks import Choice
from jiugai.consent.matching import Codes, Ints

_CHOICES: Final = len(Choice)


@dataclass(frozen=True, slots=True)
class Count:
    """The area (dm²) and the heads of one body by choice."""

    area: tuple[Fraction, ...]
    heads: tuple[int, ...]


def voices(choice: Codes, returned: Flags, who: Electorate, served: Flags | None) -> Codes:
    """Return by voice how it counts, from what its seats say on one item.

    `served` says by voice who was handed a ballot; None where nobody knows.
    """
    spoken = np.where(who.speaks, choice, 0)
    if who.how.joint_owners == "each":
        found = spoken
    else:
        found = _agreed(spoken, who.voice, len(who.area), _split(who))
        if who.how.joint_vote == "all":
            _demand_all(found, spoken, who)
    if served is not None:
        silent = np.ones(len(found), np.bool_)
        silent[who.voice[returned]] = False
        found[(found == 0) & silent & served & who.live_voice] = Choice.SILENT
    return found


def _split(who: Electorate) -> Choice:
    return Choice.SPLIT if who.how.differing == "took_part" else Choice.NONE


def _agreed(choice: Codes, group: Ints, groups: int, otherwise: Choice) -> Codes:
    """Return what each group says together; `otherwise` where its members differ.

    NONE and SILENT of a member say nothing; a group of nothing but silence is SILENT.
    """
    said = np.where(choice == Choice.SILENT, 0, choice)
    high, low = np.zeros(groups, np.int8), np.zeros(groups, np.int8)
    at = np.flatnonzero(said)
    np.maximum.at(high, group[at], said[at])
    np.maximum.at(low, group[at], _CHOICES - said[at])
    differ = (high > 0) & (high != _CHOICES - low)
    high[differ] = otherwise
    quiet = np.flatnonzero(choice == Choice.SILENT)
    if len(quiet):
        still = group[quiet][low[group[quiet]] == 0]
        high[still] = Choice.SILENT
    return high


def _demand_all(found: Codes, spoken: Codes, who: Electorate) -> None:
    """Let a flat agree or oppose only if everybody who may speak for it has said so."""
    must = who.speaks
    wanting = np.bincount(who.voice[must & (spoken == 0)], minlength=len(found)) > 0
    heard = np.bincount(who.voice[must & (spoken > 0)], minlength=len(found)) > 0
    found[wanting & heard] = _split(who)


def counts(choice: Codes, who: Electorate) -> list[Count]:
    """Return the counts of each body on one item, from what the voices say."""
    live = who.live_voice
    heads = _agreed(choice[live], who.head[live], len(who.head_body), _split(who))
    by_head = np.bincount(
        who.head_body * _CHOICES + heads, minlength=len(who.bodies) * _CHOICES
    ).reshape(-1, _CHOICES)
    by_area = _areas(choice, who)
    return [
        Count(tuple(area), tuple(row)) for area, row in zip(by_area, by_head.tolist(), strict=True)
    ]


def _areas(choice: Codes, who: Electorate) -> list[list[Fraction]]:
    """Return the area by body and choice: whole numbers added up for each kind of share."""
    cells = len(who.bodies) * _CHOICES
    found = [Fraction(0)] * cells
    key = who.body * _CHOICES + choice
    for parts in np.flatnonzero(np.bincount(who.parts)):
        at = np.flatnonzero(who.live_voice & (who.parts == parts))
        sums = np.zeros(cells, np.int64)  # never floats: bincount would add weights as such
        np.add.at(sums, key[at], who.area[at] * who.part[at])
        for cell in np.flatnonzero(sums):
            found[cell] += Fraction(int(sums[cell]), int(parts))
    return [found[at : at + _CHOICES] for at in range(0, cells, _CHOICES)]
