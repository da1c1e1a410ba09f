"""Official documents: opened again they have the words, the paper, the fonts and the red head."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.shared import Mm

from jiugai.reporting.official.letter import Letter, Paragraph, Table
from jiugai.reporting.official.write import official_docx

LETTER = Letter(
    head="示范市老旧小区改造联席会文件",
    number="QR11-2026-0001",
    title="关于确认玉兰里老旧小区改造项目的通知",
    to="示范区政府",
    body=[
        Paragraph("一、情况", 1),
        Paragraph("现确认如下。\n请组织实施。"),
        Table(("事项", "户数"), [("玉兰里", "1,204")], numbers=frozenset({1})),
    ],
    attachments=("汇总表", "会议纪要"),
    signed_by="示范市联席会办公室",
    on=date(2026, 9, 4),
    seal=True,
)


@pytest.fixture(scope="module")
def opened():
    return Document(BytesIO(official_docx(LETTER)))


def test_a_document_says_all_that_its_letter_says_in_this_order(opened):
    said = [line.text for line in opened.paragraphs if line.text]

    assert said == [
        "示范市老旧小区改造联席会文件",
        "QR11-2026-0001",
        "关于确认玉兰里老旧小区改造项目的通知",
        "示范区政府：",
        "一、情况",
        "现确认如下。",
        "请组织实施。",
        "附件：1. 汇总表",
        "　　　2. 会议纪要",
        "示范市联席会办公室",
        "2026年9月4日",
    ]
    assert [cell.text for row in opened.tables[0].rows for cell in row.cells] == [
        "事项", "户数", "玉兰里", "1,204",
    ]  # fmt: skip


def test_paper_and_margins_are_those_of_the_standard(opened):
    page = opened.sections[0]
    found = (page.page_width, page.page_height, page.top_margin, page.left_margin)

    assert [round(one / Mm(1)) for one in found] == [210, 297, 37, 28]
    text = page.page_width - page.left_margin - page.right_margin
    assert round(text / Mm(1)) == 156


def test_the_head_is_red_the_title_in_its_font_and_the_text_in_its_own(opened):
    lines = {line.text: line for line in opened.paragraphs}

    def font(text):
        properties = lines[text].runs[0]._element.rPr
        return properties.rFonts.get(
            "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia"
        )

    head = lines[LETTER.head].runs[0]
    assert str(head.font.color.rgb) == "C00000"
    assert (font(LETTER.title), font("现确认如下。"), font("一、情况")) == (
        "方正小标宋简体", "仿宋_GB2312", "黑体",
    )  # fmt: skip
    assert lines["现确认如下。"].runs[0].font.size.pt == 16


def test_fonts_that_are_not_there_have_others_named_in_their_place(opened):
    parts = {str(part.partname): part.blob for part in opened.part.package.iter_parts()}

    assert "仿宋_GB2312" in parts["/word/fontTable.xml"].decode()
    assert "Noto Serif CJK SC" in parts["/word/fontTable.xml"].decode()


def test_pages_are_numbered_at_the_outer_edge(opened):
    page = opened.sections[0]
    for footer in (page.footer, page.even_page_footer):
        assert footer.paragraphs[0].text == "—  —"
        assert " PAGE " in footer._element.xml
    assert page.footer.paragraphs[0].alignment != page.even_page_footer.paragraphs[0].alignment


def test_a_broad_document_lies_on_its_side():
    broad = Letter(title="计划", body=[Table(("小区",), [("玉兰里",)])], landscape=True)
    page = Document(BytesIO(official_docx(broad))).sections[0]

    assert page.page_width > page.page_height


def test_there_is_no_third_level_of_headings():
    with pytest.raises(ValueError, match="level 3"):
        Paragraph("x", 3)


def test_who_signs_and_when_stay_on_the_page_of_the_end_of_the_text(opened):
    *before, signed, day = opened.paragraphs[-5:]

    assert (signed.text, day.text) == ("示范市联席会办公室", "2026年9月4日")
    assert all(line.paragraph_format.keep_with_next for line in (*before, signed))
    assert before[0].text == "　　　2. 会议纪要"


def test_who_signs_stands_in_the_middle_above_the_day(opened):
    signed, day = (line.paragraph_format.right_indent.pt for line in opened.paragraphs[-2:])

    # Nine characters above six: the wider goes over by half the difference.
    assert day == 4 * 16
    assert signed == pytest.approx(day - (9 - 6) / 2 * 16)


def test_a_heading_stays_with_what_it_heads(opened):
    heading = next(line for line in opened.paragraphs if line.text == "一、情况")

    assert heading.paragraph_format.keep_with_next
