"""One row of the table of a small-profit model, as what it gives."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from jiugai.finance.lines import Line
from jiugai.finance.numbers import share_of
from jiugai.finance.profit.model import Loan, Once, Stream
from jiugai.finance.profit.rates import Rates
from jiugai.finance.profit.words import KINDS, NONE, REPAYS, Kind
from jiugai.kernel.headings import named, title_of
from jiugai.kernel.i18n import _, listed
from jiugai.policy.vocabulary.firm import Firm

_EARLIEST: Final = 1990
_LATEST: Final = 2200
_LONGEST: Final = 60
_SPLIT: Final = re.compile(r"[\s、,;；/→]+")


def kind_of(line: Line) -> Kind:
    """Return what a row gives; raises InputError if its kind is unknown."""
    text = line.needed("kind", _("类别"))
    for kind, words in KINDS.items():
        if named(text, words):
            return kind
    raise line.wrong(
        "kind",
        _("不认识类别“{text}”；请用 {known} 之一。").format(
            text=text, known=listed(map(title_of, KINDS.values()))
        ),
    )


def year_in(line: Line, name: str, what: str) -> int:
    """Return the year that a cell names; raises InputError if it names none."""
    text = line.needed(name, what)
    found = re.fullmatch(r"(\d{4})年?", text)
    if found is None or not _EARLIEST <= int(found[1]) <= _LATEST:
        raise line.wrong(
            name, _("看不懂{what}“{text}”；请写四位年份，如 2026。").format(what=what, text=text)
        )
    return int(found[1])


def share_in(line: Line, name: str, what: str, low: int = 0, high: int = 1) -> Fraction:
    """Return a share of a cell, 0 where it is empty.

    Raises InputError if it is none or out of bounds.
    """
    if not line.text(name):
        return Fraction(0)
    found = line.share(name, what)
    if not low <= found <= high:
        raise line.wrong(
            name,
            _("{what}“{text}”不在 {low}% 到 {high}% 之间；请改正。").format(
                what=what, text=line.text(name), low=low * 100, high=high * 100
            ),
        )
    return found


def once_of(line: Line, rates: Rates) -> Once:
    """Return an amount of one year."""
    return Once(
        name=line.needed("name", _("名称")),
        cents=line.amount("value", _("金额")),
        year=year_in(line, "first", _("年份")),
        vat=_deductible(line, rates),
        ground=line.text("ground"),
    )


def loan_of(line: Line) -> Loan:
    """Return a loan; raises InputError if rate, term or repayment is missing."""
    term = line.whole("term", _("期限（年）"))
    if not 0 < term <= _LONGEST:
        raise line.wrong("term", _("期限应在 1 到 {most} 年之间。").format(most=_LONGEST))
    text = line.needed("repays", _("还款方式"))
    repays = next((one for one, words in REPAYS.items() if named(text, words)), None)
    if repays is None:
        raise line.wrong("repays", _("还款方式请写 等额本息 或 等额本金。"))
    line.needed("rate", _("利率"))
    return Loan(
        name=line.needed("name", _("名称")),
        cents=line.amount("value", _("金额")),
        year=year_in(line, "first", _("起始年")),
        rate=share_in(line, "rate", _("利率")),
        term=term,
        repays=repays,
        ground=line.text("ground"),
    )


def income_of(line: Line, rates: Rates, last: int) -> Stream:
    """Return an income; raises InputError if its kind of tax is missing or unknown."""
    vat = _vat(line, rates)
    if vat is None:
        raise line.wrong(
            "vat",
            _("收入没有写税目；请写 {known} 之一，或直接写税率，如 6%。").format(
                known=listed(rates.vat)
            ),
        )
    return _stream(line, vat, last, ramp=_ramp(line), service=_service(line))


def cost_of(line: Line, rates: Rates, last: int) -> Stream:
    """Return a cost; a kind of tax says that the tax contained in it may be deducted."""
    return _stream(line, _deductible(line, rates), last)


def _stream(
    line: Line, vat: Fraction, last: int, *, ramp: tuple[Fraction, ...] = (), service: str = ""
) -> Stream:
    first = year_in(line, "first", _("起始年"))
    end = year_in(line, "last", _("结束年")) if line.text("last") else last
    if line.text("last") and end < first:
        raise line.wrong("last", _("结束年早于起始年；请改正。"))
    return Stream(
        name=line.needed("name", _("名称")),
        cents=line.amount("value", _("年金额")),
        first=first,
        last=end,
        growth=share_in(line, "growth", _("年增长"), low=-1),
        vacancy=share_in(line, "vacancy", _("空置率")),
        ramp=ramp,
        vat=vat,
        service=service,
        ground=line.text("ground"),
    )


def _vat(line: Line, rates: Rates) -> Fraction | None:
    text = line.text("vat")
    if not text:
        return None
    for kind, rate in rates.vat.items():
        if named(text, (kind,)):
            return rate
    found = share_of(text)
    if found is None or not 0 <= found < 1:
        raise line.wrong(
            "vat",
            _("不认识税目“{text}”；请写 {known} 之一，或税率。").format(
                text=text, known=listed(rates.vat)
            ),
        )
    return found


def _deductible(line: Line, rates: Rates) -> Fraction:
    if named(line.text("vat"), NONE):
        return Fraction(0)
    return _vat(line, rates) or Fraction(0)


def _ramp(line: Line) -> tuple[Fraction, ...]:
    found = []
    for part in filter(None, _SPLIT.split(line.text("ramp"))):
        share = share_of(part)
        if share is None or not 0 <= share <= 1:
            raise line.wrong(
                "ramp",
                _("看不懂爬坡“{text}”；请写前几年达到的比例，如 50% 80%。").format(
                    text=line.text("ramp")
                ),
            )
        found.append(share)
    return tuple(found)


def _service(line: Line) -> str:
    text = line.text("service")
    if not text:
        return ""
    choices = Firm.service.choices
    for id_, title in choices.items():
        if named(text, (title, id_)):
            return id_
    raise line.wrong(
        "service",
        _("不认识服务“{text}”；请用 {known} 之一，或留空。").format(
            text=text, known=listed(_(one) for one in choices.values())
        ),
    )
