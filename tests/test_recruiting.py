"""What recruiters get beside the ranking: the same one masked, and kits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from matcher.pipeline import Matcher, Upload
from matcher.recruiting import blinder_of, kit_of, screen_both

RESUME = Upload(
    b"Ada Byte\nada@example.org\n\nExperience\n\nBack-end Engineer, Acme\nJanuary 2018 - present\n"
    b"- Ada Byte built services in Go.\n",
    "ada_byte.txt",
)


def test_a_masked_ranking_is_the_same_but_for_who_it_is(matcher: Matcher, as_of: date) -> None:
    uploads, target = [Upload(b"", "empty.pdf"), RESUME], matcher.role("lead-backend-engineer")

    ranking, masked = screen_both(matcher, uploads, target, as_of=as_of)

    assert ranking == matcher.screen(uploads, target, as_of=as_of)
    assert [(row.alias, row.rank, row.score) for row in masked.rows] == [
        (row.alias, row.rank, row.score) for row in ranking.rows
    ]
    assert {row.label for row in masked.rows} == {"Resume A1", "Resume A2"}
    assert "Ada" not in repr(masked)


def test_what_masks_knows_the_name_of_the_file(matcher: Matcher, as_of: date) -> None:
    nameless = Upload(RESUME.data.partition(b"Experience")[1] + RESUME.data.partition(b"Experience")[2], "ada_byte.txt")
    reading = matcher.read(nameless, as_of=as_of)

    assert blinder_of(matcher, reading, as_of=as_of, filename="ada_byte.txt").text("Ada Byte led") == "[name] led"


def test_questions_that_a_team_left_out_are_not_asked(matcher: Matcher) -> None:
    target = matcher.role("lead-backend-engineer")
    asked = {ask.prompt for _, _, asks in kit_of(matcher, target).parts for ask in asks}
    cards = frozenset(card.id for card in matcher.taxonomy.questions.values() if card.prompt in asked)

    again = kit_of(matcher, replace(target, left_out=cards))

    assert asked.isdisjoint(ask.prompt for _, _, asks in again.parts for ask in asks)
