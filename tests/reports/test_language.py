from __future__ import annotations

import gettext as catalogues
from collections.abc import Iterator

import pytest

from matcher.domain.judgement import Coverage, CoverageCount
from matcher.reports import language, phrases


class Loud(catalogues.NullTranslations):
    """A language in which everything is shouted."""

    def gettext(self, message: str) -> str:
        return message.upper()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{msgid2 if n == 1 else msgid1}!"


@pytest.fixture
def loud() -> Iterator[None]:
    language.use(language.Language("x-loud", Loud()))
    yield
    language.use("en")


def test_english_is_as_it_is_written() -> None:
    language.use("")

    assert language.current() == "en"
    assert language.gettext("Tick it off") == "Tick it off"
    assert language.ngettext("{n} page", "{n} pages", 2) == "{n} pages"


def test_a_catalogue_is_asked_for_every_text_and_for_the_form_of_a_number(loud: None) -> None:
    assert language.current() == "x-loud"
    assert language.gettext("Tick it off") == "TICK IT OFF"
    assert phrases.count(3, "page") == "3 page!"
    assert phrases.say_must_haves(Coverage(CoverageCount(0, 0, 0), CoverageCount(0, 0, 0))) == (
        "NOTHING IS ASKED AS A MUST-HAVE."
    )


def test_no_text_is_no_text_in_every_language(loud: None) -> None:
    # A catalogue answers an empty text with its own head.
    assert language.gettext("") == ""


def test_a_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        language.use("xx")
