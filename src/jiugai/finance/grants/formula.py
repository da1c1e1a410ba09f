"""Formulas by which money is allotted to regions: weights of factors, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

from jiugai.finance.numbers import share_of
from jiugai.kernel.errors import InputError, RulebookError, UsageError
from jiugai.kernel.i18n import N_, _, listed

if TYPE_CHECKING:
    from jiugai.policy.law import Law

_FILE: Final = Path(__file__).with_name("formulas.yaml")
CENTRAL: Final = "central"
#: Every factor that a formula may weigh.
FACTORS: Final = {
    "area": N_("改造面积"),
    "households": N_("改造户数"),
    "buildings": N_("改造楼栋数"),
    "estates": N_("改造小区个数"),
    "investment": N_("改造投资额"),
    "performance": N_("绩效评价结果"),
}
#: The factors of the central formula (cfund 8).
CENTRAL_FACTORS: Final = ("area", "households", "buildings", "estates", "performance")


@dataclass(frozen=True, slots=True)
class Formula:
    """Weights that add up to 1; the factors of `by_difficulty` count times the coefficient.

    `tasks` is the part of the money that the weights share out; the rest is an award.
    """

    id: str
    title: str
    weights: Mapping[str, Fraction]
    by_difficulty: frozenset[str]
    grounds: Mapping[str, str]
    rounding: str = "largest_remainder"
    tasks: Fraction = Fraction(1)
    remarks: tuple[str, ...] = ()

    @property
    def factors(self) -> list[str]:
        """Return the factors that weigh something."""
        return [factor for factor in FACTORS if self.weights.get(factor)]


def central_formula(law: Law) -> Formula:
    """Return the central formula with the weights in force on a day and the readings taken.

    Raises UsageError before it was in force, or where a reading needs a day that nobody published.
    """
    missing = [one for one in CENTRAL_FACTORS if f"cfund.weight_{one}" not in law.numbers]
    if missing:
        raise UsageError(_("{day} 还没有中央资金分配办法；请换一个日期。").format(day=law.day))
    if law.readings["cfund.year_start"] == "budget" and law.day.year == _OPEN_YEAR:
        raise UsageError(
            _("2020 年预算下达日没有公布，不能按 cfund.year_start=budget 判断；请用 calendar。")
        )
    numbers = {one: law.numbers[f"cfund.weight_{one}"] for one in CENTRAL_FACTORS}
    tasks, remarks = _award(law)
    return Formula(
        id=CENTRAL,
        title=_("中央财政老旧小区改造资金"),
        weights={one: Fraction(dated.value) for one, dated in numbers.items()},  # type: ignore[arg-type]
        by_difficulty=frozenset(CENTRAL_FACTORS) - {"performance"},
        grounds={one: str(dated.clause) for one, dated in numbers.items()},
        rounding=law.readings["cfund.rounding"],
        tasks=tasks,
        remarks=remarks,
    )


_OPEN_YEAR: Final = 2020


def _award(law: Law) -> tuple[Fraction, tuple[str, ...]]:
    """Return the part that goes by tasks, and what must be said of the rest."""
    task_share = law.numbers.get("cfund.task_share")
    if task_share is None:
        return Fraction(1), ()
    if law.readings["cfund.award_2024"] == "weights":
        return Fraction(1), (
            _(
                "{clause}称八成按任务、二成奖励，没有指明老旧小区；"
                "现按办法的权重分配全部，另一种理解用 --reading cfund.award_2024=split。"
            ).format(clause=task_share.clause),
        )
    return Fraction(task_share.value), (  # type: ignore[arg-type]
        _("按 cfund.award_2024=split，奖励部分的分法没有公布，不分到地区，另列。"),
    )


def formula_of(name: str, law: Law) -> Formula:
    """Return the formula of a name, or of a YAML file.

    Raises UsageError if there is neither, and InputError if the file is not sound.
    """
    if name == CENTRAL:
        return central_formula(law)
    if name in shipped_formulas():
        return shipped_formulas()[name]
    if not Path(name).is_file():
        raise UsageError(
            _("没有分配公式“{name}”；可用 {known}，或给出 YAML 文件。").format(
                name=name, known=listed((CENTRAL, *shipped_formulas(), "wenzhou"))
            )
        )
    found = read_formulas(Path(name))
    if len(found) != 1:
        raise InputError(_("文件中应恰有一个公式。"), file=Path(name).name)
    return next(iter(found.values()))


@cache
def shipped_formulas() -> dict[str, Formula]:
    """Return the formulas that ship with jiugai; raises RulebookError if one is not sound."""
    try:
        return read_formulas(_FILE)
    except InputError as error:
        raise RulebookError(str(error)) from error


def read_formulas(path: Path) -> dict[str, Formula]:
    """Return the formulas of a file; raises InputError if one is not sound."""
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError(_("读不了公式文件；请用 UTF-8 的 YAML。"), file=path.name) from error
    if not isinstance(raw, dict) or not all(isinstance(one, dict) for one in raw.values()):
        raise InputError(_("公式文件应写成 名称: {title, weights, …}。"), file=path.name)
    return {str(name): _formula(str(name), entry, path.name) for name, entry in raw.items()}


def _formula(name: str, raw: Mapping[str, Any], file: str) -> Formula:
    weights = raw.get("weights")
    if not isinstance(weights, dict) or set(weights) - set(FACTORS):
        raise InputError(
            _("“{name}”的 weights 应写明各因素的权重；因素有 {known}。").format(
                name=name, known=listed(FACTORS)
            ),
            file=file,
        )
    found = {str(factor): share_of(str(weight)) for factor, weight in weights.items()}
    sound = {factor: weight for factor, weight in found.items() if weight is not None}
    if sum(sound.values(), Fraction(0)) != 1 or min(sound.values()) < 0 or len(sound) < len(found):
        raise InputError(_("“{name}”的权重之和不是 1；请改正。").format(name=name), file=file)
    by_difficulty = frozenset(map(str, raw.get("by_difficulty", ())))
    if by_difficulty - set(FACTORS):
        raise InputError(
            _("“{name}”的 by_difficulty 有不认识的因素。").format(name=name), file=file
        )
    source = str(raw.get("source", file))
    return Formula(
        id=name,
        title=str(raw.get("title", name)),
        weights=sound,
        by_difficulty=by_difficulty,
        grounds=dict.fromkeys(sound, source),
        remarks=(str(raw["reading"]),) if raw.get("reading") else (),
    )
