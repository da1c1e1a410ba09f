"""Hand out an official document as Word, or as PDF where it can be turned into one."""

from io import BytesIO
from typing import Final

from django.http import FileResponse, HttpRequest

from jiugai.web.pdf import pdf_of

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF: Final = "application/pdf"
#: What an address ends with that asks for PDF.
AS_PDF: Final = "as=pdf"


def handed_out(request: HttpRequest, document: bytes, name: str) -> FileResponse:
    """Return a Word document under a name without ending, as PDF if that is asked for.

    Raises Refusal if it cannot be turned into PDF.
    """
    if request.GET.get("as") == "pdf":
        content, kind, ending = pdf_of(document), PDF, "pdf"
    else:
        content, kind, ending = document, WORD, "docx"
    return FileResponse(
        BytesIO(content), as_attachment=True, filename=f"{name}.{ending}", content_type=kind
    )
