from __future__ import annotations

import pytest

from matcher.evidence.cue_patterns import CueBook, cue_book, lower

WORDS = {
    "cue_words.people": ("engineer*", "software people"),
    "cue_words.did": ("*ed", "wrote"),
    "thing_words.papers": ("guide", "run-book*"),
}

FOUND = [
    ("mentor* ... <people>", "mentored two very young engineers"),
    ("mentor* ... <people>", "mentors software people"),
    ("team of [up to] {number>2}", "a team of up to ten"),
    ("team of [up to] {number>2}", "a team of 3-5"),
    ("back-end", "backend, back end and back-end"),
    ("root_cause|cause", "the root cause"),
    ("from {duration} to {duration}", "from 95 min to 7 min"),
    ("{percent} faster", "35 % faster"),
    ("{factor} faster", "four times faster"),
    ("{rate}", "120 000 writes/s"),
    ("^ .. api", "permit api, audit log"),
    ("n+1", "removed n+1 reads"),
    ("<did> & <papers>", "drafted the guide"),
    ("<did> & <papers>", "two runbooks, which i wrote"),
    ("<did> & <papers> & !read", "wrote the guide. read it too"),
    ("*ed .. <papers>", "hand-crafted a guide"),
    ("{nines}", "99.95 % of the time"),
    ("took {duration}", "took an hour"),
]
NOT_FOUND = [
    ("mentor* ... <people>", "mentored; engineers came later"),
    ("mentor* .. <people>", "mentored in all those many engineers"),
    ("team of [up to] {number>2}", "a team of two"),
    ("team of {number>2}", "team of 2019"),
    ("back-end", "backwards"),
    ("root_cause", "the root"),
    ("from {duration} to {duration}", "from monday to friday"),
    ("{percent} faster", "faster by far"),
    ("{number<3} reports", "12 reports"),
    ("{rate}", "seven writes of passage"),
    ("^ .. api", "we once had a big api"),
    ("led", "pedalled"),
    ("<did> & <papers>", "the guide. it helped"),
    ("<did> & <papers>", "wrote it in one two three four five six seven eight nine ten eleven guide"),
    ("<did> & <papers> & !read", "wrote down what i read in the guide"),
    ("guide & guide", "one guide"),
    ("{nines}", "99 % of the time"),
    ("took {duration}", "took a day"),
]


@pytest.mark.parametrize(("cue", "text"), FOUND)
def test_a_cue_is_found(cue: str, text: str) -> None:
    assert CueBook([("it", cue)], WORDS).find(text)


@pytest.mark.parametrize(("cue", "text"), NOT_FOUND)
def test_a_cue_is_not_found(cue: str, text: str) -> None:
    assert not CueBook([("it", cue)], WORDS).find(text)


def test_hits_come_in_the_order_of_the_text_with_their_place() -> None:
    hits = cue_book([("b", "second"), ("a", "first")], {}).find("first and second")

    assert [(hit.tag, hit.span.start) for hit in hits] == [("a", 0), ("b", 10)]


@pytest.mark.parametrize("cue", ["led ...", "", "{age} years", "<nobody> led"])
def test_a_broken_cue_is_refused_with_its_text(cue: str) -> None:
    with pytest.raises(ValueError, match="the cue"):
        CueBook([("it", cue)], WORDS)


def test_lower_case_keeps_every_offset() -> None:
    assert len(lower("İzmir API")) == len("İzmir API")
