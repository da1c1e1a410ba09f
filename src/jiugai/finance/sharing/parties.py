"""Which party pays which part of an item: the shares that were agreed, never assumed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

from jiugai.finance.lines import Line, read_lines
from jiugai.finance.numbers import share_of
from jiugai.finance.sharing.words import CLASS_WORDS, REST, SHARE_HEADINGS, SOURCE_WORDS
from jiugai.finance.split import in_whole_cents
from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import named, title_of, word
from jiugai.kernel.i18n import _, listed
from jiugai.kernel.money import Cents, in_yuan
from jiugai.policy.entries import Works
from jiugai.policy.funding import Source

#: The order of parties: of equal remainders, the cent goes to the earlier one.
PARTIES: Final = tuple(SOURCE_WORDS)


@dataclass(frozen=True, slots=True)
class Stake:
    """One party's part of an item or a class: a share, an amount an item, or the rest."""

    source: Source
    share: Fraction | None
    amount: Cents | None
    ground: str
    line: Line

    @property
    def is_rest(self) -> bool:
        """Return whether the party pays what the others leave."""
        return self.share is None and self.amount is None


@dataclass(frozen=True, slots=True)
class Shares:
    """The stakes in each class and in single items; an item's own come before its class's."""

    classes: dict[Works, tuple[Stake, ...]]
    items: dict[str, tuple[Stake, ...]]
    file: str

    def stakes_in(self, item: str, works: Works) -> tuple[Stake, ...]:
        """Return who pays for an item; raises InputError if the table does not say it."""
        found = self.items.get(word(item)) or self.classes.get(works)
        if not found:
            raise InputError(
                _("没有写{works}或“{item}”由谁出资；请补上出资方和比例，合计 100%。").format(
                    works=title_of(CLASS_WORDS[works]), item=item
                ),
                file=self.file,
            )
        return found

    def refuse_unknown(self, items: Collection[str]) -> None:
        """Raise InputError if a stake is in an item that is not among the works.

        A name with a slip in it would let the shares of the class apply instead, unnoticed.
        """
        known = {word(item) for item in items}
        for of, stakes in self.items.items():
            if of not in known:
                raise stakes[0].line.wrong(
                    "of",
                    _("“{of}”不是类别，改造内容中也没有这一项；请核对名称。").format(
                        of=stakes[0].line.text("of")
                    ),
                )


def read_shares(path: Path, sheet: str = "") -> Shares:
    """Return the stakes of a table.

    Raises InputError if a party or share cannot be read, stands twice, or a whole is not 100 %.
    """
    classes: dict[Works, list[Stake]] = {}
    items: dict[str, list[Stake]] = {}
    lines = read_lines(path, SHARE_HEADINGS, needed=("of", "source", "share"), sheet=sheet)
    for line in lines:
        of = line.needed("of", _("类别或内容"))
        works = next((one for one, words in CLASS_WORDS.items() if named(of, words)), None)
        into = items.setdefault(word(of), []) if works is None else classes.setdefault(works, [])
        into.append(_stake(line, into))
    for stakes in (*classes.values(), *items.values()):
        _refuse_unsound(stakes)
    return Shares(
        {works: tuple(stakes) for works, stakes in classes.items()},
        {item: tuple(stakes) for item, stakes in items.items()},
        lines[0].file,
    )


def parts_of(cost: int, stakes: Sequence[Stake]) -> dict[Source, int]:
    """Return each party's part of a cost in whole cents, which add up to it.

    Raises InputError if fixed amounts and shares make more or less than the cost.
    """
    ordered = sorted(stakes, key=lambda stake: PARTIES.index(stake.source))
    exact = [_exact(stake, cost) for stake in ordered]
    left = Fraction(cost) - sum(exact)
    rest = next((at for at, stake in enumerate(ordered) if stake.is_rest), None)
    if rest is not None and left >= 0:
        exact[rest], left = left, Fraction(0)
    if left:
        raise ordered[-1].line.wrong(
            "share",
            _("各方出资合计 {paid} 元，与 {cost} 元不符；请改正金额，或让一方写“其余”。").format(
                paid=in_yuan(int(cost - left)), cost=in_yuan(cost)
            ),
        )
    cents = in_whole_cents(exact)
    return {stake.source: part for stake, part in zip(ordered, cents, strict=True)}


def _exact(stake: Stake, cost: int) -> Fraction:
    if stake.share is not None:
        return stake.share * cost
    return Fraction(stake.amount or 0)


def _stake(line: Line, before: Sequence[Stake]) -> Stake:
    source = _source(line)
    if first := next((one.line for one in before if one.source is source), None):
        raise line.wrong(
            "source",
            _("“{source}”在第 {at} 格已写过；请合并成一行。").format(
                source=line.text("source"), at=first.cells["source"].at
            ),
        )
    text, ground = line.needed("share", _("比例或金额")), line.text("ground")
    if named(text, REST):
        return Stake(source, None, None, ground, line)
    share = share_of(text, percent="share" in line.percents)
    if share is None or "share" in line.units:
        return Stake(source, None, line.amount("share", _("金额")), ground, line)
    if not 0 <= share <= 1:
        raise line.wrong("share", _("比例“{text}”不在 0 到 100% 之间；请改正。").format(text=text))
    return Stake(source, share, None, ground, line)


def _source(line: Line) -> Source:
    text = line.needed("source", _("出资方"))
    for source, words in SOURCE_WORDS.items():
        if named(text, words):
            return source
    raise line.wrong(
        "source",
        _("不认识出资方“{text}”；请用 {known} 之一。").format(
            text=text, known=listed(title_of(words) for words in SOURCE_WORDS.values())
        ),
    )


def _refuse_unsound(stakes: Sequence[Stake]) -> None:
    """Refuse shares that cannot make a whole, whatever the cost."""
    rests = [stake for stake in stakes if stake.is_rest]
    if len(rests) > 1:
        raise rests[1].line.wrong("share", _("只能有一方写“其余”；请写明另一方的比例或金额。"))
    whole = sum((stake.share for stake in stakes if stake.share is not None), Fraction(0))
    fixed = any(stake.amount is not None for stake in stakes)
    if whole > 1 or (not rests and not fixed and whole != 1):
        raise stakes[-1].line.wrong(
            "share",
            _("“{of}”各方比例合计 {whole}，不是 100%；请改正，或让一方写“其余”。").format(
                of=stakes[-1].line.text("of"), whole=in_percent(whole)
            ),
        )


def in_percent(share: Fraction) -> str:
    """Return a share as a percentage: exact where it is short, else rounded with ≈."""
    shown = f"{float(100 * share):.4f}".rstrip("0").rstrip(".")
    return f"{shown}%" if Fraction(shown) == 100 * share else f"≈{shown}%"
