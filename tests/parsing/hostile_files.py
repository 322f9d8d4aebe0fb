"""All hostile inputs in one list, and the few that do not end as they should yet."""

from __future__ import annotations

from tests.parsing.hostile_hidden import HIDDEN_CASES
from tests.parsing.hostile_hidden_odd import ODD_HIDDEN_CASES
from tests.parsing.hostile_office import OFFICE_CASES, OTHER_CASES
from tests.parsing.hostile_office_odd import ODD_OFFICE_CASES
from tests.parsing.hostile_pdf import PDF_CASES
from tests.parsing.hostile_pdf_odd import ODD_PDF_CASES
from tests.parsing.hostile_text_odd import ODD_TEXT_CASES

__all__ = ["CASES", "NOT_YET"]

CASES = (
    *(*PDF_CASES, *ODD_PDF_CASES, *OFFICE_CASES, *ODD_OFFICE_CASES),
    *(*OTHER_CASES, *ODD_TEXT_CASES, *HIDDEN_CASES, *ODD_HIDDEN_CASES),
)

# Name of the case: what it does instead. A case that holds must leave this list, or its test fails.
NOT_YET: dict[str, str] = {}
