"""Papers of the made-up applications: the summary of what residents of each building answered."""

import io

import xlsxwriter
from django.core.files.base import ContentFile

from jiugai.apps.accounts.models import Person
from jiugai.apps.projects.models import Application, Attachment
from jiugai.apps.registry.services.documents import add_document

TITLE = "征求意见汇总表（虚构）"


def attach_papers(applications: list[Application], *, by: Person) -> None:
    """Attach to each application a workbook with its answers by building."""
    Attachment.objects.bulk_create(
        Attachment(
            application=one,
            division=one.division,
            document=add_document(
                estate=one.estate,
                file=ContentFile(_workbook(one), name=f"{one.estate}征求意见.xlsx"),
                title=TITLE,
                by=by,
            ),
        )
        for one in applications
    )


def _workbook(application: Application) -> bytes:
    found = io.BytesIO()
    with xlsxwriter.Workbook(found, {"in_memory": True}) as book:
        sheet = book.add_worksheet("汇总")
        sheet.write_row(0, 0, ("楼号", "总户数（户）", "参与户数（户）", "同意户数（户）"))
        count = max(1, min(application.estate.facts.get("building_count") or 1, 40))
        for number in range(1, count + 1):
            row = [_part(total, number, count) for total in _totals(application)]
            sheet.write_row(number, 0, (f"{number}号楼", *row))
        sheet.write_row(count + 1, 0, ("合计", *_totals(application)))
    return found.getvalue()


def _totals(application: Application) -> tuple[int, int, int]:
    return (
        application.households or 0,
        application.answered or 0,
        application.agreeing or 0,
    )


def _part(total: int, number: int, count: int) -> int:
    return total * number // count - total * (number - 1) // count
