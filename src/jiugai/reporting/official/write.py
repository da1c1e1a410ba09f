"""Write a letter as docx in the layout of GB/T 9704: paper, margins, fonts, red head, pages."""

from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from jiugai.reporting.official import fonts
from jiugai.reporting.official.letter import Letter, Paragraph, Picture, Table, in_chinese

#: Sizes by their Chinese names: 二号 title, 三号 text, 四号 page numbers, 小四 tables.
SECOND_SIZE, THIRD_SIZE, FOURTH_SIZE, TABLE_SIZE = 22.0, 16.0, 14.0, 12.0
HEAD_SIZE: Final = 44.0
#: 22 lines on 225 mm.
LINE: Final = Pt(29)
RED: Final = RGBColor(0xC0, 0x00, 0x00)
#: Paper, and what stays free above, below, at the binding and outside (GB/T 9704 5.1, 5.2).
LONG, SHORT = Mm(297), Mm(210)
MARGINS: Final = {
    "top_margin": Mm(37),
    "bottom_margin": Mm(35),
    "left_margin": Mm(28),
    "right_margin": Mm(26),
}
TEXT_WIDTH: Final = 156.0
WIDE: Final = 243.0
#: Paragraphs at the end that stay on one page: the last of the text, the seal's room, who, when.
_KEPT: Final = 5
_FONTS: Final = {0: fonts.TEXT, 1: fonts.FIRST, 2: fonts.SECOND}


def official_docx(letter: Letter) -> bytes:
    """Return a letter as a Word document."""
    document = Document()
    fonts.name_fonts(document)
    _paper(document, letter)
    if letter.head:
        _head(document, letter)
    elif letter.number:
        _line(document, letter.number, align=WD_ALIGN_PARAGRAPH.RIGHT)
    _blank(document)
    _line(
        document,
        letter.title,
        font=fonts.TITLE,
        size=SECOND_SIZE,
        align=WD_ALIGN_PARAGRAPH.CENTER,
        height=Pt(35),
    )
    _blank(document)
    if letter.to:
        _line(document, f"{letter.to}：")
    for block in letter.body:
        _block(document, block, WIDE if letter.landscape else TEXT_WIDTH)
    _end(document, letter)
    document.core_properties.title = letter.title
    document.core_properties.author = letter.signed_by
    document.core_properties.comments = ""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _paper(document: Any, letter: Letter) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (LONG, SHORT) if letter.landscape else (SHORT, LONG)
    if letter.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
    margins = {**MARGINS, "left_margin": Mm(27), "right_margin": Mm(27)}
    for name, width in (margins if letter.landscape else MARGINS).items():
        setattr(section, name, width)
    section.footer_distance = Mm(28)
    document.settings.odd_and_even_pages_header_footer = True
    _page_number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _page_number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def _page_number(footer: Any, align: Any) -> None:
    """Write — 1 — at the outer edge, one character in."""
    footer.is_linked_to_previous = False
    line = footer.paragraphs[0]
    line.alignment = align
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = Pt(FOURTH_SIZE)
    for piece in ("— ", None, " —"):
        run = line.add_run(piece or "")
        fonts.set_font(run, fonts.PAGES, FOURTH_SIZE)
        if piece is None:
            for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
                run._element.append(_field(kind, text))  # noqa: SLF001


def _field(kind: str, text: str) -> Any:
    if kind:
        found = OxmlElement("w:fldChar")
        found.set(qn("w:fldCharType"), kind)
        return found
    found = OxmlElement("w:instrText")
    found.set(qn("xml:space"), "preserve")
    found.text = text
    return found


def _head(document: Any, letter: Letter) -> None:
    """Write the red head, the number below it, and the red line that parts both from the text."""
    # A long name is set smaller, so that it keeps to one line.
    size = min(HEAD_SIZE, TEXT_WIDTH / 25.4 * 72 / max(1, len(letter.head)))
    head = _line(
        document,
        letter.head,
        font=fonts.TITLE,
        size=size,
        align=WD_ALIGN_PARAGRAPH.CENTER,
        height=Pt(size * 1.4),
    )
    head.runs[0].font.color.rgb = RED
    _blank(document)
    number = _line(document, letter.number, align=WD_ALIGN_PARAGRAPH.CENTER)
    edges, edge = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "6"), ("color", "C00000")):
        edge.set(qn(f"w:{name}"), value)
    edges.append(edge)
    number._element.get_or_add_pPr().append(edges)  # noqa: SLF001


