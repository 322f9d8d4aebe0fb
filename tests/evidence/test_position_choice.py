"""Which field is the title and which the employer."""

from __future__ import annotations

import pytest

from matcher.evidence.names import NameJudge
from matcher.evidence.position_choice import Orientation, choose, orientation_of
from matcher.evidence.position_fields import Field
from matcher.taxonomy.index import Taxonomy


@pytest.fixture
def judge(taxonomy: Taxonomy) -> NameJudge:
    return NameJudge(taxonomy.lexicon.words)


def fields(*texts: str) -> list[Field]:
    return [Field(text, number) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "title", "company"),
    [
        (("Developer", "Tern"), "Developer", "Tern"),
        (("Tern", "Developer"), "Developer", "Tern"),
        (("Engineer, Payments", "Tern"), "Engineer, Payments", "Tern"),
        (("Tern, Developer",), "Developer", "Tern"),
        (("Engineer, Payments, Tern",), "Engineer, Payments", "Tern"),
        (("Developer, Auk, Inc.",), "Developer", "Auk, Inc."),
        (("Developer in Tern",), "Developer", "Tern"),
        (("Developer in Leeds, UK, Tern",), "Developer", "Tern"),
        (("Developer (contract), Office for Tidal Records",), "Developer (contract)", "Office for Tidal Records"),
        (("Engineer, Payments, Lead Engineering, Inc.",), "Engineer, Payments", "Lead Engineering, Inc."),
        (("LEAD ENGINEERING, INC.", "Engineer, Payments"), "Engineer, Payments", "LEAD ENGINEERING, INC."),
        (("Clerk, Heath College, Library",), "Clerk", "Heath College, Library"),
        (("Developer, Auk Plus, Abt. 4",), "Developer", "Auk Plus, Abt. 4"),
        (("Developer with Tern in Larvik",), "Developer", "Tern"),
        (("Developer for Tern Freight, Larvik",), "Developer", "Tern Freight"),
        (("Developer for Growth",), "Developer for Growth", None),
        (("Tester, Quill, Hart & Lowe",), "Tester", "Quill, Hart & Lowe"),
        (("Town of Heath", "Administrator"), "Administrator", "Town of Heath"),
        (("Engineer in Test",), "Engineer in Test", None),
        (("Developer",), "Developer", None),
        (("Tern GmbH",), None, "Tern GmbH"),
        ((), None, None),
    ],
)
def test_title_and_employer_are_told_apart(
    texts: tuple[str, ...], title: str | None, company: str | None, judge: NameJudge
) -> None:
    choice = choose(fields(*texts), judge, Orientation())

    assert (choice.title, choice.company) == (title, company)


@pytest.mark.parametrize("title_first", [True, False])
def test_without_a_telling_word_the_order_of_the_others_decides(title_first: bool, judge: NameJudge) -> None:
    choice = choose(fields("Wren", "Lark"), judge, Orientation(title_first=title_first, certain=True))

    assert choice.title == ("Wren" if title_first else "Lark")


def test_the_order_is_that_of_most_heads(judge: NameJudge) -> None:
    heads = [fields("Tern", "Developer"), fields("Wren", "Lark"), fields("Auk GmbH", "Tester")]

    assert orientation_of(heads, judge) == Orientation(title_first=False, certain=True, towns_follow=False)


def test_what_follows_one_employer_alone_is_no_town(judge: NameJudge) -> None:
    heads = [fields("Developer", "Tern"), fields("Tester", "Wren & Lark, Systemhaus"), fields("Engineer", "Auk")]
    common = orientation_of(heads, judge)

    assert choose(heads[1], judge, common).company == "Wren & Lark, Systemhaus"
    assert choose(heads[1], judge, Orientation()).company == "Wren & Lark"


def test_heads_of_three_parts_end_in_a_town_where_most_of_them_do(judge: NameJudge) -> None:
    heads = [fields("Developer, Tern Freight, Larvik"), fields("Tester, Auk AS, Skien"), fields("Clerk, Wren, Moss")]
    common = orientation_of(heads, judge)

    chosen = [choose(head, judge, common) for head in heads]
    assert [(one.title, one.company) for one in chosen[:2]] == [("Developer", "Tern Freight"), ("Tester", "Auk AS")]
