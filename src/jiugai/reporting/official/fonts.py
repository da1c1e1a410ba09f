"""The fonts of official documents, each with what stands in for it where it is not installed."""

from typing import Any, Final

from docx.oxml.ns import qn
from docx.shared import Pt

#: Titles, text, headings of both levels, page numbers.
TITLE: Final = "方正小标宋简体"
TEXT: Final = "仿宋_GB2312"
FIRST: Final = "黑体"
SECOND: Final = "楷体_GB2312"
PAGES: Final = "宋体"
LATIN: Final = "Times New Roman"
#: What is taken instead, the nearest first; programs read them from the table of fonts.
INSTEAD: Final = {
    TITLE: "小标宋;华文中宋;STZhongsong;Source Han Serif SC;Noto Serif CJK SC;宋体;SimSun",
    TEXT: "仿宋;FangSong;STFangsong;华文仿宋;Noto Serif CJK SC;Source Han Serif SC;宋体",
    FIRST: "SimHei;STHeiti;Source Han Sans SC;Noto Sans CJK SC",
    SECOND: "楷体;KaiTi;STKaiti;Noto Serif CJK SC;宋体",
    PAGES: "SimSun;STSong;Noto Serif CJK SC",
}
_TABLE: Final = "/word/fontTable.xml"


def name_fonts(document: Any) -> None:
    """Write into a document which fonts stand in for those that it names, and its language."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")  # marks sit where mainland printing has them
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/>'
        '<w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for name, instead in INSTEAD.items()
    )
    for part in document.part.package.iter_parts():
        if str(part.partname) == _TABLE:
            closing = b"</w:fonts>"
            part._blob = part.blob.replace(closing, fonts.encode() + closing)  # noqa: SLF001


def set_font(run: Any, name: str, points: float) -> None:
    """Set a run in a font, Latin letters in one that goes with it."""
    run.font.size = Pt(points)
    run.font.name = LATIN
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)  # noqa: SLF001
