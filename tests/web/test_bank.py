from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from matcher.taxonomy.index import Taxonomy
from matcher.web.bank import Wanted, find_cards, wanted_from


def test_nothing_wanted_is_everything(taxonomy: Taxonomy) -> None:
    assert len(find_cards(taxonomy, Wanted())) == len(taxonomy.questions)


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (Wanted(requirement="mentoring"), lambda card: "mentoring" in card.requirements),
        (Wanted(skill="databases.postgresql"), lambda card: "databases.postgresql" in card.skills),
        (Wanted(kind="behavioural"), lambda card: card.kind == "behavioural"),
        (Wanted(level="junior"), lambda card: not card.levels or "junior" in card.levels),
        (Wanted(role="junior-backend-engineer"), lambda card: not card.levels or "junior" in card.levels),
    ],
)
def test_each_filter_keeps_what_fits_and_nothing_else(taxonomy: Taxonomy, wanted: Wanted, fits) -> None:
    found = find_cards(taxonomy, wanted)

    assert found
    assert all(fits(card) for card in found)
    assert len(found) < len(taxonomy.questions)


@pytest.mark.parametrize("wanted", [Wanted(role="pirate"), Wanted(skill="x"), Wanted(q="zebra crossing")])
def test_what_nobody_knows_finds_nothing(taxonomy: Taxonomy, wanted: Wanted) -> None:
    assert find_cards(taxonomy, wanted) == ()


def test_all_words_must_be_found_wherever_they_stand(taxonomy: Taxonomy) -> None:
    one, both = (find_cards(taxonomy, Wanted(q=words)) for words in ("API", "api idempotent"))

    assert 0 < len(both) < len(one)


def test_filters_are_cut_and_empty_ones_left_out_of_addresses() -> None:
    wanted = wanted_from(MultiDict({"q": "  retries ", "kind": "", "level": "x" * 200, "page": "2"}))

    assert wanted.query() == {"q": "retries", "level": "x" * 80}


def test_the_bank_can_be_browsed_without_uploading(client: FlaskClient) -> None:
    first = client.get("/questions").text
    second = client.get("/questions?page=2").text

    assert first.count('class="qcard"') == 20
    assert "page 2 of" in second
    assert "A good answer covers" in first
    assert "No question fits all of this" in client.get("/questions?q=zebra+crossing").text


def test_a_filter_goes_along_to_pages_and_practice(client: FlaskClient) -> None:
    page = client.get("/questions?kind=technical&q=%3Cb%3E").text
    assert 'value="&lt;b&gt;"' in page

    page = client.get("/questions/practice?kind=technical&n=2").text
    assert "Question 2 of" in page
    assert "n=3&amp;kind=technical" in page
    assert "No question fits" in client.get("/questions/practice?q=zebra").text
