"""The language of pages and reports: English as it is written, or what a catalogue makes of it.

Every text of the interface is marked with ``gettext`` or ``ngettext`` where it stands; in templates these are ``_``,
``ngettext`` and ``{% trans %}``. All of them together stand in ``matcher/locale/matcher.pot``, which ``make texts``
writes. A translation is a file ``matcher/locale/<language>/LC_MESSAGES/matcher.mo`` made from it with any program for
gettext catalogues; the setting LANGUAGE chooses it. What a report itself says (reasons, names of requirements,
questions) is data and not part of it.
"""

from __future__ import annotations

import gettext as catalogues
from pathlib import Path

__all__ = ["ENGLISH", "LOCALE", "Language", "current", "gettext", "ngettext", "use"]

ENGLISH = "en"
LOCALE = Path(__file__).resolve().parent.parent / "locale"


class Language:
    """A language with its catalogue; without one the texts stay as they are."""

    def __init__(self, code: str = ENGLISH, catalogue: catalogues.NullTranslations | None = None) -> None:
        self.code = code
        self.catalogue = catalogue or catalogues.NullTranslations()


_used = Language()


def use(language: Language | str) -> None:
    """Choose the language of this process: a code for which there is a catalogue, English, or one made elsewhere.

    Raises:
        FileNotFoundError: there is no catalogue for the code.
    """
    global _used
    if isinstance(language, str):
        english = language in {"", ENGLISH}
        found = None if english else catalogues.translation("matcher", LOCALE, [language])
        language = Language(language or ENGLISH, found)
    _used = language


def current() -> str:
    """Return the code of the language in use, as HTML's ``lang`` takes it."""
    return _used.code


def gettext(text: str) -> str:
    """Return a text in the language in use; itself where the catalogue does not have it."""
    return _used.catalogue.gettext(text) if text else ""


def ngettext(one: str, many: str, number: int) -> str:
    """Return the form of a text that fits a number, in the language in use."""
    return _used.catalogue.ngettext(one, many, number)
