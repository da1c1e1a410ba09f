"""The generated reference: commands, facts and documents, in the language in use."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import click

from jiugai.cli.speech import speak
from jiugai.kernel.i18n import _
from jiugai.policy.rulebook import Document, rulebook
from jiugai.policy.vocabulary import SUBJECTS
from jiugai.policy.vocabulary.fact import Fact

FOLDER: Final = "docs/reference"
WRITTEN: Final = "<!-- make docs -->"


def main() -> None:
    """Print every page as JSON, path to content, in the language that is named."""
    language = sys.argv[1]
    speak(language)
    suffix = ".md" if language == "en" else ".zh-CN.md"
    pages = {f"{FOLDER}/{name}{suffix}": build() for name, build in PAGES.items()}
    sys.stdout.write(json.dumps(pages))


def commands_page() -> str:
    """Return the help of every command."""
    from jiugai.cli.root import cli  # help texts take the language when they are declared

    sections = (
        f"## {name}\n\n```text\n{command.get_help(context)}\n```"
        for name, command, context in commands(cli, "jiugai")
    )
    return page(_("命令"), _("退出码：0 完成，1 发现问题（已逐条列出），2 用法有误。"), *sections)


def commands(
    command: click.Command, name: str, parent: click.Context | None = None
) -> Iterator[tuple[str, click.Command, click.Context]]:
    """Return a command and every command below it, with its whole name."""
    # The width is fixed, or the page would depend on the terminal that it was written in.
    settings: dict[str, Any] = {"terminal_width": 100, "max_content_width": 100}
    settings = {**command.context_settings, **settings}
    context = click.Context(command, info_name=name.split()[-1], parent=parent, **settings)
    yield name, command, context
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from commands(found, f"{name} {below}", context)


def facts_page() -> str:
    """Return every fact of the vocabulary, subject by subject."""
    head = (_("名称"), _("表头"), _("含义"), _("类型"), _("单位"), _("其他写法"))
    sections = (
        f"## {_(subject.title)} `{subject.__name__.lower()}`\n\n"
        + table(head, map(fact_row, subject.facts()))
        for subject in SUBJECTS
    )
    return page(_("事实词汇"), _("台账表头、规则和接口共用的一份词汇。"), *sections)


def fact_row(fact: Fact) -> tuple[str, ...]:
    """Return a fact as a row; the heading stays Chinese, as it stands in ledgers."""
    heading = (
        fact.heading if _(fact.heading) == fact.heading else f"{fact.heading} {_(fact.heading)}"
    )
    choices = "；".join(f"`{word}` {_(term)}" for word, term in fact.choices.items())
    kind = f"{fact.kind}: {choices}" if choices else str(fact.kind)
    unit = _(fact.unit)
    return f"`{fact.name}`", heading, _(fact.meaning), kind, unit, "、".join(fact.synonyms)


def documents_page() -> str:
    """Return what every document of the rulebook holds."""
    documents = sorted(rulebook().documents.values(), key=lambda found: (found.place, found.id))
    intro = _("每份文件中可计算的规则、数字，以及条文可以有几种理解之处。")
    return page(_("文件与规则"), intro, *map(document_section, documents))


def document_section(document: Document) -> str:
    """Return the rules, numbers and readings of one document."""
    rules = [(f"`{r.id}`", _(r.title), _(r.means), r.clause.number) for r in document.rules]
    numbers = [
        (f"`{n.id}`", _(n.title), str(v.value), _(n.unit), str(v.since), str(v.clause.number))
        for n in document.numbers.values()
        for v in n.versions
    ]
    readings = [
        (f"`{r.id}`", _(r.question), options(r.options, r.taken), _(r.why), r.clause.number)
        for r in document.readings.values()
    ]
    parts = [
        f"## {document.id.upper()} {_(document.title)} {document.official_number}".rstrip(),
        table((_("规则"), _("题目"), _("成立时的含义"), _("条款")), rules),
        table((_("数字"), _("题目"), _("值"), _("单位"), _("自"), _("条款")), numbers),
        table((_("理解"), _("问题"), _("选项"), _("理由"), _("条款")), readings),
    ]
    return "\n\n".join(filter(None, parts))


def options(meanings: dict[str, str], taken: str) -> str:
    """Return the options of a reading, the one taken in bold."""
    named = {name: f"`{name}` {_(says)}" for name, says in meanings.items()}
    return "<br>".join(f"**{text}**" if name == taken else text for name, text in named.items())


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a Markdown table, or nothing if it has no rows."""
    body = [line(row) for row in rows]
    return "\n".join([line(head), line(("---",) * len(head)), *body]) if body else ""


def line(cells: tuple[str, ...]) -> str:
    """Return one row of a Markdown table."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def page(title: str, intro: str, *sections: str) -> str:
    """Return a page under its title."""
    return "\n\n".join((WRITTEN, f"# {title}", intro, *sections)) + "\n"


PAGES: Final[dict[str, Callable[[], str]]] = {
    "commands": commands_page,
    "facts": facts_page,
    "documents": documents_page,
}


if __name__ == "__main__":
    main()
