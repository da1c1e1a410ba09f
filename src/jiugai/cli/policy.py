"""Ask what the law says, where it stands, and whether the rulebook is sound."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from jiugai.cli import options
from jiugai.cli.whatif import whatif
from jiugai.kernel.i18n import _, listed, ngettext

if TYPE_CHECKING:
    from jiugai.policy.law import Law


@click.group(help=_("查文件、规则、数字、条款，比较两地或两日的规定，试算政策改动。"))
def policy() -> None:
    """Group the commands about rulebooks."""


@policy.command("list", help=_("列出全部文件：编号、适用地、施行与失效日期、规则数。"))
def list_documents() -> None:
    """Print one document a line."""
    from jiugai.policy.rulebook import rulebook

    book = rulebook()
    for document in sorted(book.documents.values(), key=lambda d: (d.place, d.id)):
        taken = book.readings[document.reading].taken if document.reading else ""
        row = (
            document.id,
            document.place or "–",
            document.span(taken),
            len(document.rules),
            f"{_(document.title)} {document.official_number}".strip(),
        )
        click.echo("\t".join(map(str, row)))


@policy.command(help=_("列出某地某日现行的文件、规则、数字和对条文的理解。"))
@options.place
@options.day
@options.readings
@click.option("--json", "as_json", is_flag=True, help=_("以 JSON 输出。"))
def law(place: str, day: date, readings: tuple[str, ...], as_json: bool) -> None:
    """Print the law."""
    found = options.law_for(place, day, readings)
    if as_json:
        click.echo(json.dumps(_as_data(found), ensure_ascii=False, indent=2))
        return
    for document in found.documents:
        click.echo(f"document\t{document.id}\t{_(document.title)}")
    for rule in found.rules.values():
        click.echo(f"rule\t{rule.id}\t{rule.clause}\t{_(rule.title)}\t{_(rule.means)}")
    for dated in found.numbers.values():
        click.echo(f"number\t{dated.id}\t{dated.value}\t{dated.clause}")
    for id_ in _readings_in_force(found):
        reading = found.book.readings[id_]
        taken = found.readings[id_]
        options_ = listed(reading.options)
        click.echo(f"reading\t{id_}\t{taken}\t{options_}\t{reading.clause}\t{_(reading.question)}")


def _readings_in_force(found: Law) -> list[str]:
    return [id_ for document in found.documents for id_ in document.readings]


def _as_data(found: Law) -> dict[str, object]:
    return {
        "place": found.place,
        "day": found.day.isoformat(),
        "rulebook": found.book.digest,
        "documents": [{"id": d.id, "title": d.title} for d in found.documents],
        "rules": [
            {"id": r.id, "clause": r.clause.number, "title": r.title, "means": r.means}
            for r in found.rules.values()
        ],
        "numbers": {n.id: str(n.value) for n in found.numbers.values()},
        "readings": {id_: found.readings[id_] for id_ in _readings_in_force(found)},
    }


@policy.command(help=_("列出五个文件的每个条款由什么落实；有遗漏时退出码为 1。"))
@click.option("--document", "documents", multiple=True, help=_("只看这些文件。"))
@click.option("--open", "only_open", is_flag=True, help=_("只列未落实的。"))
def coverage(documents: tuple[str, ...], only_open: bool) -> None:
    """Print one clause a line and a summary on stderr."""
    from jiugai.kernel.errors import UsageError
    from jiugai.policy.coverage import TEXTS
    from jiugai.policy.coverage import coverage as find
    from jiugai.policy.rulebook import rulebook

    book = rulebook()
    if strange := set(documents) - set(book.documents):
        raise UsageError(_("没有文件 {id}；见 jiugai policy list。").format(id=listed(strange)))
    found = find(book, documents or TEXTS)
    for item in found:
        if item.state == "open" or not only_open:
            by = " ".join(item.clause.realised_by) or _(item.clause.excused)
            click.echo(f"{item.clause.clause}\t{item.state}\t{_(item.clause.says)}\t{by}")
    counts = {
        state: sum(i.state == state for i in found) for state in ("realised", "excused", "open")
    }
    click.echo(
        ngettext(
            "共 {all} 条：落实 {realised}，注明不可计算 {excused}，遗漏 {open}。", len(found)
        ).format(all=len(found), **counts),
        err=True,
    )
    sys.exit(1 if counts["open"] else 0)


@policy.command(help=_("用文字说明两日或两地的规定有何不同。"))
@click.option(
    "--place", "places", multiple=True, required=True, metavar="CODE", help=_("一地或两地。")
)
@click.option(
    "--day", "days", multiple=True, required=True, type=options.Day(), help=_("一日或两日。")
)
@options.readings
def diff(places: tuple[str, ...], days: tuple[date, ...], readings: tuple[str, ...]) -> None:
    """Print one difference a line."""
    from jiugai.kernel.errors import UsageError
    from jiugai.policy.diff import differences

    if max(len(places), len(days)) > len("ab") or len(places) == len(days) == 1:
        raise UsageError(_("请给出两个 --day，或者两个 --place。"))
    before = options.law_for(places[0], days[0], readings)
    after = options.law_for(places[-1], days[-1], readings)
    for sentence in differences(before, after):
        click.echo(sentence)


@policy.command(help=_("核对规则旁边的全部算例；不符的逐个列出，退出码为 1。"))
@click.option("--rule", default="", help=_("只核对编号以此开头的规则。"))
def cases(rule: str) -> None:
    """Print the cases that come out otherwise than expected."""
    from jiugai.policy.cases import cases as read_cases
    from jiugai.policy.cases import try_case

    outcomes = [try_case(case) for case in read_cases() if case.rule.startswith(rule)]
    wrong = [outcome for outcome in outcomes if not outcome.agrees]
    for outcome in wrong:
        case = outcome.case
        click.echo(f"{case.file}\t{case.rule}\t{case.name}\t{case.expect}\t{outcome.verdict}")
    click.echo(
        ngettext("核对 {count} 个算例，{wrong} 个不符。", len(outcomes)).format(
            count=len(outcomes), wrong=len(wrong)
        ),
        err=True,
    )
    sys.exit(1 if wrong or not outcomes else 0)


@policy.command("try", help=_("用给定的事实试一条规则，显示结论和全部理由。"))
@click.argument("rule")
@options.place
@options.day
@options.readings
@click.option(
    "--fact", "facts", multiple=True, metavar="NAME=VALUE", help=_("一个事实，可多次给出。")
)
def try_rule(
    rule: str, place: str, day: date, readings: tuple[str, ...], facts: tuple[str, ...]
) -> None:
    """Print the verdict and the trace of one rule."""
    from jiugai.policy.explain import explained
    from jiugai.policy.given import read_facts

    found = options.law_for(place, day, readings)
    subject = found.book.rules[rule].subject if rule in found.book.rules else None
    finding = found.judge(rule, read_facts(subject, facts))
    for line in explained(finding, found):
        click.echo(line)


policy.add_command(whatif)
