"""The small-profit models of a table: one for each way of doing it that it names."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Final

from jiugai.finance.lines import Line, read_lines
from jiugai.finance.profit.model import Model
from jiugai.finance.profit.rates import Rates
from jiugai.finance.profit.rows import cost_of, income_of, kind_of, loan_of, once_of, year_in
from jiugai.finance.profit.words import EVERY, HEADINGS, NO, ONLY, PARAMETERS, YES, Kind
from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import named, title_of, word
from jiugai.kernel.i18n import _, listed

_MOST_YEARS: Final = 60
_MOST_SCENARIOS: Final = 6
_ONCE: Final = (Kind.INVESTMENT, Kind.SUBSIDY, Kind.LOAN, Kind.RESIDUAL)


def read_models(path: Path, *, rates: Rates) -> tuple[Model, ...]:
    """Return the models of a csv or xlsx table, in the order of their names' first rows.

    A row without a scenario belongs to all; a scenario's own row of the same kind and name takes
    its place. Raises InputError naming the cell if a row cannot be used.
    """
    lines = read_lines(path, HEADINGS, needed=("kind", "name", "value"))
    names = list(dict.fromkeys(filter(None, map(_scenario, lines)))) or [_(ONLY)]
    if len(names) > _MOST_SCENARIOS:
        raise InputError(
            _("有 {count} 个方案，最多比较 {most} 个；请分成几份。").format(
                count=len(names), most=_MOST_SCENARIOS
            ),
            file=path.name,
        )
    return tuple(_model(name, _rows_of(name, lines), rates) for name in names)


def _scenario(line: Line) -> str:
    text = line.text("scenario")
    return "" if named(text, EVERY) else text


def _rows_of(name: str, lines: Sequence[Line]) -> list[Line]:
    """Return a scenario's rows, its own in place of common ones of the same kind and name."""
    own = {_key(line) for line in lines if _scenario(line) == name}
    rows = [
        line
        for line in lines
        if _scenario(line) == name or (not _scenario(line) and _key(line) not in own)
    ]
    seen: set[tuple[str, ...]] = set()
    for line in rows:
        # The same investment or subsidy may come in several years.
        year = line.text("first") if kind_of(line) in _ONCE else ""
        if (key := (*_key(line), year)) in seen:
            raise line.wrong(
                "name", _("“{name}”写了两次；请合并或改名。").format(name=line.text("name"))
            )
        seen.add(key)
    return rows


def _key(line: Line) -> tuple[str, str]:
    return kind_of(line), word(line.text("name"))


def _model(name: str, lines: Sequence[Line], rates: Rates) -> Model:
    given = _parameters(name, [line for line in lines if kind_of(line) is Kind.PARAMETER])
    first, last = _year(given, "first"), _year(given, "last")
    if not first < last <= first + _MOST_YEARS:
        raise given["last"].wrong(
            "value", _("结束年须晚于起始年，且不超过 {most} 年。").format(most=_MOST_YEARS)
        )
    rows = {kind: [line for line in lines if kind_of(line) is kind] for kind in Kind}
    model = Model(
        name=name,
        first=first,
        last=last,
        discount=_rate(given, "discount"),
        investments=tuple(once_of(line, rates) for line in rows[Kind.INVESTMENT]),
        subsidies=tuple(once_of(line, rates) for line in rows[Kind.SUBSIDY]),
        loans=tuple(loan_of(line) for line in rows[Kind.LOAN]),
        incomes=tuple(income_of(line, rates, last) for line in rows[Kind.INCOME]),
        costs=tuple(cost_of(line, rates, last) for line in rows[Kind.COST]),
        residuals=tuple(once_of(line, rates) for line in rows[Kind.RESIDUAL]),
        low=_rate(given, "low") if "low" in given else None,
        high=_rate(given, "high") if "high" in given else None,
        social_capital=_flag(given),
    )
    _refuse_unsound(model, lines)
    return model


def _parameters(name: str, lines: Sequence[Line]) -> dict[str, Line]:
    found: dict[str, Line] = {}
    for line in lines:
        text = line.text("name")
        key = next((one for one, words in PARAMETERS.items() if named(text, words)), None)
        if key is None:
            raise line.wrong(
                "name",
                _("不认识参数“{text}”；请用 {known} 之一。").format(
                    text=text, known=listed(map(title_of, PARAMETERS.values()))
                ),
            )
        found[key] = line
    missing = [one for one in ("first", "last", "discount") if one not in found]
    if missing:
        raise InputError(
            _("方案“{name}”缺少参数 {missing}；请补上，类别写“参数”。").format(
                name=name, missing=listed(title_of(PARAMETERS[one]) for one in missing)
            ),
            file=lines[0].file if lines else "",
        )
    return found


def _year(given: dict[str, Line], key: str) -> int:
    return year_in(given[key], "value", title_of(PARAMETERS[key]))


def _rate(given: dict[str, Line], key: str) -> Fraction:
    line, what = given[key], title_of(PARAMETERS[key])
    found = line.share("value", what)
    if not 0 <= found <= 1:
        raise line.wrong(
            "value",
            _("{what}“{text}”不在 0% 到 100% 之间；请改正。").format(
                what=what, text=line.text("value")
            ),
        )
    return found


def _flag(given: dict[str, Line]) -> bool | None:
    if "social_capital" not in given:
        return None
    line = given["social_capital"]
    text = line.text("value")
    if named(text, YES) or named(text, NO):
        return named(text, YES)
    raise line.wrong("value", _("看不懂“{text}”；请写 是 或 否。").format(text=text))


def _refuse_unsound(model: Model, lines: Sequence[Line]) -> None:
    """Refuse a model in which nothing is invested, or money lies outside its years."""
    if not any(one.cents for one in model.investments):
        raise InputError(
            _("方案“{name}”没有投资；请至少写一行“投资”。").format(name=model.name),
            file=lines[0].file,
        )
    if model.low is not None and model.high is not None and model.low > model.high:
        raise InputError(_("微利下限大于上限；请改正。"), file=lines[0].file)
    for line in lines:
        if kind_of(line) is Kind.PARAMETER:
            continue
        year = year_in(line, "first", _("起始年"))
        end = year_in(line, "last", _("结束年")) if line.text("last") else year
        if year not in model.years or end not in model.years:
            raise line.wrong(
                "first",
                _("{year} 年在 {first}–{last} 年之外；请改正年份或起止年。").format(
                    year=year if year not in model.years else end,
                    first=model.first,
                    last=model.last,
                ),
            )
    _refuse_long_loans(model, lines)


def _refuse_long_loans(model: Model, lines: Sequence[Line]) -> None:
    for line in lines:
        if kind_of(line) is not Kind.LOAN:
            continue
        loan = loan_of(line)
        if loan.year + loan.term > model.last:
            raise line.wrong(
                "term",
                _("贷款要到 {end} 年才还清，晚于结束年 {last}；请缩短期限或推后结束年。").format(
                    end=loan.year + loan.term, last=model.last
                ),
            )
