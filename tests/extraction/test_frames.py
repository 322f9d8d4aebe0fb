"""What the words around a name say of any technology."""

from __future__ import annotations

import pytest

from matcher.domain.document import SectionKind, StatementKind
from matcher.extraction.context import Context
from matcher.extraction.frames import Frame, Frames, Version
from matcher.extraction.layout import Layout
from matcher.extraction.reading import Candidate
from matcher.taxonomy.index import Taxonomy
from tests.extraction.tiny import make_reading, make_statement


def ready(taxonomy: Taxonomy, text: str) -> tuple[Frames, Layout, Candidate]:
    """Return the frames, and the place of the name Zed in a text."""
    reading = make_reading(text, make_statement(text, text, StatementKind.SENTENCE, SectionKind.OTHER))
    at = reading.tokens.words.index("Zed")
    candidate = Candidate(at, at + 1, 0, ())
    reading.candidates = [candidate]
    context = Context(taxonomy.lexicon.words)
    return Frames(context), Layout(reading, context), candidate


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("proficient in Zed", Frame.STRONG),
        ("a compiler in Zed", Frame.STRONG),
        ("moved the app to Zed", Frame.STRONG),
        ("proficient in Quovex Studio, Dravlin and Zed", Frame.STRONG),
        ("alerts from Zed", Frame.WEAK),
        ("upgraded Zed", Frame.WEAK),
        ("connected Zed", Frame.WEAK),
        ("an adapter for Zed", Frame.WEAK),
        ("a query whose rows were all in Zed", Frame.WEAK),
        ("visited Zed", Frame.NONE),
        ("connected to Zed", Frame.NONE),
        ("dinner in Zed", Frame.NONE),
        ("Zed", Frame.NONE),
    ],
)
def test_the_words_before_a_name_make_it_a_technology_more_or_less_surely(
    taxonomy: Taxonomy, text: str, frame: Frame
) -> None:
    frames, layout, candidate = ready(taxonomy, text)
    assert frames.before(candidate, layout, language=False) is frame


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("Zed 1.21", Version.DECIMAL),
        ("Zed 7", Version.NUMBER),
        ("Zed 2.5 years", Version.NUMBER),
        ("Zed 2019", Version.YEAR),
        ("Zed", Version.NONE),
    ],
)
def test_a_number_is_a_version_by_its_shape(taxonomy: Taxonomy, text: str, version: Version) -> None:
    frames, layout, candidate = ready(taxonomy, text)
    assert frames.version(candidate.end, layout.unit(candidate), layout) is version


@pytest.mark.parametrize(("text", "follows"), [("Zed 1.2 services", True), ("Zed web api", True), ("Zed soup", False)])
def test_a_technical_noun_follows(taxonomy: Taxonomy, text: str, follows: bool) -> None:
    frames, layout, candidate = ready(taxonomy, text)
    assert frames.noun_follows(candidate.end, layout.unit(candidate), layout) is follows


@pytest.mark.parametrize(("text", "work"), [("Zed pages someone", True), ("Zed soup", False), ("Zed", False)])
def test_a_word_of_work_follows(taxonomy: Taxonomy, text: str, work: bool) -> None:
    frames, layout, candidate = ready(taxonomy, text)
    assert frames.work_follows(candidate.end, layout.unit(candidate), layout) is work


@pytest.mark.parametrize(("text", "scene"), [("Zed keeps the server busy", True), ("Zed keeps the garden tidy", False)])
def test_words_of_software_set_the_scene(taxonomy: Taxonomy, text: str, scene: bool) -> None:
    frames, layout, candidate = ready(taxonomy, text)
    assert frames.has_scene(candidate, layout) is scene


@pytest.mark.parametrize(
    ("text", "section", "expected"),
    [
        ("Zed", SectionKind.REQUIRED, True),
        ("Some Zed", SectionKind.PREFERRED, True),
        ("Zed would be a bonus", SectionKind.PREFERRED, True),
        ("Zed, ideally", SectionKind.REQUIRED, True),
        ("Zed the extra mile", SectionKind.REQUIRED, False),
        ("You zip and Zed", SectionKind.REQUIRED, False),
        ("Some Zed", SectionKind.OTHER, False),
    ],
)
def test_what_a_line_of_a_list_of_demands_is_about_is_asked_for(
    taxonomy: Taxonomy, text: str, section: SectionKind, expected: bool
) -> None:
    reading = make_reading(text, make_statement(text, text, StatementKind.BULLET, section))
    at = reading.tokens.words.index("Zed")
    candidate = Candidate(at, at + 1, 0, ())
    reading.candidates = [candidate]
    context = Context(taxonomy.lexicon.words)
    assert Frames(context).is_asked_for(candidate, Layout(reading, context)) is expected


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Zed carries the packages", True),
        ("Done. Zed carries the packages", True),
        ("With Zed we carry the packages", False),
        ("Zed Brothers carry the packages", False),
        ("Zed, packages", False),
    ],
)
def test_a_bare_name_before_a_small_word_opens_a_sentence(taxonomy: Taxonomy, text: str, opens: bool) -> None:
    frames, layout, candidate = ready(taxonomy, text)
    assert frames.opens_as_name(candidate, layout) is opens


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Rusty Zed", True),
        ("Know a little Zed and Bash", True),
        ("Some Zed", True),
        ("Some Zed and rice", False),
        ("Zed", False),
        ("In Zed", False),
        ("Some zeal for Zed", False),
    ],
)
def test_a_line_may_say_how_little_one_knows_it(taxonomy: Taxonomy, text: str, known: bool) -> None:
    frames, layout, candidate = ready(taxonomy, text)
    assert frames.is_known_a_little(candidate, layout) is known
