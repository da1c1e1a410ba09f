"""The tax rates of a model: shipped as open choices, changed by a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from jiugai.finance.numbers import share_of
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _

_FILE: Final = Path(__file__).with_name("taxes.yaml")
_MOST_YEARS: Final = 20


@dataclass(frozen=True, slots=True)
class Rates:
    """VAT by kind of income, surcharges on it, income tax, years a loss is carried."""

    vat: Mapping[str, Fraction]
    surcharge: Fraction
    income: Fraction
    loss_years: int
    file: str = ""


@cache
def shipped_rates() -> Rates:
    """Return the rates that ship with jiugai."""
    raw = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return _changed(Rates({}, Fraction(0), Fraction(0), 0), raw, _FILE.name)


def read_rates(path: Path) -> Rates:
    """Return the shipped rates with what a file changes.

    Raises InputError if the file is no YAML or names anything that is no rate.
    """
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError(_("读不了税率文件；请用 UTF-8 的 YAML。"), file=path.name) from error
    if not isinstance(raw, dict):
        raise InputError(_("税率文件应写成 名称: 税率。"), file=path.name)
    return replace(_changed(shipped_rates(), raw, path.name), file=path.name)


def _changed(rates: Rates, raw: Mapping[str, Any], file: str) -> Rates:
    vat = dict(rates.vat)
    for name, value in raw.items():
        match name:
            case "vat" if isinstance(value, dict):
                vat |= {str(kind): _rate(kind, one, file) for kind, one in value.items()}
            case "surcharge":
                rates = replace(rates, surcharge=_rate(name, value, file))
            case "income":
                rates = replace(rates, income=_rate(name, value, file))
            case "loss_years":
                rates = replace(rates, loss_years=_years(value, file))
            case _:
                raise InputError(
                    _("不认识“{name}”；可写 vat、surcharge、income、loss_years。").format(
                        name=name
                    ),
                    file=file,
                )
    return replace(rates, vat=vat)


def _rate(name: object, value: object, file: str) -> Fraction:
    text = value.get("rate") if isinstance(value, dict) else value
    found = share_of(str(text))
    if found is None or not 0 <= found < 1:
        raise InputError(
            _("“{name}”的税率“{text}”看不懂；请写成 6% 这样。").format(name=name, text=text),
            file=file,
        )
    return found


def _years(value: object, file: str) -> int:
    years = value.get("years") if isinstance(value, dict) else value
    if not isinstance(years, int) or isinstance(years, bool) or not 0 <= years <= _MOST_YEARS:
        raise InputError(_("loss_years 应是 0 到 20 的整数。"), file=file)
    return years
