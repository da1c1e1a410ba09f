"""The scores of every estate by either way, with their parts, as a sheet shows them."""

from jiugai.kernel.i18n import _, listed
from jiugai.planning.need.both import scoring_title
from jiugai.planning.need.scores import Part, Score
from jiugai.planning.need.weights import PartWeight, Scoring
from jiugai.planning.output.figures import everybody
from jiugai.planning.plan import Plan
from jiugai.planning.pool.candidates import Candidate

Cell = str | int | float | None

NO_PARTS = Score(0, ())


def score_table(plan: Plan) -> tuple[list[str], list[list[Cell]]]:
    """Return the headings and a line per estate, by the score that drives the plan."""
    estates = sorted(everybody(plan), key=lambda one: (-one.score.hundredths, one.id))
    by_weight = plan.terms.weights.parts
    by_entropy = [part for part in by_weight if part.weight]
    entropy = _entropy(estates)
    headings = [_("编号"), _("小区"), _("得分")]
    headings += [_("{way}得分").format(way=scoring_title(way)) for way in Scoring]
    headings += [_of_weight(part, plan) for part in by_weight]
    for part in by_entropy:
        headings += _of_entropy(part, entropy.get(part.id, 0.0))
    headings.append(_("按均值估计的部分"))
    return headings, [_line(one, by_weight, by_entropy) for one in estates]


def _entropy(estates: list[Candidate]) -> dict[str, float]:
    """Return the entropy weight of each part, which is the same for every estate."""
    first = next((one.needs for one in estates if one.needs is not None), None)
    return {} if first is None else {part.id: part.weight for part in first.topsis.parts}


def _of_weight(part: PartWeight, plan: Plan) -> str:
    most = f"{100 * float(part.weight / plan.terms.weights.total):.4g}"
    return _("{part}（满分 {most}）").format(part=_(part.title), most=most)


def _of_entropy(part: PartWeight, weight: float) -> list[str]:
    return [
        _("TOPSIS {part} 规范值").format(part=_(part.title)),
        _("TOPSIS {part} 贡献（熵权 {weight}）").format(
            part=_(part.title), weight=f"{weight:.1%}"
        ),
    ]


def _line(
    one: Candidate, by_weight: tuple[PartWeight, ...], by_entropy: list[PartWeight]
) -> list[Cell]:
    weighted = one.needs.weighted if one.needs else one.score
    other = one.needs.topsis if one.needs else NO_PARTS
    line: list[Cell] = [one.id, one.name, one.score.points, weighted.points]
    line.append(other.points if one.needs else None)
    line += [_points(_part(weighted, part.id)) for part in by_weight]
    for part in by_entropy:
        found = _part(other, part.id)
        line += [None if found is None else round(found.value, 4), _points(found)]
    titles = [_(part.title) for part in by_weight if part.id in one.score.estimated]
    return [*line, listed(titles)]


def _part(score: Score, id_: str) -> Part | None:
    return next((part for part in score.parts if part.id == id_), None)


def _points(part: Part | None) -> float | None:
    return None if part is None else round(part.points, 2)
