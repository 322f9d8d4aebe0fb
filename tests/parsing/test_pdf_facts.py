from __future__ import annotations

import pytest

from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from tests.parsing.pdf_builder import PdfBuilder, text

CASES = {
    "nothing": ("", "", []),
    "a script at opening": ("/OpenAction << /S /JavaScript /JS (x) >>", "", ["active_content"]),
    "a script by name": ("/Names << /JavaScript << /Names [] >> >>", "", ["active_content"]),
    "a program behind a link": ("", "/Annots [<< /Subtype /Link /A << /S /Launch /F (a) >> >>]", ["active_content"]),
    "a script on a page": ("", "/AA << /O << /S /JavaScript >> >>", ["active_content"]),
    "a script after a jump": (
        "/OpenAction << /S /GoTo /Next << /S /JavaScript >> >>",
        "",
        ["active_content"],
    ),
    "a jump at opening": ("/OpenAction [10 0 R /Fit]", "", []),
    "a web link": ("", "/Annots [<< /Subtype /Link /A << /S /URI /URI (https://a.example) >> >>]", []),
    "attached files": ("/Names << /EmbeddedFiles << /Names [] >> >>", "", ["embedded_files"]),
    "a file pinned to the page": ("", "/Annots [<< /Subtype /FileAttachment >>]", ["embedded_files"]),
    "a link into another file": ("", "/Annots [<< /A << /S /GoToR /F (b.pdf) >> >>]", ["external_references"]),
    "a form that is sent off": ("", "/Annots [<< /A << /S /SubmitForm /F (u) >> >>]", ["external_references"]),
}


@pytest.mark.parametrize("case", CASES)
def test_what_a_file_holds_besides_pages_is_named(case):
    catalog, extra, codes = CASES[case]
    data = PdfBuilder(catalog=catalog).page(text(60, 700, "Ada Berg"), extra).build()
    assert [warning.code for warning in read_pdf(data, Limits()).warnings] == codes
