"""The files of a proposal tried out: whatif.json, whatif.csv, whatif.xlsx, whatif.html."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from jiugai.kernel.book import workbook
from jiugai.kernel.i18n import _, listed, noted
from jiugai.kernel.money import wan
from jiugai.kernel.tables import as_text
from jiugai.kernel.verdict import Verdict
from jiugai.policy.effects import ORDER
from jiugai.policy.key import KEY
from jiugai.reporting import whatif
from jiugai.reporting.changes_page import (
    ChangesSheet,
    Figure,
    Filter,
    Line,
    ListOf,
    render_changes,
)
from jiugai.reporting.whatif import SHOWN, PlanTurn, WhatIf, verdict_word

if TYPE_CHECKING:
    from collections import Counter

    from jiugai.policy.effects import EstateTurn, Known, RuleTurn, Sums
    from jiugai.policy.verdicts import Reason

FORMAT: Final = "jiugai-whatif-1"
#: So many sentences on what is changed are shown; the JSON has all.
_MOST_CHANGES: Final = 6
_MONEY: Final = "_cost"


def whatif_files(found: WhatIf) -> dict[str, bytes]:
    """Return the content of every file by name."""
    return {
        "whatif.json": whatif_json(found).encode("utf-8"),
        "whatif.csv": whatif_csv(found).encode("utf-8-sig"),
        "whatif.xlsx": whatif_book(found),
        "whatif.html": render_changes(sheet_of(found)).encode("utf-8"),
    }


def whatif_csv(found: WhatIf) -> str:
    """Return one line per estate whose verdict or plan changes."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    sides = ("before", "after")
    plan = [f"plan_{field}_{side}" for field in ("year", "classes") for side in sides]
    names = [f"{name}_{side}" for name in ("scope", "because") for side in sides]
    writer.writerow([KEY, *SHOWN, *names, "rules", "why", *plan])
    for facts, turn, planned in found.each():
        answers = (turn.before, turn.after) if turn else (found.answer_of[str(facts[KEY])],) * 2
        grounds = [whatif.because(turn, later) for later in (False, True)]
        rules = " ".join(one.rule.id for one in turn.rules) if turn else ""
        line = [facts[KEY], *(facts.get(name) for name in SHOWN), *answers, *grounds, rules]
        writer.writerow([_plain(c) for c in [*line, whatif.why(turn), *_planned(planned)]])
    return text.getvalue()


def _plain(value: object) -> str:
    return "" if value is None else as_text(str(value))


def _planned(turn: PlanTurn | None) -> list[object]:
    return [*turn.years, *turn.classes] if turn else [None] * 4