def _block(document: Any, block: Paragraph | Table | Picture, width: float) -> None:
    if isinstance(block, Table):
        _table(document, block, width)
        return
    if isinstance(block, Picture):
        _picture(document, block)
        return
    for text in block.text.splitlines() or [""]:
        line = _line(document, text, font=_FONTS[block.level], indent=True)
        line.paragraph_format.keep_with_next = bool(block.level)


def _picture(document: Any, block: Picture) -> None:
    """Set a picture in the middle; its line is as high as it is, and its words go with it."""
    line = document.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shape = line.add_run().add_picture(BytesIO(block.png), width=Mm(block.width))
    shape._inline.docPr.set("descr", block.said)  # noqa: SLF001


def _table(document: Any, block: Table, width: float) -> None:
    table = document.add_table(rows=0, cols=len(block.headings))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    shares = block.widths or [1.0] * len(block.headings)
    sizes = [Mm(width * share / sum(shares)) for share in shares]
    for number, row in enumerate((block.headings, *block.rows)):
        line_of_table = table.add_row()
        whole = OxmlElement("w:cantSplit")
        line_of_table._tr.get_or_add_trPr().append(whole)  # noqa: SLF001
        cells = line_of_table.cells
        for column, text in enumerate(row):
            cells[column].width = sizes[column]
            line = cells[column].paragraphs[0]
            run = line.add_run(text)
            fonts.set_font(run, fonts.FIRST if number == 0 else fonts.TEXT, TABLE_SIZE)
            if number and column in block.numbers:
                line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001
    _blank(document)


def _end(document: Any, letter: Letter) -> None:
    """Write attachments, then who signs and when, with room for a seal, then notes."""
    if letter.attachments:
        _blank(document)
    for number, title in enumerate(letter.attachments, 1):
        first = "附件：" if number == 1 else "　　　"
        count = f"{number}. " if len(letter.attachments) > 1 else ""
        _line(document, f"{first}{count}{title}", indent=True)
    _signature(document, letter)
    for note in letter.notes:
        _line(document, note, size=FOURTH_SIZE)


def _signature(document: Any, letter: Letter) -> None:
    """Write who signs above the middle of the day, on one page with the end of the text."""
    day = in_chinese(letter.on) if letter.on else ""
    if not letter.signed_by and not day:
        return
    free = 4.0 if letter.seal else 2.0
    for _n in range(2 if letter.seal else 1):
        _blank(document)
    if letter.signed_by:
        over = (_characters(day) - _characters(letter.signed_by)) / 2 if day else 0.0
        _signed(document, letter.signed_by, max(0.0, free + over))
    if day:
        _signed(document, day, free)
    # A day alone on a page could be put under any text.
    for line in document.paragraphs[-_KEPT:-1]:
        line.paragraph_format.keep_with_next = True


def _signed(document: Any, text: str, free: float) -> None:
    line = _line(document, text, align=WD_ALIGN_PARAGRAPH.RIGHT)
    line.paragraph_format.right_indent = Pt(THIRD_SIZE * free)


def _characters(text: str) -> float:
    """Return how wide a text is in Chinese characters; figures take half of one."""
    return sum(0.5 if one.isascii() else 1.0 for one in text)


def _line(
    document: Any,
    text: str,
    *,
    font: str = fonts.TEXT,
    size: float = THIRD_SIZE,
    align: Any = None,
    indent: bool = False,
    height: Any = LINE,
) -> Any:
    line = document.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if align is None else align
    form = line.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, height
    if indent:
        form.first_line_indent = Pt(size * 2)
    fonts.set_font(line.add_run(text), font, size)
    return line


def _blank(document: Any) -> None:
    _line(document, "")
