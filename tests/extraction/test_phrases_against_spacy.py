"""Known names are looked up word by word, not by spaCy's PhraseMatcher, and must stand where that finds them.

Allowed differences, each checked: a one-word name written in two words or broken at a line's end ("Elastic Search") is
found by its joined form, which no pattern holds; an alias that names two skills ("Aurora PostgreSQL") may be handed on
as two candidates. Names never run over the end of a statement, so both sides read the texts line by line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans
from spacy.vocab import Vocab

from matcher.extraction.aliases import AliasIndex, build_index
from matcher.extraction.phrases import PhraseFinder
from matcher.extraction.reading import Reading
from matcher.taxonomy.index import Taxonomy
from tests.extraction.tiny import make_reading

TESTS = Path(__file__).resolve().parents[1]
FEWEST_NAMES = 3000


def own_texts() -> Iterator[str]:
    """Yield our own sentences, resumes and job descriptions."""
    for line in (TESTS / "evaluation" / "extraction" / "sentences.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)["text"]
    for path in sorted([*(TESTS / "evaluation").rglob("*.txt"), *(TESTS / "data").rglob("*.txt")]):
        yield path.read_text("utf-8")


@pytest.fixture(scope="module")
def index(taxonomy: Taxonomy) -> AliasIndex:
    """Every alias that ships."""
    return build_index(taxonomy)


@pytest.fixture(scope="module")
def spacys(index: AliasIndex) -> PhraseMatcher:
    """SpaCy's matcher over the same aliases."""
    matcher = PhraseMatcher(Vocab(), attr="ORTH")
    matcher.add("name", [Doc(matcher.vocab, words=list(key)) for key in index.entries])
    return matcher


def found_by_spacy(matcher: PhraseMatcher, reading: Reading) -> set[tuple[int, int]]:
    """Return the longest names of each unit, the first of two that are as long."""
    places = set()
    for unit in reading.units:
        doc = Doc(matcher.vocab, words=list(reading.tokens.lowers[unit.start : unit.end]))
        for span in filter_spans(matcher(doc, as_spans=True)):
            places.add((unit.start + span.start, unit.start + span.end))
    return places


def found_by_us(finder: PhraseFinder, reading: Reading) -> set[tuple[int, int]]:
    """Return where our own component sees a name."""
    doc = Doc(Vocab())
    doc.user_data["reading"] = reading
    finder(doc)
    return {(candidate.start, candidate.end) for candidate in reading.candidates}


def test_names_stand_where_a_phrase_matcher_finds_them(
    taxonomy: Taxonomy, index: AliasIndex, spacys: PhraseMatcher
) -> None:
    finder = PhraseFinder()
    finder.learn(index, frozenset(taxonomy.lexicon.words.get("context_words.function_words", ())))
    names, unexplained = 0, []
    for text in own_texts():
        reading = make_reading(text)
        theirs, ours = found_by_spacy(spacys, reading), found_by_us(finder, reading)
        names += len(theirs & ours)
        joined = {place for place in ours - theirs if is_joined(reading, place, index)}
        halves = {place for place in ours - theirs if any(is_half(place, whole, reading, index) for whole in theirs)}
        divided = {whole for whole in theirs - ours if any(is_half(place, whole, reading, index) for place in halves)}
        covered = {place for place in theirs - ours if any(overlaps(place, longer) for longer in joined)}
        wrong = (ours - theirs - joined - halves) | (theirs - ours - divided - covered)
        unexplained += [reading.tokens.lowers[start:end] for start, end in sorted(wrong)]

    assert unexplained == []
    assert names > FEWEST_NAMES


def is_joined(reading: Reading, place: tuple[int, int], index: AliasIndex) -> bool:
    """Tell whether a place holds a name of one word in pieces."""
    return "".join(word for word in reading.tokens.lowers[slice(*place)] if word != "-") in index.joinable


def is_half(place: tuple[int, int], whole: tuple[int, int], reading: Reading, index: AliasIndex) -> bool:
    """Tell whether a place is the first or the second of the two skills that an alias names."""
    middle = whole[0] + index.pairs.get(reading.tokens.lowers[slice(*whole)], (0, False))[0]
    return middle > whole[0] and place in {(whole[0], middle), (middle, whole[1])}


def overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two places share a word."""
    return one[0] < other[1] and other[0] < one[1]