def whatif_json(found: WhatIf) -> str:
    """Return every figure, and every estate that changes with its reasons."""
    effect = found.effect
    content = {
        "format": FORMAT,
        "place": effect.before.place,
        "day": effect.before.day.isoformat(),
        "rulebook": effect.before.book.digest,
        "change": dict(found.asked),
        "said": whatif.said(found),
        "differences": list(found.changes),
        "notes": list(found.notes),
        "estates": effect.estates.height,
        "before": _counts(effect.counts("before")),
        "after": _counts(effect.counts("after")),
        "moves": [
            {"from": old, "to": new, **_sums(sums)} for (old, new), sums in effect.moves.items()
        ],
        "divisions": [
            {"name": place, "from": old, "to": new, **_sums(sums)}
            for place, moves in effect.by_division.items()
            for (old, new), sums in sorted(moves.items())
        ],
        "rules": [
            {
                "rule": one.rule.id,
                "title": _(one.rule.title),
                "clause": str(one.rule.clause),
                "before": _counts(one.before) if one.before else None,
                "after": _counts(one.after) if one.after else None,
                "changed": one.changed,
            }
            for one in effect.by_rule
        ],
        "plan": dict(found.plan.content) if found.plan else None,
        "changed": list(_changed(found)),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _counts(counts: Mapping[Verdict, int] | Counter[Verdict]) -> dict[str, int]:
    return {verdict.value: counts[verdict] for verdict in ORDER}


def _sums(sums: Sums) -> dict[str, Any]:
    return {
        "estates": sums.estates,
        **{name: _size(name, known) for name, known in sums.sizes.items()},
    }


def _size(name: str, known: Known) -> dict[str, Any]:
    if name.endswith(_MONEY):
        return {"total_wan": wan(round(known.total)), "known_for": known.estates}
    return {"total": known.total, "known_for": known.estates}


def _changed(found: WhatIf) -> Iterator[dict[str, Any]]:
    for facts, turn, planned in found.each():
        id_ = str(facts[KEY])
        answer = found.answer_of[id_]
        yield {
            KEY: id_,
            "name": facts.get("name"),
            "before": turn.before if turn else answer,
            "after": turn.after if turn else answer,
            "rules": [_rule(one) for one in turn.rules] if turn else [],
            "plan": _plan_turn(planned) if planned else None,
        }


def _rule(one: RuleTurn) -> dict[str, Any]:
    return {
        "rule": one.rule.id,
        "before": _reason(one.before),
        "after": _reason(one.after),
        "why": one.why,
    }


def _reason(reason: Reason | None) -> dict[str, Any] | None:
    if reason is None:
        return None
    clauses = [{"document": c.document, "clause": c.number} for c in reason.because]
    return {"verdict": reason.verdict, "because": clauses, "missing": list(reason.missing)}


def _plan_turn(turn: PlanTurn) -> dict[str, Any]:
    return {"kind": turn.kind, "years": list(turn.years), "classes": list(turn.classes)}


def whatif_book(found: WhatIf) -> bytes:
    """Return the workbook."""
    law = found.effect.before
    summary = [(_("区划"), law.place), (_("依据日期"), law.day.isoformat())]
    summary += [(_("改动"), text) for text in _some(found.changes)]
    summary += [(_("结果"), whatif.said(found))]
    summary += [(_("说明"), text) for text in found.notes]
    if found.plan:
        summary += [(_("计划"), text) for text in found.plan.said]
    tables = [*whatif.tables_of(found), whatif.estates_table(found)]
    return workbook(_("政策试算"), summary, tables, day=law.day)


def _some(sentences: tuple[str, ...]) -> list[str]:
    shown = list(sentences[:_MOST_CHANGES])
    if len(sentences) > _MOST_CHANGES:
        shown.append(_("……共 {count} 处改动，全部见 whatif.json。").format(count=len(sentences)))
    return shown


def sheet_of(found: WhatIf) -> ChangesSheet:
    """Return the proposal as its page shows it."""
    law = found.effect.before
    return ChangesSheet(
        place=law.place,
        title=_("政策试算"),
        lead=_("按 {day} 现行文件，若有下列改动").format(day=law.day),
        figures=tuple(_figures(found)),
        said=(
            whatif.said(found),
            *(found.plan.said if found.plan else ()),
            *found.notes,
            *(_("改动：{text}").format(text=text) for text in _some(found.changes)),
        ),
        tables=tuple(whatif.tables_of(found)),
        listed=_listed(found),
    )


def _figures(found: WhatIf) -> Iterator[Figure]:
    effect = found.effect
    old, new = effect.counts("before"), effect.counts("after")
    yield Figure(f"{effect.estates.height:,}", _("个小区"))
    for verdict in ORDER:
        label = _("{word}，原 {old}").format(word=verdict_word(verdict), old=f"{old[verdict]:,}")
        difference = new[verdict] - old[verdict]
        value = f"{new[verdict]:,}"
        value = noted(value, f"{difference:+,}") if difference else value
        yield Figure(value, label, verdict.value)
    for value, label in found.plan.figures if found.plan else ():
        yield Figure(value, label)


def _listed(found: WhatIf) -> ListOf:
    kinds = [*(_("转为{word}").format(word=verdict_word(v)) for v in ORDER), _("只是规则改变")]
    filters = [Filter(_("结论"), tuple(kinds))]
    if found.plan:
        filters.append(Filter(_("计划"), found.plan.kinds))
    heads = [_("小区"), _("区划"), _("结论"), _("原因")]
    lines = [_line(found, facts, turn, planned) for facts, turn, planned in found.each()]
    if found.plan:
        heads.append(_("计划"))
    return ListOf(tuple(heads), lines, tuple(filters), "whatif.csv")


def _line(
    found: WhatIf, facts: Mapping[str, Any], turn: EstateTurn | None, planned: PlanTurn | None
) -> Line:
    id_ = str(facts[KEY])
    cells = [
        (str(facts.get("name") or id_), id_),
        (whatif.place_of(found, facts), ""),
        _answer(found, id_, turn),
        (whatif.why(turn), whatif.because(turn, later=True)),
    ]
    options: list[tuple[int, ...]] = [_kinds(turn)]
    if found.plan:
        text = f"{planned.before} → {planned.after}" if planned else ""
        why = (planned.kind, planned.why) if planned else ()
        cells.append((text, listed(filter(None, why), "；")))
        options.append((found.plan.kinds.index(planned.kind),) if planned else ())
    return Line(tuple(cells), tuple(options))


def _answer(found: WhatIf, id_: str, turn: EstateTurn | None) -> tuple[str, str]:
    if turn is None or turn.before is turn.after:
        answer = Verdict(found.answer_of[id_])
        return verdict_word(answer), _("不变")
    return f"{verdict_word(turn.before)} → {verdict_word(turn.after)}", ""


def _kinds(turn: EstateTurn | None) -> tuple[int, ...]:
    if turn is None:
        return ()
    return (len(ORDER) if turn.before is turn.after else ORDER.index(turn.after),)
